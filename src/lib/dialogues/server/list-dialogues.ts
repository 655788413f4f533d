import type { Context } from '#lib/server/context.ts';
import type { Dialogue, DialogueKind, DialogueState } from '../dialogue.ts';
import { dialogueOf, selectDialogues } from './dialogue-store.ts';

interface Filter {
	placeCode?: string;
	/** Every public state, so no drafts, when left out. */
	states?: readonly DialogueState[];
	/** Every kind when left out. Lists for residents show those that ask citizens: the others are answered by link. */
	kind?: DialogueKind;
	/** Also those that take answers for a step of a meeting; or only those of one meeting, by its id. */
	parts?: true | { of: string };
}

const publicStates = ['scheduled', 'open', 'closing', 'closed'] as const satisfies DialogueState[];

/** Dialogues of a place or of all places, the latest opening first; the parts of meetings only when asked for. */
export async function listDialogues(ctx: Pick<Context, 'db'>, filter: Filter = {}): Promise<Dialogue[]> {
	const { placeCode, states = publicStates, parts, kind } = filter;
	if (states.length === 0) return [];
	const rows = await selectDialogues(ctx.db)
		.where('state', 'in', [...states])
		.$if(placeCode !== undefined, (query) => query.where('placeCode', '=', placeCode!))
		.$if(parts === undefined, (query) => query.where('partOf', 'is', null))
		.$if(typeof parts === 'object', (query) => query.where('partOf', '=', (parts as { of: string }).of))
		.$if(kind !== undefined, (query) => query.where('kind', '=', kind!))
		.orderBy('opensAt', 'desc')
		.orderBy('code')
		.execute();
	return rows.map(dialogueOf);
}
