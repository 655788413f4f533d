import { purgeExpired } from '#lib/accounts/server/purge-expired.ts';
import { listDialogues } from '#lib/dialogues/server/list-dialogues.ts';
import { moveDialoguesByClock } from '#lib/dialogues/server/move-dialogues-by-clock.ts';
import { moveMeetingsByClock } from '#lib/meetings/server/move-meetings-by-clock.ts';
import { purgeRehearsals } from '#lib/meetings/server/purge-rehearsals.ts';
import { playSimulations } from '#lib/meetings/server/simulate-participants.ts';
import { sendPledgeLetters } from '#lib/pledges/server/send-letters.ts';
import { announceRelease } from '#lib/results/server/watch-results.ts';
import { closeAndSeal } from '#lib/sealing/server/close-and-seal.ts';
import { sealDialogue } from '#lib/sealing/server/seal-dialogue.ts';
import { purgeImports } from '#lib/statistics/server/purge-imports.ts';
import { contextOf, type Application } from '#lib/server/application.ts';
import { repeat } from '#lib/server/jobs/repeat.ts';
import type { Context } from '#lib/server/context.ts';

/** When each dialogue was last looked at, in milliseconds; in memory only. */
type LastLooks = Map<string, number>;

async function sealWhatIsDue(ctx: Context, lastLooks: LastLooks): Promise<void> {
	const now = ctx.now().getTime();
	for (const dialogue of await listDialogues(ctx, { states: ['open', 'closing'], parts: true })) {
		const due = (lastLooks.get(dialogue.id) ?? 0) + dialogue.settings.sealEverySeconds * 1000;
		if (dialogue.state === 'open' && now < due) continue;
		lastLooks.set(dialogue.id, now);
		const release =
			dialogue.state === 'closing'
				? await closeAndSeal(ctx, dialogue.id)
				: await sealDialogue(ctx, dialogue.id);
		if (release) announceRelease(ctx.db, dialogue.id, release.seq);
		if (release?.joined) announceRelease(ctx.db, release.joined.dialogueId, release.joined.seq);
	}
}

/**
 * Starts the work that runs by itself: opening and closing by the clock, sealing, and clearing away what has expired.
 * @returns stops it, after what is under way has finished.
 */
export function startJobs(application: Application): () => Promise<void> {
	const ctx = contextOf(application);
	const lastLooks: LastLooks = new Map();
	const failed = (what: string) => (error: unknown) =>
		ctx.log.error({ error: String(error) }, `${what} failed`);
	const moveAndSeal = async () => {
		await moveDialoguesByClock(ctx);
		await moveMeetingsByClock(ctx);
		await sealWhatIsDue(ctx, lastLooks);
	};
	const stops = [
		repeat(moveAndSeal, { everyMilliseconds: 1000, onError: failed('sealing') }),
		repeat(() => playSimulations(ctx), { everyMilliseconds: 500, onError: failed('simulating') }),
		repeat(() => purgeRehearsals(ctx), { everyMilliseconds: 60_000, onError: failed('clearing rehearsals') }),
		repeat(() => sendPledgeLetters(ctx, process.env.ORIGIN ?? ''), {
			everyMilliseconds: 900_000,
			onError: failed('letters about pledges')
		}),
		repeat(() => purgeExpired(ctx), { everyMilliseconds: 3_600_000, onError: failed('clearing away') }),
		repeat(() => purgeImports(ctx), { everyMilliseconds: 3_600_000, onError: failed('clearing imports') })
	];
	return async () => void (await Promise.all(stops.map((stop) => stop())));
}
