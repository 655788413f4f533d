import { expect, test, type Browser } from '@playwright/test';
import { image } from '#tests/support/staff-cast.ts';
import { expectNoAxeViolations, expectNoSidewaysScroll } from './support/answering.ts';
import { enterBy, startWorkspace, type Workspace } from './support/workspace.ts';

let workspace: Workspace;

test.beforeAll(async () => {
	test.setTimeout(120_000);
	workspace = await startWorkspace();
});
test.afterAll(() => workspace?.stop());

/** The protocol as residents see it, and the pages on which it is written, with a script. */
async function expectAccessible(browser: Browser, protocol: string): Promise<void> {
	const page = await (await browser.newContext({ baseURL: workspace.origin })).newPage();
	await enterBy(page, await workspace.person({ name: 'Fia Ledare', role: 'facilitator', placeCode: '1785' }));
	const { id } = await workspace.ctx.db.selectFrom('walk').select('id').executeTakeFirstOrThrow();
	const work = `/arbete/vandringar/${id}`;
	for (const address of [protocol, '/saffle/vandringar', '/arbete/vandringar', work, `${work}/punkt`]) {
		await page.goto(address);
		await expectNoSidewaysScroll(page);
		await expectNoAxeViolations(page);
	}
}

test('a walk is written down on a phone, published, and its photos tell nothing but what they show', async ({
	browser
}) => {
	test.setTimeout(90_000);
	const context = await browser.newContext({ baseURL: workspace.origin, javaScriptEnabled: false });
	const page = await context.newPage();
	await enterBy(page, await workspace.person({ name: 'Pia Chef', role: 'publisher', placeCode: '1785' }));
	await page.goto('/arbete/vandringar');
	await page.getByRole('link', { name: 'Ny trygghetsvandring' }).click();
	await page.getByLabel('Runda').fill('Centrum–Tunneln');
	await page.getByLabel('Hur många gick med?').fill('14');
	await page.getByRole('button', { name: 'Skapa vandringen' }).click();
	await page.getByRole('link', { name: 'Lägg till en punkt' }).click();
	await page.getByRole('button', { name: 'Spara punkten' }).click();
	await expect(page).toHaveTitle(/^Fel: /);
	await page.getByLabel('Plats', { exact: true }).fill('Gångtunneln');
	await page.getByLabel('Vad gäller det?').selectOption('light');
	await page.getByLabel('Vad ser ni?').fill('Två av fyra lampor är trasiga.');
	const marked = Buffer.concat([image, Buffer.from('GPS-59.1324-12.9301')]);
	await page
		.getByLabel('Bild', { exact: true })
		.setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: marked });
	await page.getByLabel('Vad visar bilden?').fill('En mörk gångtunnel');
	await page.getByRole('button', { name: 'Spara punkten' }).click();
	await expect(page.getByText('Punkten är sparad.')).toBeVisible();
	await page.getByText('Publicera protokollet').last().click();
	await page.getByRole('button', { name: 'Ja, publicera' }).click();
	await page.getByRole('link', { name: 'Visa sidan' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Centrum–Tunneln');
	await expect(page.getByText('14 gick med')).toBeVisible();
	const photo = page.getByRole('img', { name: 'En mörk gångtunnel' });
	const bytes = await (await page.request.get((await photo.getAttribute('src'))!)).body();
	expect(bytes.includes('GPS')).toBe(false);
	expect(bytes.equals(image)).toBe(true);
	await expectAccessible(browser, new URL(page.url()).pathname);
});
