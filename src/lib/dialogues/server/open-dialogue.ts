import { AppError } from '#lib/server/app-error.ts';
import type { Dialogue } from '../dialogue.ts';
import { moveDialogue, type Acting } from './move-dialogue.ts';
import { readDialogue } from './read-dialogue.ts';

/**
 * Opens a dialogue; from then on the database freezes its settings. One whose first day is still to come is scheduled
 * and opens by the clock.
 * @returns the dialogue, `open` or `scheduled`
 * @throws AppError `not-found`; `not-open` when it has been open already or its last day has passed
 */
export async function openDialogue(ctx: Acting, id: string): Promise<Dialogue> {
	const dialogue = await readDialogue(ctx, id);
	const now = ctx.now().getTime();
	if (dialogue.closesAt !== null && dialogue.closesAt.getTime() <= now)
		throw new AppError('not-open', 'the last day has passed');
	const early = now < dialogue.opensAt.getTime();
	if (early && dialogue.state === 'scheduled') return dialogue;
	return moveDialogue(ctx, dialogue, early ? 'scheduled' : 'open');
}
