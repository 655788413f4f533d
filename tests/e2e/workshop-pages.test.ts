import { expect, test, type Page } from '@playwright/test';
import { expectNoAxeViolations, expectNoSidewaysScroll } from './support/answering.ts';
import { beginDraft, desktop, expectSaved, openPart, press, writer } from './support/workshop.ts';
import { startWorkspace, type Workspace } from './support/workspace.ts';

let workspace: Workspace;

test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
	workspace = await startWorkspace();
});

test.afterAll(() => workspace?.stop());

test('a question is read from right to left in Arabic, beside its Swedish words', async ({ browser }) => {
	const page = await writer(browser, workspace, desktop);
	const address = await beginDraft(page);
	await openPart(page, `${address}/sprak`);
	await page.getByLabel('Lägg till språk').selectOption('ar');
	await press(page, 'Lägg till språk');
	await expect(page.getByRole('heading', { name: 'Översätt till arabiska' })).toBeVisible();
	const written = 'ما مدى شعورك بالأمان في منطقتك؟';
	const field = page.locator('[name="t.questions.safe_overall.text"]');
	await expect(field).toHaveAttribute('dir', 'rtl');
	await field.fill(written);
	const phone = page.getByRole('region', { name: 'Så ser det ut i telefonen' });
	await expect(phone.getByRole('heading', { name: written })).toBeVisible();
	await expect(phone.locator('.phone')).toHaveAttribute('dir', 'rtl');
	const [circle, words] = await Promise.all(
		[phone.locator('input').first(), phone.locator('label').first()].map((one) => one.boundingBox())
	);
	expect(circle!.x).toBeGreaterThan(words!.x + words!.width / 2);
	await expectSaved(page);
	await expect(page.getByText(/1 av \d+ texter/)).toBeVisible();
	await expect(page.getByText('1 att granska')).toBeVisible();
	await press(page, 'Markera alla som granskade');
	await expectSaved(page);
	await page.getByRole('link', { name: 'Visa bara det som saknas' }).click();
	await expect(field).toHaveCount(0);
	await page.reload();
	await expect(page.getByText('1 att granska')).toHaveCount(0);
});

/** The page and everything it loads, in bytes as they are sent. */
const weightOf = (page: Page): Promise<number> =>
	page.evaluate(() => {
		const loaded = ['navigation', 'resource'].flatMap((kind) => performance.getEntriesByType(kind));
		return loaded.reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0);
	});

const pages = [
	['the gallery', () => '/arbete/enkater'],
	['the list of questions', (address: string) => address],
	['title and introduction', (address: string) => `${address}?del=inledning`],
	['a question', (address: string) => `${address}?fraga=problems`],
	['a question on the phone', (address: string) => `${address}?fraga=problems#telefonen`],
	['background questions', (address: string) => `${address}?del=bakgrund`],
	['adding a question', (address: string) => `${address}?del=ny`],
	['a question that is gone', (address: string) => `${address}?fraga=finns_inte`],
	['languages', (address: string) => `${address}/sprak?sprak=en`]
] as const;

for (const [name, pathOf] of pages)
	test(`${name}: accessible in light and dark, fits 320 pixels, weighs little`, async ({ browser }) => {
		const page = await writer(browser, workspace, { viewport: { width: 320, height: 640 } });
		const path = pathOf(await beginDraft(page));
		await page.goto(path, { waitUntil: 'networkidle' });
		expect(await weightOf(page)).toBeLessThan(200_000);
		await expectNoSidewaysScroll(page);
		await expectNoAxeViolations(page);
		await page.emulateMedia({ colorScheme: 'dark' });
		await page.goto(`/en${path}`);
		await expectNoSidewaysScroll(page);
		await expectNoAxeViolations(page);
		await page.setViewportSize(desktop.viewport);
		await expectNoAxeViolations(page);
	});
