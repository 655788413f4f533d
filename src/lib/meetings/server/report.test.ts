import { expect, test } from 'vitest';
import { publishReport } from './publish-report.ts';
import { readMeetingReport, readPublishedReport } from './read-meeting-report.ts';
import { readPublishedPhoto, readReportParts, readReportPhoto } from './read-report-parts.ts';
import { addReportPhoto, removeReportPhoto, saveReport } from './save-report.ts';
import { image } from '#tests/support/staff-cast.ts';
import { mustBeOk } from '#tests/support/builders.ts';
import { onBothEngines } from '#tests/support/context.ts';
import { planMeeting, steerThrough } from '#tests/support/meeting.ts';

onBothEngines('a meeting report', (createContext) => {
	test('keeps what staff add, shows photos to others once it is published, and forgets those taken out', async () => {
		const ctx = await createContext();
		const { id, placeCode, slug } = await planMeeting(ctx);
		await mustBeOk(saveReport(ctx, { meetingId: id, conclusions: ' Mer ljus. ', quotes: ['a'] }));
		await mustBeOk(saveReport(ctx, { meetingId: id, conclusions: 'Mer ljus vid torget.', quotes: [] }));
		const photo = { meetingId: id, bytes: new Uint8Array(image), alternativeText: 'Tavlan vid bord 1' };
		await mustBeOk(addReportPhoto(ctx, photo));
		const { photos, conclusions, quotes } = await readReportParts(ctx, { id });
		expect({ conclusions, quotes }).toEqual({ conclusions: 'Mer ljus vid torget.', quotes: [] });
		expect(photos).toMatchObject([{ number: 1, alternativeText: 'Tavlan vid bord 1' }]);
		const at = { meetingId: id, id: photos[0]!.id };
		const stored = await readReportPhoto(ctx, at);
		expect(stored.mediaType).toBe('image/png');
		const visitor = { ...ctx, actor: { kind: 'visitor' as const } };
		await expect(readReportPhoto(visitor, at)).rejects.toMatchObject({ code: 'not-found' });

		await expect(publishReport(ctx, id)).rejects.toMatchObject({ code: 'not-open' });
		await steerThrough(ctx, { id }, 'start', 'end');
		const { meeting: before } = await readMeetingReport(ctx, { meetingId: id, language: 'sv' });
		await expect(readPublishedPhoto(ctx, { meeting: before, id: at.id })).rejects.toMatchObject({
			code: 'not-found'
		});
		await publishReport(ctx, id);
		const { meeting } = await readPublishedReport(visitor, { placeCode, slug, language: 'sv' });
		expect((await readPublishedPhoto(visitor, { meeting, id: at.id })).content.equals(stored.content)).toBe(
			true
		);

		await removeReportPhoto(ctx, at);
		expect((await readReportParts(ctx, { id })).photos).toEqual([]);
		await expect(removeReportPhoto(ctx, at)).rejects.toMatchObject({ code: 'not-found' });
	});

	test('takes no photo that is not one, and none without words', async () => {
		const ctx = await createContext();
		const { id } = await planMeeting(ctx, {}, []);
		const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');
		const outcome = await addReportPhoto(ctx, { meetingId: id, bytes: svg, alternativeText: ' ' });
		expect(outcome.ok ? [] : outcome.problems.map(({ at, code }) => `${at} ${code}`)).toEqual([
			'photo unknown-type',
			'alternativeText missing'
		]);
	});
});
