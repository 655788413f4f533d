import { expect, test, type Page } from '@playwright/test';
import { braWorkbook } from '../support/bra-workbook.ts';
import { image } from '../support/staff-cast.ts';
import { expectNoAxeViolations, expectNoSidewaysScroll } from './support/answering.ts';
import { enterBy, startWorkspace, type Workspace } from './support/workspace.ts';

let workspace: Workspace;

test.beforeAll(async () => {
	test.setTimeout(90_000);
	workspace = await startWorkspace();
});

test.afterAll(() => workspace?.stop());

/** The page stands on the narrowest phone, in light and in the dark. */
async function expectSound(page: Page): Promise<void> {
	await page.setViewportSize({ width: 320, height: 640 });
	await expectNoSidewaysScroll(page);
	await expectNoAxeViolations(page);
	await page.emulateMedia({ colorScheme: 'dark' });
	await expectNoAxeViolations(page);
	await page.emulateMedia({ colorScheme: 'light' });
}

test('a file is uploaded, read through, imported and seen as a chart, also by a resident without a script', async ({
	browser
}) => {
	const context = await browser.newContext({ baseURL: workspace.origin });
	const page = await context.newPage();
	await enterBy(page, await workspace.person({ name: 'Eva Redaktör', role: 'editor', placeCode: '1785' }));
	await page.goto('/arbete/statistik');
	await page.getByRole('button', { name: 'Läs filen' }).click();
	await expect(page.getByRole('alert')).toContainText('Välj en fil först.');
	await expectSound(page);
	await page.getByLabel('Fil', { exact: true }).setInputFiles({
		...{ name: 'tabell.csv', mimeType: 'text/csv', buffer: image }
	});
	await page.getByRole('button', { name: 'Läs filen' }).click();
	await expect(page.getByRole('alert')).toContainText('Filen är en bild och inte en tabell.');

	const yearly = 'Kommun;Antal\r\nSäffle kommun;1 170\r\nAtlantis;3\r\nÅrjäng;många\r\n';
	await page.getByLabel('Fil', { exact: true }).setInputFiles({
		...{ name: 'brott.csv', mimeType: 'text/csv', buffer: Buffer.from(`\ufeff${yearly}`) }
	});
	await page.getByRole('button', { name: 'Läs filen' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Så här lästes filen');
	await expect(page.getByText('Rad 4, Antal: ”många” är inget tal.')).toBeVisible();
	await expect(page.getByText('Atlantis')).toBeVisible();
	await page.getByRole('button', { name: 'Importera', exact: true }).click();
	await expect(page.getByRole('alert')).toContainText('Skriv vem som har tagit fram siffrorna.');
	await expectSound(page);
	await page.getByLabel('Källa', { exact: true }).fill('Brå');
	await page.getByLabel('Vad serien heter').fill('Anmälda brott');
	await page.getByLabel('Tid som siffrorna gäller').fill('2025');
	await page.getByRole('button', { name: 'Importera', exact: true }).click();
	await expect(page.getByRole('status')).toContainText('1 nya värden');
	await expectSound(page);

	await page.getByLabel('Fil', { exact: true }).setInputFiles({
		...{ name: 'Säffle.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(await braWorkbook()) }
	});
	await page.getByRole('button', { name: 'Läs filen' }).click();
	await expect(page.getByText('Alla rader förstods.')).toBeVisible();
	await expect(page.getByLabel('Källa', { exact: true })).toHaveValue('Brå');
	await expectSound(page);
	await page.getByRole('button', { name: 'Importera', exact: true }).click();
	await page.getByRole('link', { name: 'Otrygghet vid utevistelse sent på kvällen' }).click();
	await expect(page.locator('canvas')).toBeVisible();
	await expect(page.locator('figcaption')).toHaveText(/^Säffle 2023–2024: 21\s%\. 2017–2018: 22\s%\./);
	await expect(page.getByRole('cell', { name: /^21\s%\s\(17–25\)$/ })).toBeVisible();
	await expect(page.getByText('Källa: Brå', { exact: true })).toBeVisible();
	await expectSound(page);

	const plain = await browser.newContext({ baseURL: workspace.origin, javaScriptEnabled: false });
	const resident = await plain.newPage();
	await resident.goto(
		(await page.getByRole('link', { name: 'Seriens offentliga sida' }).getAttribute('href'))!
	);
	await expect(resident.getByRole('heading', { level: 1 })).toContainText('Otrygghet vid utevistelse');
	await expect(resident.getByRole('cell', { name: /^21\s%\s\(17–25\)$/ })).toBeVisible();
	expect(await plain.cookies()).toEqual([]);
	await expectNoSidewaysScroll(resident);
	const visitor = await (await browser.newContext({ baseURL: workspace.origin })).newPage();
	await visitor.goto(resident.url());
	await expect(visitor.locator('canvas')).toBeVisible();
	await expectSound(visitor);
	for (const one of [context, plain, visitor.context()]) await one.close();
});
