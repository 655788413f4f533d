import { expect, test, type Browser, type Page } from '@playwright/test';
import { readQr } from '#tests/support/read-qr.ts';
import { expectNoAxeViolations, expectNoSidewaysScroll } from './support/answering.ts';
import { openShared, listedSite, type Shared } from './support/open-shared.ts';
import { enterBy, startWorkspace, type Workspace } from './support/workspace.ts';

test.describe.configure({ mode: 'serial' });

let workspace: Workspace;
let shared: Shared;

test.beforeAll(async () => {
	workspace = await startWorkspace();
	shared = await openShared(workspace.ctx);
});

test.afterAll(() => workspace?.stop());

/** A page of somebody who may share in Säffle. */
async function enter(browser: Browser, more: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
	const context = await browser.newContext({ baseURL: workspace.origin, ...more });
	const page = await context.newPage();
	await enterBy(page, await workspace.person({ name: 'Eva Redaktör', role: 'editor', placeCode: '1785' }));
	return page;
}

const at = (dialogue: { code: string }, sheet: string) => `/arbete/dialoger/${dialogue.code}/${sheet}`;
const qrOf = (code: string, prefix = '') => `${workspace.origin}${prefix}/d/${code}`.toUpperCase();
const millimetre = 96 / 25.4;

/** How many pages the browser's own print has. */
async function printedPages(page: Page): Promise<number> {
	const pdf = await page.pdf({ preferCSSPageSize: true });
	const sizes = pdf.toString('latin1').match(/\/MediaBox \[[^\]]*\]/g) ?? [];
	expect(new Set(sizes)).toEqual(new Set(['/MediaBox [0 0 594.95996 841.91998]']));
	return sizes.length;
}

test('the sharing page gives the addresses, and its buttons copy them', async ({ browser }) => {
	const page = await enter(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
	await page.goto(at(shared.ordinary, 'dela'));
	const { code, slug } = shared.ordinary;
	await expect(page.getByLabel('Kort länk', { exact: true })).toHaveValue(`${workspace.origin}/d/${code}`);
	await expect(page.getByLabel('Hela länken', { exact: true })).toHaveValue(
		`${workspace.origin}/saffle/dialog/${slug}`
	);
	await expect(page.getByText(code.replace(/^(...)/, '$1\u00a0'), { exact: true })).toBeVisible();
	const copied = () => page.evaluate(() => navigator.clipboard.readText());
	await page.getByRole('button', { name: 'Kopiera: Kort länk', exact: true }).click();
	await expect(page.getByRole('status').getByText('Kopierat')).toBeVisible();
	expect(await copied()).toBe(`${workspace.origin}/d/${code}`);
	await page.getByRole('button', { name: 'Kopiera: Enkäten' }).first().click();
	expect(await copied()).toContain(`<iframe src="${workspace.origin}/e/${code}" title="Svara: `);
	await page.getByRole('button', { name: 'Kopiera: Till brev och mejl' }).first().click();
	expect(await copied()).toContain('Säffle kommun och Polisen frågar:');
	await expect(page.getByText(listedSite)).toBeVisible();
});

test('without a script the addresses are there to be selected, and no dead button', async ({ browser }) => {
	const page = await enter(browser, { javaScriptEnabled: false });
	await page.goto(at(shared.ordinary, 'dela'));
	await expect(page.getByLabel('Kort länk', { exact: true })).toHaveValue(/\/d\/\d{6}$/);
	await expect(page.getByRole('button', { name: /Kopiera/ })).toHaveCount(0);
	await page.goto(at(shared.ordinary, 'affisch'));
	await expect(page.getByRole('button', { name: 'Skriv ut' })).toHaveCount(0);
	await expect(page.getByText('Skriv ut eller spara som PDF')).toBeVisible();
});

test('the page says what can be done with a dialogue that has no boxes or has not opened', async ({
	browser
}) => {
	const page = await enter(browser);
	await page.goto(at(shared.later, 'dela'));
	await expect(page.getByText(/^Dialogen öppnar /)).toBeVisible();
	await expect(page.getByText('Länka till den i stället')).toBeVisible();
	await expect(page.locator('iframe')).toHaveCount(0);
	await expect(page.getByRole('link', { name: 'Lappar med engångskoder' })).toHaveCount(0);
	await page.goto(at(shared.coded, 'dela'));
	await expect(page.getByRole('link', { name: 'Lappar med engångskoder' })).toBeVisible();
});

test('the preview can be leafed through, and never becomes an answer', async ({ browser }) => {
	const page = await enter(browser);
	await page.goto(at(shared.coded, 'dela'));
	const waiting = async () => (await workspace.ctx.db.selectFrom('pending').select('id').execute()).length;
	const before = await waiting();
	await page.goto(at(shared.ordinary, 'dela'));
	const box = page.frameLocator('iframe');
	await box.getByRole('link', { name: 'Börja' }).click();
	await box.locator('label:visible').first().click();
	while (!(await box.locator('[data-step=review]').isVisible())) {
		await box.locator('[data-skip]:visible, [data-next]:visible').first().click();
		await page.waitForTimeout(250);
	}
	await box.getByRole('button', { name: 'Skicka' }).click();
	await page.waitForTimeout(500);
	await expect(box.locator('[data-step=review]')).toBeVisible();
	expect(await waiting()).toBe(before);
});

test('the QR code of the files leads to the dialogue', async ({ browser }) => {
	const page = await enter(browser);
	const file = async (format: string, query = '') => {
		const response = await page.request.get(at(shared.ordinary, `qr/${format}${query}`));
		expect(response.headers()['content-disposition']).toContain(`qr-${shared.ordinary.code}.${format}`);
		return response;
	};
	expect(readQr(await (await file('png')).body())).toBe(qrOf(shared.ordinary.code));
	expect(readQr(await (await file('png', '?sprak=en')).body())).toBe(qrOf(shared.ordinary.code, '/en'));
	const svg = await (await file('svg')).text();
	const blank = await page.context().newPage();
	await blank.setContent(svg.replace('100mm" height="100mm', '300px" height="300px'));
	expect(readQr(await blank.locator('svg').screenshot())).toBe(qrOf(shared.ordinary.code));
	const led = await page.request.get(qrOf(shared.ordinary.code).toLowerCase().replace('/d/', '/D/'));
	expect(new URL(led.url()).pathname).toBe(`/saffle/dialog/${shared.ordinary.slug}`);
	expect((await page.request.get(at(shared.ordinary, 'qr/gif'))).status()).toBe(404);
});

const looks = [
	['', 'light'],
	['/en', 'dark']
] as const;
const posters = [
	['sv', '?sprak=sv', ''],
	['en', '?sprak=en', '/en'],
	['both', '?sprak=sv&sprak=en', '']
] as const;

for (const [name, query, prefix] of posters)
	test(`the poster (${name}) is one page whose code can be read from a picture of it`, async ({
		browser
	}) => {
		const page = await enter(browser, { viewport: { width: 794, height: 1123 } });
		for (const dialogue of [shared.ordinary, shared.long, shared.later]) {
			await page.goto(at(dialogue, `affisch${query}`));
			expect(await printedPages(page)).toBe(1);
			await page.emulateMedia({ media: 'print' });
			const poster = page.locator('.a4');
			const size = await poster.evaluate((element) => [
				element.scrollWidth <= element.clientWidth,
				element.scrollHeight <= element.clientHeight
			]);
			expect(size, `${dialogue.slug} fits`).toEqual([true, true]);
			await expect(page.getByRole('navigation')).toHaveCount(0);
			expect(readQr(await page.screenshot())).toBe(qrOf(dialogue.code, prefix));
			await expect(poster).toContainText(
				`${workspace.origin}${prefix}/d/${dialogue.code}`.slice('http://'.length)
			);
			await expect(poster).toContainText(prefix ? 'We never ask for BankID' : 'Vi ber aldrig om BankID');
			await page.emulateMedia({ media: null });
		}
	});

test('no title of the poster is cut or lies over anything', async ({ browser }) => {
	const page = await enter(browser, { viewport: { width: 794, height: 1123 } });
	for (const dialogue of [shared.ordinary, shared.long])
		for (const [, query] of posters) {
			await page.goto(at(dialogue, `affisch${query}`));
			const room = await page.locator('.titles').evaluate((element) => ({
				held: element.getBoundingClientRect().bottom,
				last: Math.max(...[...element.children].map((child) => child.getBoundingClientRect().bottom)),
				first: Math.min(...[...element.children].map((child) => child.getBoundingClientRect().top)),
				from: element.getBoundingClientRect().top
			}));
			expect(room.last).toBeLessThanOrEqual(room.held);
			expect(room.first).toBeGreaterThanOrEqual(room.from - 1);
		}
});

test('the paper form asks the published questions in large type, with boxes of six millimetres', async ({
	browser
}) => {
	const page = await enter(browser, { viewport: { width: 1000, height: 900 } });
	await page.goto(at(shared.ordinary, 'papper?inlamning=Lägg den i lådan.'));
	const form = page.getByRole('region', { name: 'Blanketten' });
	await expect(form.getByText('Lägg den i lådan.')).toHaveCount(2);
	expect(await printedPages(page)).toBe(4);
	await page.emulateMedia({ media: 'print' });
	const boxes = await form
		.locator('li .box')
		.evaluateAll((all) =>
			all.map((box) => [box.getBoundingClientRect().width, box.getBoundingClientRect().height])
		);
	expect(boxes.length).toBeGreaterThan(50);
	for (const side of boxes.flat()) expect(side / millimetre).toBeCloseTo(6, 1);
	const sizes = await form
		.locator('h3, p:not(.stamp), li')
		.evaluateAll((all) => all.map((element) => parseFloat(getComputedStyle(element).fontSize) * 0.75));
	expect(Math.min(...sizes)).toBeCloseTo(14, 1);
	const kept = await form
		.locator('.question')
		.evaluateAll((all) =>
			all.map((question) => [getComputedStyle(question).breakInside, question.getBoundingClientRect().height])
		);
	for (const [rule, height] of kept) {
		expect(rule).toBe('avoid');
		expect(Number(height) / millimetre).toBeLessThan(266);
	}
	await expect(form.locator('.ranks li').first().locator('.box')).toHaveText(['1', '2', '3']);
	await expect(form.locator('.condition')).toHaveText(/^Svara bara om /);
	for (const words of ['Skriv inte namn', 'ring 112', '114 14', 'version 1', shared.ordinary.code])
		await expect(form.getByText(words).first()).toBeVisible();
	const headings = await form.getByRole('heading', { level: 2 }).allTextContents();
	expect(headings.at(-1)).toBe('Några frågor om dig');
	expect(readQr(await page.screenshot())).toBe(qrOf(shared.ordinary.code));
});

test('the longest form breaks no question, and its foot is a style sheet of its own', async ({ browser }) => {
	const page = await enter(browser, { viewport: { width: 1000, height: 900 } });
	await page.goto(at(shared.long, 'papper?sprak=en'));
	expect(await printedPages(page)).toBeGreaterThan(5);
	const sheet = page.locator('link[media=print]');
	const foot = await page.request.get((await sheet.getAttribute('href'))!);
	expect(foot.headers()['content-type']).toBe('text/css; charset=utf-8');
	expect(await foot.text()).toContain('counter(page)');
	expect(await sheet.evaluate((link: HTMLLinkElement) => link.sheet!.cssRules.length)).toBe(1);
});

test('slips show each code once, and each leads to the questions with its code filled in', async ({
	browser
}) => {
	const page = await enter(browser, { viewport: { width: 1000, height: 900 } });
	const address = at(shared.coded, 'lappar');
	await page.goto(address);
	for (const wrong of ['', '0', '501', 'tio']) {
		await page.getByLabel('Hur många lappar?').fill(wrong);
		await page.getByRole('button', { name: 'Skapa lapparna' }).click();
		await expect(page.getByRole('alert')).toContainText('Skriv ett helt tal från 1 till 500.');
		await expect(page.getByLabel('Hur många lappar?')).toHaveValue(wrong);
	}
	await page.getByLabel('Hur många lappar?').fill('12');
	const answered = page.waitForResponse((response) => response.request().method() === 'POST');
	await page.getByRole('button', { name: 'Skapa lapparna' }).click();
	expect((await answered).headers()['cache-control']).toBe('no-store');
	const slips = page.getByRole('region', { name: 'Lapparna' }).getByRole('listitem');
	await expect(slips).toHaveCount(12);
	const codes = await slips.locator('.own').allTextContents();
	expect(new Set(codes).size).toBe(12);
	for (const code of codes) expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
	expect(await printedPages(page)).toBe(2);
	for (const index of [0, 7, 11]) {
		const read = readQr(await slips.nth(index).screenshot());
		expect(read).toBe(`${qrOf(shared.coded.code)}/${codes[index]!.replaceAll('-', '')}`);
	}
	const resident = await (await browser.newContext()).newPage();
	await resident.goto(`${workspace.origin}/D/${shared.coded.code}/${codes[0]!.replaceAll('-', '')}`);
	await expect(resident.getByLabel('Koden på din lapp')).toHaveValue(codes[0]!.replaceAll('-', ''));
	await page.goto(address);
	await expect(page.locator('main')).not.toContainText(codes[0]!);
	expect((await page.goto(at(shared.ordinary, 'lappar')))!.status()).toBe(404);
});

test('every page to share with is accessible and narrow enough, also in English and in the dark', async ({
	browser
}) => {
	const page = await enter(browser, { viewport: { width: 320, height: 640 } });
	for (const path of ['dela', 'affisch', 'papper', 'lappar'])
		for (const [prefix, colorScheme] of looks) {
			await page.emulateMedia({ colorScheme });
			await page.goto(prefix + at(shared.coded, path));
			await expectNoSidewaysScroll(page);
			await expectNoAxeViolations(page);
		}
	await page.getByRole('textbox').fill('3');
	await page.getByRole('button', { name: 'Make the slips' }).click();
	await expectNoSidewaysScroll(page);
	await expectNoAxeViolations(page);
});
