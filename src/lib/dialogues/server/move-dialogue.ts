import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { Dialogue, DialogueState } from '../dialogue.ts';
import { mayMove } from '../moves.ts';
import { forgetDialogues } from './dialogue-cache.ts';
import { updateState } from './dialogue-store.ts';
import { readDialogue } from './read-dialogue.ts';

/** What a command on dialogues depends on. */
export type Acting = Pick<Context, 'db' | 'now' | 'actor' | 'vault'>;

/**
 * Moves a dialogue along the table of moves, if nobody else has moved it meanwhile.
 * @throws AppError `not-found` without permission; `not-open` when the move is not allowed from where the dialogue is now
 */
export async function moveDialogue(ctx: Acting, dialogue: Dialogue, to: DialogueState): Promise<Dialogue> {
	const from = dialogue.state;
	const refused = () => new AppError('not-open', `a dialogue that is ${from} cannot become ${to}`);
	await requirePermission(ctx, 'dialogue.publish', dialogue.placeCode);
	if (!mayMove(from, to)) throw refused();
	await ctx.db.transaction().execute(async (trx) => {
		if (!(await updateState(trx, dialogue.id, { from, to }))) throw refused();
		await recordEvent(trx, ctx, {
			action: to === 'closing' ? 'dialogue.closed' : 'dialogue.opened',
			placeCode: dialogue.placeCode,
			subject: `dialogue:${dialogue.id}`,
			before: { state: from },
			after: { state: to }
		});
	});
	forgetDialogues(ctx.db);
	return readDialogue(ctx, dialogue.id);
}
