import { expect, test } from 'vitest';
import { listEvents } from '#lib/audit/server/list-events.ts';
import { mustBeOk } from '#tests/support/builders.ts';
import { onBothEngines, type TestContext } from '#tests/support/context.ts';
import { createStaff } from '#tests/support/people.ts';
import { lamps, publishLamps, takeEvidence } from '#tests/support/pledges.ts';
import { isReportOverdue, pledgeStatus } from '../pledge-status.ts';
import type { Pledge } from '../pledge.ts';
import { approvePledge, signPledge } from './approve-pledge.ts';
import { correctPledge, extendPledge } from './mend-pledge.ts';
import { publishPledge } from './publish-pledge.ts';
import { listPublicPledges, readPledge, readPublicPledge } from './read-pledge.ts';
import { recordProgress } from './record-progress.ts';
import { reportPledge } from './report-pledge.ts';
import { changePledge, createPledge, deletePledgeDraft } from './write-pledge.ts';

const placeCode = '1785';

async function cast(ctx: TestContext) {
	const staff = (role: 'editor' | 'publisher' | 'reader' | 'partner', name: string, place = placeCode) =>
		createStaff(ctx, { role, placeCode: place, name });
	const police = await staff('publisher', 'Polis Exempel', 'lpo-arvika');
	const coordinator = await staff('editor', 'Samordnare Exempel');
	return {
		police: police.ctx,
		municipality: coordinator.ctx,
		publisher: police.ctx,
		reader: (await staff('reader', 'Läsare Exempel')).ctx,
		partner: await staff('partner', 'Nattvandrare Exempel')
	};
}

const problemsOf = async (work: Promise<{ ok: boolean }>) => {
	const outcome = (await work) as { ok: false; problems: { at: string; code: string }[] };
	return outcome.ok ? [] : outcome.problems.map(({ at, code }) => `${at} ${code}`.trim());
};

const word = (pledgeId: string, change: object = {}) => ({
	...{ pledgeId, text: 'Nio av 14 är klara.', outcome: null, reason: null, value: 5 },
	...{ nextReportOn: '2027-08-01', ...change }
});
const line = (pledge: Pledge, change: object = {}) => ({
	...{ activityId: pledge.activities[0]!.id, day: '2027-03-01', quantity: 9, place: 'Tingvallastaden' },
	...{ text: 'Nio lampor byttes.', outcome: null, reason: null, photo: null, ...change }
});

onBothEngines('a pledge', (createContext) => {
	test('goes from draft to residents through two persons and two signatures, each step in the log', async () => {
		const ctx = await createContext();
		const who = await cast(ctx);
		const evidenceId = await takeEvidence(who.publisher, placeCode);
		const draft = await mustBeOk(createPledge(who.municipality, { placeCode, content: lamps(evidenceId) }));
		const { id } = draft;
		expect(
			await problemsOf(
				signPledge(who.publisher, { id, side: 'police', title: 'Chef', day: '2027-03-01' }).catch(() => ({
					ok: false,
					problems: [{ at: '', code: 'absent' }]
				}))
			)
		).toEqual(['absent']);
		await mustBeOk(approvePledge(who.municipality, { id, side: 'municipality' }));
		expect(await problemsOf(approvePledge(who.municipality, { id, side: 'police' }))).toEqual([
			'side same-person'
		]);
		await mustBeOk(changePledge(who.police, { id, revision: 1, parts: { title: 'Ljusa gångvägar' } }));
		expect(await problemsOf(changePledge(who.police, { id, revision: 1, parts: {} }))).toEqual([
			'changed-meanwhile'
		]);
		expect((await readPledge(ctx, id)).approvals).toEqual([]);
		await mustBeOk(approvePledge(who.municipality, { id, side: 'municipality' }));
		expect(await mustBeOk(approvePledge(who.police, { id, side: 'police' }))).toBe('approved');
		await expect(
			signPledge(who.municipality, { id, side: 'police', title: 'Chef', day: '2027-03-01' })
		).rejects.toThrow('not-found');
		await mustBeOk(signPledge(who.publisher, { id, side: 'police', title: 'Chef', day: '2027-03-01' }));
		await expect(publishPledge(who.publisher, id)).rejects.toThrow('not-found');
		const signed = { id, side: 'municipality', title: 'Ordförande', day: '2027-03-01' } as const;
		expect(await mustBeOk(signPledge(who.publisher, signed))).toBe('signed');
		expect(await listPublicPledges(ctx, placeCode)).toEqual([]);
		const pledge = await mustBeOk(publishPledge(who.publisher, id));
		expect(pledge).toMatchObject({ slug: 'ljusa-gangvagar', state: 'published', publishedOn: '2027-03-01' });
		const told = await readPublicPledge({ db: ctx.db }, { placeCode, slug: 'ljusa-gangvagar' });
		expect(told.signatures.map(({ side, title }) => [side, title])).toEqual([
			['police', 'Chef'],
			['municipality', 'Ordförande']
		]);
		await expect(
			changePledge(who.police, { id, revision: pledge.revision, parts: { title: 'x' } })
		).rejects.toThrow('not-found');
		await expect(deletePledgeDraft(who.police, id)).rejects.toThrow('not-found');
		const { events } = await listEvents(ctx, {});
		expect(
			events
				.map(({ action }) => action)
				.filter((action) => action.startsWith('pledge.'))
				.reverse()
		).toEqual([
			'pledge.created',
			'pledge.approved',
			'pledge.changed',
			'pledge.approved',
			'pledge.approved',
			'pledge.signed',
			'pledge.signed',
			'pledge.published'
		]);
	});

	test('is late by the clock alone, owes a reason then, and can be corrected, extended and ended in the open', async () => {
		const ctx = await createContext();
		const who = await cast(ctx);
		const pledge = await publishLamps(who, { placeCode });
		const { id } = pledge;
		const look = async () => {
			const told = await readPublicPledge(ctx, { placeCode, slug: pledge.slug! });
			const today = ctx.now().toISOString().slice(0, 10);
			return [pledgeStatus(told.pledge, told.story, today), isReportOverdue(told.pledge, today)];
		};
		expect(await look()).toEqual(['ongoing', false]);
		ctx.setNow('2027-06-02T12:00:00Z');
		expect(await look()).toEqual(['ongoing', true]);
		await mustBeOk(reportPledge(who.municipality, word(id)));
		expect(await look()).toEqual(['ongoing', false]);
		ctx.setNow('2027-11-02T12:00:00Z');
		expect(await look()).toEqual(['late', true]);
		const next = { nextReportOn: '2028-01-01' };
		expect(await problemsOf(reportPledge(who.municipality, word(id, { ...next, text: ' ' })))).toEqual([
			'text missing'
		]);
		expect(await problemsOf(reportPledge(who.municipality, word(id, next)))).toEqual(['reason missing']);
		expect(
			await problemsOf(
				reportPledge(who.municipality, word(id, { ...next, reason: { code: 'other', text: '' } }))
			)
		).toEqual(['reason.text missing']);
		const reason = { code: 'season', text: '' } as const;
		await mustBeOk(reportPledge(who.municipality, word(id, { ...next, reason })));
		expect(await look()).toEqual(['late', false]);
		const after = 'Vi lovar att alla 14 gångvägar ska ha fungerande belysning senast 1 december 2027.';
		await mustBeOk(
			correctPledge(who.publisher, { pledgeId: id, field: 'sentence', after, why: 'Fel månad.' })
		);
		expect(
			await problemsOf(extendPledge(who.publisher, { pledgeId: id, to: '2027-11-02', why: 'Frost.', reason }))
		).toEqual(['to not-later']);
		await mustBeOk(
			extendPledge(who.publisher, { pledgeId: id, to: '2028-05-31', why: 'Marken var frusen.', reason })
		);
		expect(await look()).toEqual(['extended', false]);
		const ended = { outcome: 'not-kept', nextReportOn: null, text: 'Pengarna tog slut.' };
		expect(await problemsOf(reportPledge(who.municipality, word(id, ended)))).toEqual(['reason missing']);
		await mustBeOk(
			reportPledge(who.municipality, word(id, { ...ended, reason: { code: 'resources', text: '' } }))
		);
		expect(await look()).toEqual(['not-kept', false]);
		const { story } = await readPublicPledge(ctx, { placeCode, slug: pledge.slug! });
		expect(story.corrections[0]).toMatchObject({ field: 'sentence', before: pledge.sentence, after });
		expect(story.extensions[0]).toMatchObject({ from: '2027-11-01', to: '2028-05-31', reason });
		await expect(reportPledge(who.municipality, word(id))).rejects.toThrow('not-found');
	});

	test('is published whole or not at all, and changes with a text or not at all, by any path', async () => {
		const ctx = await createContext();
		const who = await cast(ctx);
		const evidenceId = await takeEvidence(who.publisher, placeCode);
		const bare = await mustBeOk(createPledge(who.municipality, { placeCode }));
		const lacking = await problemsOf(approvePledge(who.municipality, { id: bare.id, side: 'municipality' }));
		for (const at of ['sentence', 'evidence', 'activities', 'indicator.startValue', 'nextReportOn', 'place'])
			expect(lacking).toContain(`${at} missing`);
		const set = (id: string, change: object) =>
			ctx.db.updateTable('pledge').set(change).where('id', '=', id).execute();
		const whole = await mustBeOk(createPledge(who.municipality, { placeCode, content: lamps(evidenceId) }));
		const shown = { state: 'published', slug: 'x', publishedOn: '2027-03-01' };
		await expect(set(bare.id, shown)).rejects.toThrow('published whole');
		await expect(set(whole.id, shown)).rejects.toThrow('published whole');
		await expect(
			ctx.db
				.insertInto('pledge')
				.values({
					...(await ctx.db
						.selectFrom('pledge')
						.selectAll()
						.where('id', '=', whole.id)
						.executeTakeFirstOrThrow()),
					...shown,
					id: 'y',
					state: 'published'
				})
				.execute()
		).rejects.toThrow('begins as a draft');
		const pledge = await publishLamps(who, { placeCode, change: { title: 'Annat' } });
		for (const change of [
			{ outcome: 'done' },
			{ validTo: '2029-01-01' },
			{ sentence: 'x' },
			{ state: 'draft' },
			{ nextReportOn: '2030-01-01' },
			{ startValue: null }
		])
			await expect(set(pledge.id, change)).rejects.toThrow(/without a text|stays as it is/);
		await expect(
			ctx.db.deleteFrom('pledgeEvidence').where('pledgeId', '=', pledge.id).execute()
		).rejects.toThrow('stays');
		await expect(ctx.db.deleteFrom('activity').where('pledgeId', '=', pledge.id).execute()).rejects.toThrow(
			'stays'
		);
		await expect(
			ctx.db.updateTable('activity').set({ owner: '' }).where('pledgeId', '=', pledge.id).execute()
		).rejects.toThrow('keeps its owner');
		const { id: evidence } = { id: pledge.evidenceIds[0]! };
		await expect(createPledge(who.reader, { placeCode })).rejects.toThrow('not-found');
		expect(
			await problemsOf(
				createPledge(who.municipality, { placeCode, content: { evidenceIds: [evidence, 'nothing'] } })
			)
		).toEqual(['evidence unknown']);
	});

	test('is reported on by its owners: a partner their own activity and nothing else', async () => {
		const ctx = await createContext();
		const who = await cast(ctx);
		const { personId } = who.partner;
		const evidenceId = await takeEvidence(who.publisher, placeCode);
		const { activities } = lamps(evidenceId);
		const own = {
			...activities[0]!,
			id: 'own',
			party: 'partner' as const,
			what: 'Nattvandring',
			ownerId: personId
		};
		const pledge = await publishLamps(who, { placeCode, change: { activities: [activities[0]!, own] } });
		const partner = who.partner.ctx;
		await mustBeOk(recordProgress(partner, { ...line(pledge), activityId: 'own' }));
		await expect(recordProgress(partner, line(pledge))).rejects.toThrow('not-found');
		await expect(recordProgress(who.reader, line(pledge))).rejects.toThrow('not-found');
		await expect(readPledge(partner, pledge.id)).rejects.toThrow('not-found');
		await expect(reportPledge(partner, word(pledge.id))).rejects.toThrow('not-found');
		await mustBeOk(recordProgress(who.municipality, line(pledge)));
		expect(await problemsOf(recordProgress(who.municipality, line(pledge, { text: '' })))).toEqual([
			'text missing'
		]);
		expect(await problemsOf(recordProgress(who.municipality, line(pledge, { day: '2027-03-02' })))).toEqual([
			'day in-the-future'
		]);
		ctx.setNow('2027-11-02T12:00:00Z');
		expect(await problemsOf(recordProgress(who.municipality, line(pledge, { quantity: 1 })))).toEqual([
			'reason missing'
		]);
		await mustBeOk(recordProgress(who.municipality, line(pledge, { quantity: 5 })));
		const { story } = await readPublicPledge(ctx, { placeCode, slug: pledge.slug! });
		expect(story.progress.map(({ quantity }) => quantity).sort()).toEqual([5, 9, 9]);
	});
});
