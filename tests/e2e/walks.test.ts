import { expect, test, type Browser, type Page } from '@playwright/test';
import { image } from '#tests/support/staff-cast.ts';
import { expectNoAxeViolations, expectNoSidewaysScroll } from './support/answering.ts';
import { enterBy, startWorkspace, type Workspace } from './support/workspace.ts';

test.describe.configure({ mode: 'serial' });

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

/** What a phone writes into a photo: that it was held upright, and where. */
const told = 'GPS 59.1324 12.9301';

/** A photo as a phone takes it: large, lying on its side, and told where. */
async function phonePhoto(page: Page): Promise<Buffer> {
	const drawn = await page.evaluate(() => {
		const canvas = document.createElement('canvas');
		[canvas.width, canvas.height] = [2400, 1600];
		const pen = canvas.getContext('2d')!;
		for (let at = 0; at < 4000; at++) {
			pen.fillStyle = `hsl(${(at * 47) % 360} 60% 50%)`;
			pen.fillRect((at * 97) % 2400, (at * 61) % 1600, 40, 40);
		}
		return canvas.toDataURL('image/jpeg', 0.95).split(',')[1]!;
	});
	const jpeg = Buffer.from(drawn, 'base64');
	// One entry: orientation (0x0112), a short, 6: a quarter turn.
	const tiff = '49492a00080000000100120103000100000006000000' + '00000000';
	const exif = Buffer.concat([Buffer.from('Exif\0\0'), Buffer.from(tiff, 'hex'), Buffer.from(told)]);
	const length = Buffer.alloc(2);
	length.writeUInt16BE(exif.length + 2);
	return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1]), length, exif, jpeg.subarray(2)]);
}

/** Adds a point with a photo and tells what is shown and stored of it. */
async function sendPhoto(page: Page, name: string, photo: Buffer) {
	await page.getByLabel('Plats', { exact: true }).fill('Torget');
	await page.getByLabel('Vad gäller det?').selectOption('light');
	await page.getByLabel('Vad ser ni?').fill('En lampa är trasig.');
	await page.getByLabel('Vad visar bilden?').fill(name);
	const file = { name: 'IMG_0042.jpg', mimeType: 'image/jpeg', buffer: photo };
	await page.getByLabel('Bild', { exact: true }).setInputFiles(file);
	await page.getByRole('button', { name: 'Spara punkten' }).click();
	await expect(page.getByText('Punkten är sparad.')).toBeVisible();
	const shown = page.getByRole('img', { name });
	await shown.scrollIntoViewIfNeeded();
	await expect.poll(() => shown.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
	const size = await shown.evaluate((one) => {
		const { naturalWidth, naturalHeight } = one as HTMLImageElement;
		return [naturalWidth, naturalHeight];
	});
	const stored = await (await page.request.get((await shown.getAttribute('src'))!)).body();
	return { size, stored };
}

test('a large photo is made small on the phone before it is sent; without a script the server strips it', async ({
	browser
}) => {
	test.setTimeout(60_000);
	const { id } = await workspace.ctx.db.selectFrom('walk').select('id').executeTakeFirstOrThrow();
	let photo: Buffer | undefined;
	for (const javaScriptEnabled of [true, false]) {
		const context = await browser.newContext({ baseURL: workspace.origin, javaScriptEnabled });
		const page = await context.newPage();
		await enterBy(page, await workspace.person({ name: 'Ida Ek', role: 'facilitator', placeCode: '1785' }));
		await page.goto(`/arbete/vandringar/${id}/punkt`);
		photo ??= await phonePhoto(page);
		expect(photo.includes(told)).toBe(true);
		const { size, stored } = await sendPhoto(page, `Lampan ${javaScriptEnabled}`, photo);
		expect(stored.includes('GPS')).toBe(false);
		expect(size).toEqual(javaScriptEnabled ? [1200, 1800] : [1600, 2400]);
		if (javaScriptEnabled) expect(stored.length).toBeLessThan(photo.length / 2);
	}
});
