import { expect, test } from 'vitest';
import { createTestContext } from '#tests/support/context.ts';
import { statuses } from '../../pledges/pledge.ts';
import { listPledgeViews, readPledgePage } from '../../pledges/server/read-pledge-page.ts';
import { checkWording } from '../../pledges/wording/check-wording.ts';
import { saffle } from '../places.ts';
import { examplePledges } from '../pledges-example.ts';
import { pledges2017 } from '../pledges-2017.ts';
import { playSaffle2017 } from './fill-demonstration.ts';
import { fillPledges } from './fill-pledges.ts';
import { createDemonstrationStaff } from './staff.ts';

test("Säffle's pledges show every state to everybody, the made-up ones marked", async () => {
	const ctx = await createTestContext();
	await createDemonstrationStaff(ctx);
	await fillPledges(ctx, await playSaffle2017(ctx));
	const visitor = { ...ctx, actor: { kind: 'visitor' as const } };
	const views = await listPledgeViews(visitor, saffle);
	expect(new Set(views.map(({ status }) => status))).toEqual(new Set(statuses));
	expect(views.filter(({ example }) => !example)).toHaveLength(pledges2017.length);
	expect(views.some(({ overdue }) => overdue)).toBe(true);
	expect(views.find(({ status }) => status === 'not-kept')?.reason?.code).toBe('permit');
	const page = await readPledgePage(visitor, { placeCode: saffle, slug: 'ljusare-gangvagar' });
	expect(page.said[0]).toMatchObject({ figure: '26\u00a0%', isResult: true });
	expect(page.focusArea).toBe('Utemiljö');
	expect(page.pledge.history.map(({ kind }) => kind)).toContain('correction');
});

test('the pledges of 2017 are flagged where they are vague, the second period is not', () => {
	const vague = ({ content }: (typeof pledges2017)[0]) =>
		checkWording({ ...content, evidenceIds: ['e'], focusAreaId: null })
			.filter(({ code }) => code === 'vague')
			.map(({ words }) => words);
	expect(pledges2017.map(vague)).toEqual([['synas mer', 'se över'], []]);
	expect(examplePledges(() => '2027-01-01').flatMap(vague)).toEqual([]);
});
