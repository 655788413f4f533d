import { expect, test } from 'vitest';
import { createTestContext } from '#tests/support/context.ts';
import { statuses } from '../../pledges/pledge.ts';
import { listPledgeViews, readPledgePage } from '../../pledges/server/read-pledge-page.ts';
import { readPledgeOverview } from '../../pledges/server/read-overview.ts';
import { listFocusAreas } from '../../situation/server/save-focus-area.ts';
import { checkWording } from '../../pledges/wording/check-wording.ts';
import { saffle } from '../places.ts';
import { examplePledges } from '../pledges-example.ts';
import { pledges2017 } from '../pledges-2017.ts';
import { playSaffle2017 } from './fill-demonstration.ts';
import { fillPicture } from './fill-picture.ts';
import { fillPledges } from './fill-pledges.ts';
import { staffActor } from './staff-actor.ts';
import { createDemonstrationStaff } from './staff.ts';

test("Säffle's pledges show every state to everybody, the made-up ones marked", async () => {
	const ctx = await createTestContext();
	await createDemonstrationStaff(ctx);
	const dialogue = await playSaffle2017(ctx);
	await fillPicture(ctx, dialogue);
	await fillPledges(ctx, dialogue);
	const visitor = { ...ctx, actor: { kind: 'visitor' as const } };
	const views = await listPledgeViews(visitor, saffle);
	expect(new Set(views.map(({ status }) => status))).toEqual(new Set(statuses));
	expect(views.filter(({ example }) => !example)).toHaveLength(pledges2017.length);
	expect(views.some(({ overdue }) => overdue)).toBe(true);
	expect(views.find(({ status }) => status === 'not-kept')?.reason?.code).toBe('permit');
	const page = await readPledgePage(visitor, { placeCode: saffle, slug: 'ljusare-gangvagar' });
	expect(page.said[0]).toMatchObject({ figure: '26\u00a0%', isResult: true });
	expect(page).toMatchObject({ focusArea: 'Utemiljö', cause: 'Mörka gångvägar i centrum' });
	expect(page.pledge.history.map(({ kind }) => kind)).toContain('correction');
	const staff = { ...ctx, actor: await staffActor(ctx, 'samordnare@demonstration.example') };
	const { orphans } = await readPledgeOverview(staff);
	expect(orphans.map(({ title, kind }) => [title, kind])).toEqual([['Vuxna på stan vid lovet', 'cause']]);
	const areas = await listFocusAreas(staff, { placeCode: saffle });
	for (const { causeId, focusAreaId } of await ctx.db.selectFrom('pledge').selectAll().execute())
		if (causeId) expect(areas.find(({ id }) => id === focusAreaId)!.causeIds).toContain(causeId);
});

test('the pledges of 2017 are flagged where they are vague, the second period is not', () => {
	const vague = ({ content }: (typeof pledges2017)[0]) =>
		checkWording({ ...content, evidenceIds: ['e'], focusAreaId: null, causeId: null })
			.filter(({ code }) => code === 'vague')
			.map(({ words }) => words);
	expect(pledges2017.map(vague)).toEqual([['synas mer', 'se över'], []]);
	expect(examplePledges(() => '2027-01-01').flatMap(vague)).toEqual([]);
});
