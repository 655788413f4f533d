import { playSaffle2017 } from '#lib/demonstration/server/fill-demonstration.ts';
import type { Context } from '#lib/server/context.ts';
import { openEightQuestionsIn } from '#tests/support/open-dialogue.ts';
import { openAllKindsIn } from './open-all-kinds.ts';
import { openLiveIn } from './open-live.ts';
import { openWithCodesIn } from './open-with-codes.ts';

/**
 * What the browser journeys need and no more: eight questions and all kinds of questions that are open, one that asks
 * for a one-time code, results that grow, a dialogue that has not opened, one without an end, and one that is closed.
 */
export async function fillJourneys(ctx: Context): Promise<void> {
	await openEightQuestionsIn(ctx);
	await openAllKindsIn(ctx);
	await openWithCodesIn(ctx);
	await openLiveIn(ctx);
	await playSaffle2017(ctx);
}
