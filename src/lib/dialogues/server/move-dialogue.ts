import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { Dialogue, DialogueState } from '../dialogue.ts';
import { mayMove } from '../moves.ts';
import { forgetDialogues } from './dialogue-cache.ts';
import { updateState } from './dialogue-store.ts';
import { readDialogue } from './read-dialogue.ts';

/**
 * Moves a dialogue along the table of moves, if nobody else has moved it meanwhile.
 * @throws AppError `not-open` when the move is not allowed from where the dialogue is now
 */
export async function moveDialogue(
	ctx: Pick<Context, 'db'>,
	dialogue: Dialogue,
	to: DialogueState
): Promise<Dialogue> {
	const from = dialogue.state;
	const moved = mayMove(from, to) && (await updateState(ctx.db, dialogue.id, { from, to }));
	forgetDialogues(ctx.db);
	if (!moved) throw new AppError('not-open', `a dialogue that is ${from} cannot become ${to}`);
	return readDialogue(ctx, dialogue.id);
}
