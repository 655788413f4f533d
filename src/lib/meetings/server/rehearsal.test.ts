import { expect, test } from 'vitest';
import { listDialogues } from '#lib/dialogues/server/list-dialogues.ts';
import { closeAndSeal } from '#lib/sealing/server/close-and-seal.ts';
import { mustBeOk } from '#tests/support/builders.ts';
import { onBothEngines, type TestContext } from '#tests/support/context.ts';
import { planMeeting, steerThrough } from '#tests/support/meeting.ts';
import { moveMeetingsByClock } from './move-meetings-by-clock.ts';
import { publishReport } from './publish-report.ts';
import { purgeRehearsals } from './purge-rehearsals.ts';
import { listReportedMeetings, readMeetingReport, readPublishedReport } from './read-meeting-report.ts';
import { recordHandCount } from './record-hand-count.ts';
import { rehearseMeeting } from './rehearse-meeting.ts';
import { listMeetings } from './list-meetings.ts';
import { playSimulations, simulateParticipants } from './simulate-participants.ts';

const later = (ctx: TestContext, seconds: number) =>
	ctx.setNow(new Date(ctx.now().getTime() + seconds * 1000));

/** What the jobs do with a meeting's parts that have closed. */
async function sealParts(ctx: TestContext, meetingId: string): Promise<string[]> {
	await moveMeetingsByClock(ctx);
	const parts = await listDialogues(ctx, { parts: { of: meetingId } });
	for (const { id, state } of parts) if (state === 'closing') await closeAndSeal(ctx, id);
	return parts.map(({ id }) => id);
}

onBothEngines('a rehearsal', (createContext) => {
	test('is answered by simulated participants, and leaves no answer behind', async () => {
		const ctx = await createContext();
		const meeting = await planMeeting(ctx);
		expect(await simulateParticipants(ctx, { meetingId: meeting.id, count: 5 })).toMatchObject({ ok: false });
		const rehearsal = await rehearseMeeting(ctx, meeting.id);
		expect(rehearsal).toMatchObject({ rehearsal: true, announced: false });
		expect(rehearsal.code).not.toBe(meeting.code);
		expect((await listMeetings(ctx, '1785')).map(({ id }) => id)).toEqual([meeting.id]);
		await steerThrough(ctx, rehearsal, 'start', 1);
		await mustBeOk(simulateParticipants(ctx, { meetingId: rehearsal.id, count: 24 }));
		for (let look = 0; look < 30; look++) await playSimulations(ctx);
		await steerThrough(ctx, rehearsal, 3);
		for (let look = 0; look < 30; look++) await playSimulations(ctx);
		await steerThrough(ctx, rehearsal, 'end');
		later(ctx, 11);
		const parts = await sealParts(ctx, rehearsal.id);
		const report = await readMeetingReport(ctx, { meetingId: rehearsal.id, language: 'sv' });
		expect(report.participants).toBe(24);
		await expect(publishReport(ctx, rehearsal.id)).rejects.toThrow('no report');

		await purgeRehearsals(ctx);
		expect(await ctx.db.selectFrom('meeting').select('id').execute()).toHaveLength(2);
		later(ctx, 11 * 60);
		await purgeRehearsals(ctx);
		expect(await ctx.db.selectFrom('meeting').select('id').execute()).toEqual([{ id: meeting.id }]);
		for (const table of ['sealedCount', 'published', 'remainder', 'block', 'freeText', 'spent'] as const)
			expect(await ctx.db.selectFrom(table).selectAll().execute(), table).toEqual([]);
		expect(parts).toHaveLength(2);
	});
});

onBothEngines('a report', (createContext) => {
	test('holds answers and hands apart, and everybody reads it once it is published', async () => {
		const ctx = await createContext();
		const meeting = await planMeeting(ctx);
		await steerThrough(ctx, meeting, 'start', 2, 'end');
		const language = 'sv';
		const report = () => readMeetingReport(ctx, { meetingId: meeting.id, language });
		expect((await report()).steps).toMatchObject([{ kind: 'tally', tally: null, result: null }]);
		const { id: stepId } = (await report()).steps[0]!;
		const counted = (counts: Record<string, number>) =>
			recordHandCount(ctx, { meetingId: meeting.id, stepId, counts });
		expect(await counted({ moon: 1 })).toMatchObject({ ok: false, problems: [{ code: 'unknown-option' }] });
		expect(await counted({ here: -1 })).toMatchObject({ ok: false, problems: [{ code: 'not-a-number' }] });
		await mustBeOk(counted({ here: 31, elsewhere: 4 }));
		await mustBeOk(counted({ here: 32 }));
		const address = { placeCode: meeting.placeCode, slug: meeting.slug, language } as const;
		await expect(readPublishedReport(ctx, address)).rejects.toThrow('no such report');
		await publishReport(ctx, meeting.id);
		const visitor = { ...ctx, actor: { kind: 'visitor' } as const };
		const published = await readPublishedReport(visitor, address);
		expect(published.participants).toBeNull();
		expect(published.steps[0]!.tally!.rows.map(({ count }) => count)).toEqual([32, 4]);
		expect(await listReportedMeetings(ctx, 'none')).toEqual([]);
	});
});
