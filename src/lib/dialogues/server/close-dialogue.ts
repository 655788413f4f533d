import type { Dialogue } from '../dialogue.ts';
import { moveDialogue, type Acting } from './move-dialogue.ts';
import { readDialogue } from './read-dialogue.ts';

/**
 * Stops taking answers: the dialogue is `closing` until its last answers are sealed, then markClosed makes it `closed`.
 * @throws AppError `not-found`; `not-open` when it is not open
 */
export async function closeDialogue(ctx: Acting, id: string): Promise<Dialogue> {
	return moveDialogue(ctx, await readDialogue(ctx, id), 'closing');
}
