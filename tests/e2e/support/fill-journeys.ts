import { playSaffle2017 } from '#lib/demonstration/server/fill-demonstration.ts';
import type { Context } from '#lib/server/context.ts';
import { openAllKindsIn } from './open-all-kinds.ts';
import { openEightQuestionsIn } from '#tests/support/open-dialogue.ts';

/** What the browser journeys need and no more: eight questions that are open, and one dialogue with results. */
export async function fillJourneys(ctx: Context): Promise<void> {
	await openEightQuestionsIn(ctx);
	await openAllKindsIn(ctx);
	await playSaffle2017(ctx);
}
