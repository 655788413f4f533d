import type { Transaction } from 'kysely';
import type { Context } from '#lib/server/context.ts';
import type { Database } from '#lib/server/db/database.ts';
import { randomId } from '#lib/server/random.ts';
import type { Dialogue } from '../dialogue.ts';
import { dayOf } from '../period.ts';
import { forgetDialogues } from './dialogue-cache.ts';
import { insertDialogue, updateState } from './dialogue-store.ts';

/** What a part takes from its meeting. */
export type NewPart = Pick<
	Dialogue,
	'placeCode' | 'title' | 'questionnaireId' | 'version' | 'languages' | 'settings' | 'joins'
> & { partOf: string };

/** Longer than a code that people write, so that those do not run out. */
const digits = 12;

const partCode = ({ random }: Pick<Context, 'random'>): string =>
	String(random.integer(1, 9)) + Array.from({ length: digits - 1 }, () => random.integer(0, 9)).join('');

/**
 * Opens a dialogue that takes the answers of one step of a meeting, inside the transaction of a command that has asked
 * whether it is allowed and writes its own line in the log. It is sealed and shown by the rules of every dialogue.
 */
export async function openPartIn(
	trx: Transaction<Database>,
	ctx: Pick<Context, 'random' | 'now'>,
	part: NewPart
): Promise<Dialogue> {
	const code = partCode(ctx);
	const day = dayOf(ctx.now());
	const dialogue: Dialogue = {
		id: randomId(ctx.random),
		code,
		placeCode: part.placeCode,
		slug: `del-${code}`,
		kind: 'citizen',
		state: 'open',
		title: part.title,
		questionnaireId: part.questionnaireId,
		version: part.version,
		opensAt: ctx.now(),
		closesAt: null,
		resultsDueOn: day,
		pledgesDueOn: day,
		channels: ['meeting'],
		languages: part.languages,
		settings: part.settings,
		entry: 'open',
		partOf: part.partOf,
		joins: part.joins
	};
	if (!(await insertDialogue(trx, dialogue))) throw new Error('the code of a part is taken');
	return dialogue;
}

/**
 * Stops taking answers in a part: its last ones are sealed and it is closed.
 * @returns false when it had been stopped before
 */
export const closePartIn = (trx: Transaction<Database>, id: string): Promise<boolean> =>
	updateState(trx, id, { from: 'open', to: 'closing' });

/** After the commit of what opened or stopped parts: the next read sees it. */
export const forgetParts = ({ db }: Pick<Context, 'db'>): void => forgetDialogues(db);
