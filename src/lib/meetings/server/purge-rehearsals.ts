import { closePartIn, forgetParts } from '#lib/dialogues/server/open-part.ts';
import { listDialogues } from '#lib/dialogues/server/list-dialogues.ts';
import { clearRehearsedIn } from '#lib/sealing/server/clear-rehearsed.ts';
import type { Context } from '#lib/server/context.ts';
import { deleteMeeting, selectOldRehearsals } from './meeting-store.ts';

/** Long enough to look at the last screen, and for the last answers to be sealed. */
const keptMilliseconds = 10 * 60 * 1000;
const dayMilliseconds = 24 * 60 * 60 * 1000;

/** Removes one rehearsal with all its answers; one whose last answers are not sealed yet waits for the next time. */
async function purgeOne(ctx: Context, meetingId: string): Promise<void> {
	await ctx.db.transaction().execute(async (trx) => {
		const parts = await listDialogues({ db: trx }, { parts: { of: meetingId } });
		for (const { id, state } of parts) if (state === 'open') await closePartIn(trx, id);
		if (parts.some(({ state }) => state !== 'closed')) return;
		for (const { id } of parts) await clearRehearsedIn(trx, id);
		await deleteMeeting(trx, meetingId);
	});
	forgetParts(ctx);
}

/** Removes rehearsals that have ended, or were forgotten for a day. */
export async function purgeRehearsals(ctx: Context): Promise<void> {
	const now = ctx.now().getTime();
	const old = { endedBefore: now - keptMilliseconds, madeFor: now - dayMilliseconds / 2 };
	for (const id of await selectOldRehearsals(ctx.db, old)) await purgeOne(ctx, id);
}
