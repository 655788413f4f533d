import { expect, test, type Browser, type Page } from '@playwright/test';
import { expectNoAxeViolations, expectNoSidewaysScroll } from './support/answering.ts';
import { enterBy, startWorkspace, type Workspace } from './support/workspace.ts';

test.describe.configure({ mode: 'serial' });

let workspace: Workspace;

test.beforeAll(async () => {
	workspace = await startWorkspace();
});

test.afterAll(() => workspace?.stop());

const newPage = async (browser: Browser): Promise<Page> =>
	(await browser.newContext({ baseURL: workspace.origin })).newPage();

test('what belongs to others is the same page as what is not there', async ({ browser }) => {
	const page = await newPage(browser);
	await enterBy(page, await workspace.person({ name: 'Eva Redaktör', role: 'editor', placeCode: '1785' }));
	const bodyOf = async (address: string) => {
		const response = await page.request.get(address);
		expect(response.status(), address).toBe(404);
		return response.text();
	};
	const absentAt = (address: string) => address.split('?')[0]!.replace(/[^/]+/g, 'x').replace('x', 'arbete');
	for (const address of [
		'/arbete/platser/1784',
		'/arbete/platser/9999',
		'/arbete/installningar/1785',
		'/arbete/installningar/1785/inloggning',
		'/arbete/personer',
		'/arbete/personer?plats=1784',
		'/arbete/personer/k3?plats=1785&i=1785&roll=editor',
		'/arbete/logg',
		'/arbete/logg?plats=1784',
		'/arbete/logg/fil?plats=1785',
		'/arbete/logg/fil?plats=9999'
	])
		expect(await bodyOf(address), address).toBe(await bodyOf(absentAt(address)));
});

test('on a phone the ways fold into a menu, and the heading stands near the top', async ({ browser }) => {
	const page = await newPage(browser);
	await page.setViewportSize({ width: 360, height: 640 });
	await enterBy(page, await workspace.person({ name: 'Kim Samordnare', role: 'editor', placeCode: '1785' }));
	for (const address of ['/arbete', '/arbete/konto', '/arbete/enkater']) {
		await page.goto(address);
		const { y } = (await page.getByRole('heading', { level: 1 }).boundingBox())!;
		expect(y, address).toBeLessThan(200);
	}
	await page.keyboard.press('Tab');
	const menu = page.locator('nav summary');
	await expect(menu).toHaveText(/Meny\s+Enkäter/);
	await menu.press('Enter');
	await expect(page.getByRole('link', { name: 'Enkäter', exact: true })).toHaveAttribute(
		'aria-current',
		'page'
	);
	await expectNoAxeViolations(page);
	await page.setViewportSize({ width: 320, height: 640 });
	await page.goto('/arbete/konto');
	await expectNoSidewaysScroll(page);
});

test('what one may not change answers as if it were not there', async ({ browser }) => {
	const page = await newPage(browser);
	await enterBy(page, await workspace.person({ name: 'Eva Redaktör', role: 'editor', placeCode: '1785' }));
	const headers = { origin: workspace.origin };
	const bodyOf = async (address: string) => {
		const form = { sender: 'Någon annan', email: 'a@b.example', role: 'reader', placeCode: '1785', id: 'x' };
		const response = await page.request.post(address, { form, headers });
		expect(response.status(), address).toBe(404);
		return response.text();
	};
	for (const [address, absent] of [
		['/arbete/installningar/1785?/profile', '/arbete/x/x?/profile'],
		['/arbete/installningar/1785?/settings', '/arbete/x/x'],
		['/arbete/installningar/1785?/removeLogo', '/arbete/x/x'],
		['/arbete/installningar/1785/inloggning?/save', '/arbete/x/x/x'],
		['/arbete/personer?/invite', '/arbete/x'],
		['/arbete/personer?/revoke', '/arbete/x'],
		['/arbete/personer/k3?plats=1785&i=1785&roll=editor&/role', '/arbete/x/x'],
		['/arbete/personer/k3/avsluta?plats=1785&i=1785&roll=editor', '/arbete/x/x/x']
	] as const)
		expect(await bodyOf(address), address).toBe(await bodyOf(absent));
});

test('a logo is shown with its text, and only a picture becomes one', async ({ browser }) => {
	const page = await newPage(browser);
	await enterBy(
		page,
		await workspace.person({ name: 'Aron Chef', role: 'administrator', placeCode: '1785' })
	);
	await page.goto('/arbete/installningar/1785');
	const add = async (content: string | Buffer) => {
		const file = { name: 'logga.png', mimeType: 'image/png', buffer: Buffer.from(content) };
		await page.getByLabel('Bild', { exact: true }).setInputFiles(file);
		await page.getByLabel('Text till bilden').fill('Säffle kommun');
		await page.getByRole('button', { name: 'Lägg till logotypen' }).click();
	};
	await add('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
	await expect(page.getByRole('alert')).toContainText('Bilden är inte en PNG, JPEG eller WebP.');
	const pixel =
		'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg==';
	await add(Buffer.from(pixel, 'base64'));
	const picture = page.getByRole('img', { name: 'Säffle kommun' });
	await expect(picture).toBeVisible();
	await expectNoAxeViolations(page);
	const response = await page.request.get((await picture.getAttribute('src'))!);
	expect(response.headers()).toMatchObject({
		'content-type': 'image/png',
		'x-content-type-options': 'nosniff',
		'content-security-policy': "default-src 'none'; sandbox"
	});
	expect(response.headers()['set-cookie']).toBeUndefined();
	await page.getByText('Ta bort Säffle kommun').click();
	await page.getByRole('button', { name: 'Ja, ta bort' }).click();
	await expect(picture).toHaveCount(0);
});

test('signing in never leads to another site', async ({ browser }) => {
	for (const wanted of [
		'//ond.example/arbete',
		'https://ond.example',
		'/\\ond.example',
		'/arbete/..//ond.example'
	]) {
		const page = await newPage(browser);
		await page.goto(await workspace.person({ name: 'Lo Läsare', role: 'reader', placeCode: '1785' }));
		await page
			.locator('form')
			.first()
			.evaluate((form, to) => {
				(form as HTMLFormElement).action = `?vidare=${encodeURIComponent(to)}`;
			}, wanted);
		await page.getByRole('button', { name: 'Logga in' }).click();
		await expect(page).toHaveURL(`${workspace.origin}/arbete`);
	}
});

const visitorPages = ['/logga-in', '/aterstall'];
const staffPages = [
	'/arbete',
	'/arbete/platser',
	'/arbete/platser/1785',
	'/arbete/personer',
	'/arbete/konto',
	'/arbete/installningar/1785',
	'/arbete/installningar/1785/inloggning',
	'/arbete/logg',
	'/arbete/finns-inte'
];

/** The page and everything it loads, in bytes as they are sent. */
const weightOf = (page: Page): Promise<number> =>
	page.evaluate(() => {
		const loaded = ['navigation', 'resource'].flatMap((kind) => performance.getEntriesByType(kind));
		return loaded.reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0);
	});

test('every staff page is accessible, fits 360 pixels, stands still and weighs little', async ({
	browser
}) => {
	const [visitor, staff] = [await newPage(browser), await newPage(browser)];
	await enterBy(
		staff,
		await workspace.person({ name: 'Aron Chef', role: 'administrator', placeCode: '1785' })
	);
	for (const address of [...visitorPages, ...staffPages]) {
		const page = visitorPages.includes(address) ? visitor : staff;
		await page.goto(address, { waitUntil: 'networkidle' });
		const bytes = await weightOf(page);
		expect(bytes, address).toBeGreaterThan(1000);
		expect(bytes, address).toBeLessThan(200_000);
		expect(await shiftOf(page), address).toBeLessThan(0.01);
		await expectNoSidewaysScroll(page);
		await expectNoAxeViolations(page);
		await page.emulateMedia({ colorScheme: 'dark' });
		await page.goto(`/en${address}`);
		await expectNoSidewaysScroll(page);
		await expectNoAxeViolations(page);
		await page.emulateMedia({ colorScheme: 'light' });
	}
});

test('pages that are reached by a link alone are accessible, and the link for a new password works once', async ({
	browser
}) => {
	const page = await newPage(browser);
	await page.goto(await workspace.person({ name: 'Lo Läsare', role: 'reader', placeCode: '1785' }));
	await expectNoAxeViolations(page);
	const link = await workspace.resetLink({ name: 'Max Minnelös', role: 'reader', placeCode: '1785' });
	await page.goto(link);
	await expectNoAxeViolations(page);
	await page
		.getByLabel(/lösenord/i)
		.first()
		.fill('kort');
	await page.locator('main form button').first().click();
	await expect(page).toHaveTitle(/^Fel: /);
	await expectNoAxeViolations(page);
	await page
		.getByLabel(/lösenord/i)
		.first()
		.fill('annat moln över berget');
	await page.locator('main form button').first().click();
	await expect(page).not.toHaveURL(new RegExp(link));
	expect((await page.goto(link))?.status()).toBe(404);
});

/** How much the page has moved by itself, as browsers count it. */
const shiftOf = (page: Page): Promise<number> =>
	page.evaluate(
		() =>
			new Promise<number>((resolve) => {
				let sum = 0;
				new PerformanceObserver((list) => {
					for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
				}).observe({ type: 'layout-shift', buffered: true });
				setTimeout(() => resolve(sum), 100);
			})
	);
