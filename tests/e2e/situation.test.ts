import { gzipSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { playSaffle2017 } from '#lib/demonstration/server/fill-demonstration.ts';
import { playClosedDialogue } from '#lib/demonstration/server/play-dialogue.ts';
import { saffleStaff, saffleStaffReplies } from '#lib/demonstration/saffle-picture.ts';
import { setStage } from '#lib/demonstration/server/stage.ts';
import { changeImport } from '#lib/statistics/server/change-import.ts';
import { confirmImport } from '#lib/statistics/server/confirm-import.ts';
import { stageImport } from '#lib/statistics/server/stage-import.ts';
import type { Context } from '#lib/server/context.ts';
import { expectNoAxeViolations, expectNoSidewaysScroll } from './support/answering.ts';
import { countActions } from './support/counted.ts';
import { enterBy, startWorkspace, type Workspace } from './support/workspace.ts';

const placeCode = '1785';
let workspace: Workspace;

async function importFile(ctx: Context, title: string, values: number[]): Promise<void> {
	const text = [
		'Kommun;År;Andel (%)',
		...values.map((value, index) => `Säffle;${2013 + index};${value}`)
	].join('\n');
	const staged = await stageImport(ctx, { placeCode, fileName: `${title}.csv`, bytes: Buffer.from(text) });
	if (!staged.ok) throw new Error('the file was refused');
	const said = { title, source: 'Påhittat', licence: '', retrievedOn: '2026-11-01', period: '', place: '' };
	await changeImport(ctx, {
		id: staged.value.id,
		settings: { ...said, heads: null, columns: {}, public: true }
	});
	await confirmImport(ctx, staged.value.id);
}

test.beforeAll(async () => {
	test.setTimeout(180_000);
	workspace = await startWorkspace();
	const { ctx } = workspace;
	await playSaffle2017(ctx);
	const stage = setStage(ctx, 'staff');
	await playClosedDialogue(stage, {
		...{ placeCode, kind: 'staff', title: saffleStaff.title, definition: saffleStaff },
		...{
			opensOn: '2017-04-03',
			closesOn: '2017-04-21',
			resultsDueOn: '2017-04-28',
			pledgesDueOn: '2017-06-01'
		},
		...{ repliesPerSeal: 34, lastReplyAt: new Date('2017-04-20T10:00:00Z') },
		replies: saffleStaffReplies(stage.random)
	});
	await importFile(ctx, 'Trygga på kvällen', [84, 83, 80, 74, 70]);
	await importFile(ctx, 'Nöjda med belysningen', [60, 61, 58, 55, 52]);
});
test.afterAll(() => workspace?.stop());

async function expectSound(page: Page): Promise<void> {
	await expectNoSidewaysScroll(page);
	await expectNoAxeViolations(page);
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

test('from two closed dialogues and two imported files to a published picture, by people of two sides, counted', async ({
	browser
}) => {
	test.setTimeout(240_000);
	const signedIn = async (role: 'editor' | 'publisher', code: string) => {
		const context = await browser.newContext({
			baseURL: workspace.origin,
			viewport: { width: 1100, height: 900 }
		});
		const page = await context.newPage();
		await enterBy(page, await workspace.person({ name: `${role} ${code}`, role, placeCode: code }));
		return page;
	};
	const page = await signedIn('editor', placeCode);
	const { click, write, count } = countActions(page);
	await click(page.getByRole('link', { name: 'Lägesbild', exact: true }));
	await click(page.getByRole('link', { name: 'Gör ett utkast' }));
	await expectSound(page);
	for (const title of ['Trygga på kvällen', 'Nöjda med belysningen']) await click(page.getByLabel(title));
	await write(page.getByLabel('Från'), '2016-10-01');
	await write(page.getByLabel('Till och med'), '2017-04-30');
	await click(button(page, 'Skriv utkastet'));
	await expect(page.getByRole('status')).toContainText('Utkastet är skrivet');
	await expectSound(page);
	await click(page.getByRole('link', { name: /Vad vi går vidare med/ }));
	await click(button(page, 'Text'));
	await write(page.getByRole('textbox', { name: 'Text' }), 'Vi går vidare med utemiljön.');
	await click(button(page, 'Spara').last());
	await expectSound(page);
	await click(page.getByRole('main').getByRole('link', { name: /^Lägesbild Säffle/ }));
	await click(page.locator('summary', { hasText: 'Frys som version' }));
	await click(button(page, 'Ja, frys versionen'));
	await expect(page.getByRole('status')).toContainText('Version 1 är frusen');
	const address = page.url().split('?')[0]!;
	const sides = [
		{ page: await signedIn('publisher', 'lpo-arvika'), side: 'Polisen', title: 'Lokalpolisområdeschef' },
		{ page: await signedIn('publisher', placeCode), side: 'Kommunen', title: 'Kommunstyrelsens ordförande' }
	];
	for (const { page: theirs, side, title } of sides) {
		await theirs.goto(address);
		await theirs.getByLabel(side).check();
		await theirs.getByLabel('Din roll').fill(title);
		await button(theirs, 'Skriv under').click();
		await expect(theirs.getByRole('status')).toContainText('Du har skrivit under');
	}
	const last = sides[1]!.page;
	await last.locator('summary', { hasText: 'Publicera' }).click();
	await button(last, 'Ja, publicera').click();
	await expect(last.getByRole('status')).toContainText('publicerad');
	expect(count(), 'actions of the author').toBeLessThanOrEqual(16);
});

test('the published picture is read without a script, in 90 kB, and each number leads to its evidence', async ({
	browser
}) => {
	const context = await browser.newContext({
		...{ baseURL: workspace.origin, viewport: { width: 320, height: 640 }, javaScriptEnabled: false }
	});
	const page = await context.newPage();
	const response = await page.goto('/saffle/lagesbild');
	expect(response?.status()).toBe(200);
	for (const seen of ['60 %', '26 %', /Lägst trygghetsbetyg: Säffle centrum/, 'Källorna skiljer sig'])
		await expect(page.getByText(seen).first()).toBeVisible();
	const styles = await page
		.locator('link[rel=stylesheet]')
		.evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href));
	const bodies = [
		await response!.text(),
		...(await Promise.all(styles.map(async (href) => (await fetch(href)).text())))
	];
	const bytes = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
	expect(bytes).toBeLessThanOrEqual(90_000);
	await page.getByRole('link', { name: /60 %/ }).first().click();
	await expect(page.getByText('självvalt urval, webb')).toBeVisible();
	await expect(page.getByRole('link', { name: /Lägesbild Säffle/ })).toBeVisible();
	await context.close();
	const scripted = await (await browser.newContext({ baseURL: workspace.origin })).newPage();
	await scripted.goto('/saffle/lagesbild');
	await expectSound(scripted);
});
