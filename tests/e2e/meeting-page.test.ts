import { expect, test } from '@playwright/test';
import { publishReport } from '#lib/meetings/server/publish-report.ts';
import { planMeeting, steerThrough } from '../support/meeting.ts';
import { expectNoAxeViolations, expectNoSidewaysScroll } from './support/answering.ts';
import { openCollected } from './support/collecting.ts';
import { startWorkspace, type Workspace } from './support/workspace.ts';

let workspace: Workspace;

test.beforeAll(async () => {
	test.setTimeout(240_000);
	workspace = await startWorkspace();
});

test.afterAll(() => workspace?.stop());

const held = [
	['', 'Mötet har hållits.', 'Rapporten kommer här', 'Se vad som händer i dialogen'],
	['/en', 'The meeting has been held.', 'The report will be here', 'See what happens in the dialogue'],
	['/ar', 'عُقد الاجتماع.', 'سيُنشر التقرير هنا', 'تابع ما يحدث في الحوار']
] as const;

test('the page of a meeting that has been held says what became of it, not what will happen', async ({
	browser
}) => {
	const { ctx } = workspace;
	const dialogue = await openCollected(ctx);
	const title = { sv: 'Kväll på biblioteket', en: 'Evening at the library' };
	const meeting = await planMeeting(ctx, { title, dialogueId: dialogue.id });
	await steerThrough(ctx, meeting, 'start', 'end');
	const page = await (await browser.newContext({ baseURL: workspace.origin })).newPage();
	for (const [language, over, later, thread] of held) {
		await page.goto(`${language}/saffle/moten/${meeting.slug}`);
		await expect(page.getByText(over)).toBeVisible();
		await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(later);
		const way = page.locator('p', { hasText: thread }).getByRole('link');
		await expect(way).toHaveAttribute('href', `${language}/saffle/dialog/${dialogue.slug}`);
		await expect(page.locator('a[href$=".ics"]')).toHaveCount(0);
		await expect(page.locator('dl > *')).toHaveCount(2);
		await expectNoAxeViolations(page);
		await expectNoSidewaysScroll(page);
	}
	await publishReport(ctx, meeting.id);
	await page.goto(`/saffle/moten/${meeting.slug}`);
	await expect(page.locator('#rapport')).toBeVisible();
	await expect(page.getByText('Rapporten kommer här')).toHaveCount(0);

	const hour = 60 * 60 * 1000;
	const [startsAt, endsAt] = [new Date(Date.now() - 3 * hour), new Date(Date.now() - hour)];
	const passed = await planMeeting(ctx, { title, startsAt, endsAt });
	await page.goto(`/saffle/moten/${passed.slug}`);
	await expect(page.getByText('Tiden för mötet har gått.')).toBeVisible();
	await expect(page.locator('a[href$=".ics"]')).toHaveCount(0);
});
