import type { Context } from '#lib/server/context.ts';
import type { Dialogue, DialogueState } from '../dialogue.ts';
import { dialogueOf, selectDialogues } from './dialogue-store.ts';

interface Filter {
	placeCode?: string;
	/** Every public state, so no drafts, when left out. */
	states?: readonly DialogueState[];
	/** Also those that take answers for a step of a meeting; or only those of one meeting, by its id. */
	parts?: true | { of: string };
}

const publicStates = ['scheduled', 'open', 'closing', 'closed'] as const satisfies DialogueState[];

/** Dialogues of a place or of all places, the latest opening first; the parts of meetings only when asked for. */
export async function listDialogues(ctx: Pick<Context, 'db'>, filter: Filter = {}): Promise<Dialogue[]> {
	const { placeCode, states = publicStates, parts } = filter;
	if (states.length === 0) return [];
	const rows = await selectDialogues(ctx.db)
		.where('state', 'in', [...states])
		.$if(placeCode !== undefined, (query) => query.where('placeCode', '=', placeCode!))
		.$if(parts === undefined, (query) => query.where('partOf', 'is', null))
		.$if(typeof parts === 'object', (query) => query.where('partOf', '=', (parts as { of: string }).of))
		.orderBy('opensAt', 'desc')
		.orderBy('code')
		.execute();
	return rows.map(dialogueOf);
}
