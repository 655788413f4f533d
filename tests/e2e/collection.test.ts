import { expect, test, type Browser, type Page } from '@playwright/test';
import { openKiosk } from '#lib/collection/server/open-kiosk.ts';
import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import { mustBeOk } from '#tests/support/builders.ts';
import { expectNoAxeViolations, expectNoSidewaysScroll } from './support/answering.ts';
import { openCollected, remembered } from './support/collecting.ts';
import { enterBy, startWorkspace, type Workspace } from './support/workspace.ts';

test.describe.configure({ mode: 'default' });

let workspace: Workspace;
let dialogue: Dialogue;

test.beforeAll(async () => {
	test.setTimeout(120_000);
	workspace = await startWorkspace();
	dialogue = await openCollected(workspace.ctx);
});
test.afterAll(() => workspace?.stop());

const newPage = async (browser: Browser, options = {}): Promise<Page> =>
	(await browser.newContext({ baseURL: workspace.origin, ...options })).newPage();

async function enter(browser: Browser, name: string): Promise<Page> {
	const page = await newPage(browser, { viewport: { width: 1024, height: 768 } });
	await enterBy(page, await workspace.person({ name, role: 'facilitator', placeCode: '1785' }));
	return page;
}

/** Prepares a collection and a link, as staff do. @returns the link's address */
async function prepareDevice(page: Page): Promise<string> {
	await page.goto(`/arbete/insamling/dialog/${dialogue.code}`);
	await expectNoAxeViolations(page);
	await page.getByRole('link', { name: 'Ny insamling i fält' }).click();
	await page.getByLabel('Namn').fill('Torgdagen');
	await page.getByLabel('Platser').fill('Torget\nStationen\nBiblioteket');
	await expectNoAxeViolations(page);
	await page.getByRole('button', { name: 'Skapa insamlingen' }).click();
	await page.getByLabel('Namn på länken').fill('Telefon 1');
	await page.getByRole('button', { name: 'Skapa länk' }).click();
	const link = page.getByRole('status').getByRole('link');
	await expectNoAxeViolations(page);
	return (await link.getAttribute('href'))!;
}

const tap = (page: Page, text: string) =>
	page.locator('form[data-entry=tally] label', { hasText: text }).click();

test('fifty talks counted without a network, in a tab that is closed and opened again, arrive once each', async ({
	browser
}) => {
	test.setTimeout(120_000);
	const staff = await enter(browser, 'Fia Ledare');
	const address = await prepareDevice(staff);
	const context = await browser.newContext({ baseURL: workspace.origin, hasTouch: true });
	const page = await context.newPage();
	const sent: string[] = [];
	context.on('request', (request) => {
		if (request.url().endsWith('/poster'))
			sent.push(...(request.postDataJSON() as { entries: { key: string }[] }).entries.map(({ key }) => key));
	});
	await page.goto(address);
	await expect(page.getByText('Sidan går att öppna utan nät.')).toBeVisible();
	await expectNoAxeViolations(page);
	await expectNoSidewaysScroll(page);
	await context.setOffline(true);
	await tap(page, 'Torget');
	for (let number = 1; number <= 49; number++) {
		await tap(page, number % 2 ? 'Belysning' : 'Trafik');
		await tap(page, 'Problem');
		await expect(page.locator('[data-sending]')).toContainText(`${number} väntar`);
	}
	await tap(page, 'Skräp');
	await tap(page, 'Bra');
	await page.getByRole('button', { name: 'Ångra' }).click();
	await expect(page.getByText('Ångrat. Det räknas inte.')).toBeVisible();
	await page.getByText('Skriv en anteckning').click();
	await page.getByLabel('När på dagen?').selectOption('evening');
	await page.locator('form[data-entry=note] label', { hasText: 'Synlig polis' }).click();
	await page.locator('form[data-entry=note] label', { hasText: 'Förslag' }).click();
	await page.locator('#note-spot').selectOption('stationen');
	await page.getByLabel('Vad sa de, med dina ord?').fill('Vill se polis till fots på kvällen.');
	await page.getByLabel('Hur många talade du med?').selectOption('few');
	await page.getByLabel('Ungefärlig ålder').selectOption('older');
	await expectNoAxeViolations(page);
	await page.getByRole('button', { name: 'Spara anteckningen' }).click();
	await expect(page.locator('[data-sending]')).toContainText('50 väntar');
	await page.close();
	const again = await context.newPage();
	await again.goto(address);
	await expect(again.locator('[data-sending]')).toContainText('50 väntar');
	await expectNoAxeViolations(again);
	await context.setOffline(false);
	await expect(again.locator('[data-sending]')).toHaveText('Allt är skickat.', { timeout: 20_000 });
	expect(new Set(sent).size).toBeGreaterThanOrEqual(50);
	const { db } = workspace.ctx;
	expect(await db.selectFrom('fieldTally').select('key').where('withdrawn', '=', 0).execute()).toHaveLength(
		49
	);
	expect(await db.selectFrom('fieldNote').select('key').where('withdrawn', '=', 0).execute()).toHaveLength(1);
	await expect(again.getByRole('link', { name: /esultat/ })).toHaveCount(0);
	await staff.reload();
	await expect(staff.getByRole('heading', { name: 'Streck: 49 samtal' })).toBeVisible();
	await expect(staff.getByText('Vill se polis till fots på kvällen.')).toBeVisible();
	await expectNoAxeViolations(staff);
});

test('only a collector’s page may have a worker', async ({ request }) => {
	const policyOf = async (path: string) =>
		(await request.get(workspace.origin + path)).headers()['content-security-policy'];
	expect(await policyOf('/saffle')).toContain("worker-src 'none'");
	const { path } = await mustBeOk(openKiosk(workspace.ctx, { dialogueId: dialogue.id, name: 'Prov' }));
	expect(await policyOf(path)).toContain("worker-src 'none'");
});

test.describe('on a kiosk', () => {
	async function fillIn(page: Page): Promise<void> {
		await page.getByRole('link', { name: 'Börja', exact: true }).click();
		await expect(page.locator('form[data-stepping]')).toBeAttached();
		await page.locator('[data-begin]').click();
		await page.locator('label:visible', { hasText: 'Nej' }).click();
		await page.locator('label:visible', { hasText: 'Synlig polis' }).click();
		await page.locator('[data-next]').click();
		await page.locator('textarea:visible').fill('Ett eget ord från den första');
	}

	async function expectNothing(page: Page): Promise<void> {
		expect(await remembered(page)).toEqual({ stored: 0, state: null, filled: [] });
		expect(page.url()).not.toMatch(/[?#]/);
	}

	test('the second person finds nothing of the first, who left or has answered', async ({ browser }) => {
		test.setTimeout(90_000);
		const page = await newPage(browser, { viewport: { width: 1024, height: 768 } });
		const { path } = await mustBeOk(
			openKiosk(workspace.ctx, { dialogueId: dialogue.id, name: 'Biblioteket' })
		);
		await page.clock.install();
		await page.goto(path);
		await expectNoAxeViolations(page);
		await page.getByRole('link', { name: 'Större text' }).click();
		await expectNoAxeViolations(page);
		await fillIn(page);
		await page.clock.fastForward(61_000);
		await expect(page.getByRole('dialog', { name: 'Är du kvar?' })).toBeVisible();
		await expectNoAxeViolations(page);
		await page.getByRole('button', { name: 'Ja, fortsätt' }).click();
		await expect(page.locator('textarea:visible')).toHaveValue('Ett eget ord från den första');
		await page.clock.fastForward(61_000);
		await expect(page.getByRole('dialog')).toBeVisible();
		await page.clock.runFor(32_000);
		await page.waitForURL(workspace.origin + path);
		await expectNothing(page);
		await page.goBack();
		await page.waitForURL(/svara/);
		expect(await remembered(page)).toMatchObject({ stored: 0, filled: [] });
		expect(await page.content()).not.toContain('Ett eget ord');
		expect(JSON.stringify(await page.evaluate(() => history.state as unknown))).not.toContain('Ett eget ord');
		await page.goto(path);
		await fillIn(page);
		await page.locator('[data-next]').click();
		await page.locator('[data-step=review] button.button').click();
		await page.waitForURL(`${workspace.origin}${path}/tack`);
		await page.clock.runFor(11_000);
		await page.waitForURL(workspace.origin + path);
		await expectNothing(page);
		for (let steps = 0; steps < 3; steps++) {
			await page.goBack();
			expect(await page.content()).not.toContain('Ett eget ord');
			expect((await remembered(page)).filled).toEqual([]);
		}
		expect(await page.context().cookies()).toEqual([]);
	});

	test('what the first wrote is not in the history, when they went back out of the form', async ({
		browser
	}) => {
		const page = await newPage(browser, { viewport: { width: 1024, height: 768 } });
		const { path } = await mustBeOk(
			openKiosk(workspace.ctx, { dialogueId: dialogue.id, name: 'Receptionen' })
		);
		await page.goto(path);
		await fillIn(page);
		// Each step is waited for: two that are asked for at once become one.
		const depth = () => page.evaluate(() => (history.state as { depth?: number } | null)?.depth);
		for (const back of [2, 1, 0]) {
			await page.goBack();
			await expect.poll(depth).toBe(back);
		}
		await page.goBack();
		await page.waitForURL(workspace.origin + path);
		for (const forward of [0, 1, 2, 3]) {
			await page.goForward();
			await expect.poll(depth).toBe(forward);
			await expect(page.locator('form[data-stepping]')).toBeAttached();
			expect((await remembered(page)).filled).toEqual([]);
			expect(JSON.stringify(await page.evaluate(() => history.state as unknown))).not.toContain('eget ord');
		}
		await page.reload();
		await expect(page.locator('form[data-stepping]')).toBeAttached();
		expect((await remembered(page)).filled).toEqual([]);
	});

	test('the thanks are sound', async ({ browser }) => {
		const page = await newPage(browser);
		const { path } = await mustBeOk(openKiosk(workspace.ctx, { dialogueId: dialogue.id, name: 'Kassan' }));
		// Its script would go on to the next person meanwhile.
		await page.route('**/*', (route) =>
			route.request().resourceType() === 'script' ? route.abort() : route.continue()
		);
		await page.goto(`${path}/tack`);
		await expectNoAxeViolations(page);
		await expectNoSidewaysScroll(page);
	});

	test('without a script the thanks lead back by themselves, and one can start over', async ({ browser }) => {
		const page = await newPage(browser, { javaScriptEnabled: false });
		const { path } = await mustBeOk(openKiosk(workspace.ctx, { dialogueId: dialogue.id, name: 'Entrén' }));
		await page.goto(path);
		await page.getByRole('link', { name: 'Begin' }).click();
		await expect(page).toHaveURL(`${workspace.origin}/en${path}/svara`);
		await page.getByRole('link', { name: 'Start over' }).click();
		await page.getByRole('link', { name: 'Börja', exact: true }).click();
		await page.getByRole('radio').first().check();
		await page.waitForTimeout(2100);
		await page.getByRole('button', { name: 'Skicka' }).click();
		await expect(page.getByRole('link', { name: 'Nästa person' })).toBeVisible();
		expect(await page.content()).toMatch(/http-equiv="refresh" content="10; url=\/kiosk\//);
	});
});

test('two people type in the same forms by keyboard, settle what differs, and hand them in', async ({
	browser
}) => {
	test.setTimeout(90_000);
	const [first, second] = [await enter(browser, 'Ada Första'), await enter(browser, 'Bo Andra')];
	await first.goto(`/arbete/insamling/dialog/${dialogue.code}`);
	await first.getByLabel('Namn på högen').fill('Biblioteket');
	await first.getByLabel('Antal blanketter').fill('2');
	await first.getByRole('button', { name: 'Börja mata in' }).click();
	const typeIn = async (page: Page, number: number, typed: string[]) => {
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Blankett ${number} av 2: Biblioteket`);
		// Nobody types before there is a field to type in.
		await expect(page.locator('[autofocus]')).toBeFocused();
		await page.waitForLoadState('load');
		for (const one of typed) {
			await page.keyboard.type(one);
			await page.keyboard.press('Enter');
		}
	};
	await expect(first.locator('[autofocus]')).toBeFocused();
	await first.waitForLoadState('load');
	await first.keyboard.type('7');
	await first.keyboard.press('Enter');
	await expect(first.locator('[data-read]').first()).toHaveText(
		'Det finns inget alternativ med den siffran.'
	);
	await expectNoAxeViolations(first);
	await first.keyboard.press('Backspace');
	await typeIn(first, 1, ['2', '1,3', 'Mörkt']);
	await typeIn(first, 2, ['1', '2', '']);
	await expect(first.getByText('Nu ska en annan person mata in')).toBeVisible();
	await expect(first.getByRole('link', { name: 'Mata in' })).toHaveCount(0);
	await expectNoAxeViolations(first);
	const batch = first.url().split('?')[0]!;
	await second.goto(batch);
	await second.getByRole('link', { name: 'Mata in' }).click();
	await typeIn(second, 1, ['2', '1,2', 'Mörkt']);
	await typeIn(second, 2, ['', '2', '']);
	await expect(second.getByRole('heading', { name: 'Att reda ut: 2' })).toBeVisible();
	await expectNoAxeViolations(second);
	await second
		.getByRole('group', { name: /Blankett 1/ })
		.getByLabel(/Första/)
		.check();
	await second
		.getByRole('group', { name: /Blankett 2/ })
		.getByLabel(/Första/)
		.check();
	await second.getByRole('button', { name: 'Spara valen' }).click();
	await second.getByText('Lämna in svaren').click();
	await second.getByRole('button', { name: 'Ja, lämna in' }).click();
	await expect(second.getByText('2 svar är inlämnade.')).toBeVisible();
	await expectNoAxeViolations(second);
	expect(await workspace.ctx.db.selectFrom('paperForm').selectAll().execute()).toEqual([]);
});
