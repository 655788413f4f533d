import { playSaffle2017 } from '#lib/demonstration/server/fill-demonstration.ts';
import type { Context } from '#lib/server/context.ts';
import { openEightQuestionsIn } from '#tests/support/open-dialogue.ts';
import { openAllKindsIn } from './open-all-kinds.ts';
import { openHangingIn } from './open-hanging.ts';
import { openLiveIn } from './open-live.ts';
import { openWithCodesIn } from './open-with-codes.ts';

/**
 * What the browser journeys need and no more: eight questions, all kinds of questions and questions that hang together
 * are open, one dialogue asks for a one-time code; there are results that grow, a dialogue that has not opened, one without an end, and one that is closed.
 */
export async function fillJourneys(ctx: Context): Promise<void> {
	await openEightQuestionsIn(ctx);
	await openAllKindsIn(ctx);
	await openHangingIn(ctx);
	await openWithCodesIn(ctx);
	await openLiveIn(ctx);
	await playSaffle2017(ctx);
}
