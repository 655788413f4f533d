import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { expectNoAxeViolations, expectNoSidewaysScroll } from './support/answering.ts';
import { enterBy, startWorkspace, type Workspace } from './support/workspace.ts';

test.describe.configure({ mode: 'serial' });

let workspace: Workspace;

test.beforeAll(async () => {
	workspace = await startWorkspace();
});

test.afterAll(() => workspace?.stop());

/** The page stands in light, in the dark and on the narrowest phone. */
async function expectSound(page: Page): Promise<void> {
	await page.setViewportSize({ width: 320, height: 640 });
	await expectNoSidewaysScroll(page);
	await expectNoAxeViolations(page);
	await page.emulateMedia({ colorScheme: 'dark' });
	await expectNoAxeViolations(page);
	await page.emulateMedia({ colorScheme: 'light' });
}

test('a survey from LimeSurvey becomes a draft, and its report is read first', async ({ browser }) => {
	const context = await browser.newContext({
		baseURL: workspace.origin,
		viewport: { width: 360, height: 640 }
	});
	const page = await context.newPage();
	await enterBy(page, await workspace.person({ name: 'Eva Redaktör', role: 'editor', placeCode: '1785' }));
	await page.goto('/arbete/enkater?plats=1785');
	await page.getByRole('link', { name: 'Importera' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Importera en enkät');
	await expectSound(page);

	await page.getByRole('button', { name: 'Läs filen' }).click();
	await expect(page.getByRole('alert')).toContainText('Välj en fil först.');
	await expectSound(page);
	await page.getByLabel('Fil', { exact: true }).setInputFiles({
		...{ name: 'enkat.lsa', mimeType: 'application/zip' },
		buffer: Buffer.from('PK\u0003\u0004 …', 'latin1')
	});
	await page.getByRole('button', { name: 'Läs filen' }).click();
	await expect(page.getByRole('alert')).toContainText('Filen är packad');
	await expect(page).toHaveTitle(/^Fel: /);

	await page
		.getByLabel('Fil', { exact: true })
		.setInputFiles('tests/samples/limesurvey/ls261_uk_core_survey.lss');
	await page.getByRole('button', { name: 'Läs filen' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Så här blir enkäten');
	await expect(page.getByRole('definition').filter({ hasText: /^92$/ })).toBeVisible();
	await expect(page.getByRole('definition').filter({ hasText: /^874$/ })).toBeVisible();
	for (const heading of ['Svenska saknas', 'Matriser', 'Obligatoriska frågor'])
		await expect(page.getByRole('heading', { name: heading })).toBeVisible();
	await expect(page.getByText('Please rate the following propositions').first()).toBeHidden();
	await page.getByText('Frågorna som kom med').click();
	await expect(page.getByText('Please rate the following propositions').first()).toBeVisible();
	await expectSound(page);

	await page.getByRole('button', { name: 'Skapa utkastet' }).click();
	await page.waitForURL(/\/arbete\/enkater\/[\w-]{22}$/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('UK-RSE Survey');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'Exportera som fil' }).click()
	]);
	expect(download.suggestedFilename()).toBe('uk-rse-survey.json');
	const file = JSON.parse(readFileSync(await download.path(), 'utf8')) as { questions: unknown[] };
	expect(file.questions).toHaveLength(92);
});

test('an exported questionnaire comes back whole, without a script', async ({ browser }) => {
	const context = await browser.newContext({ baseURL: workspace.origin, javaScriptEnabled: false });
	const page = await context.newPage();
	await enterBy(page, await workspace.person({ name: 'Eva Redaktör', role: 'editor', placeCode: '1785' }));
	await page.goto('/arbete/enkater?plats=1785');
	await page
		.getByRole('listitem')
		.filter({ hasText: /Kort|åtta/i })
		.getByRole('button')
		.first()
		.click();
	await page.waitForURL(/\/arbete\/enkater\/[\w-]{22}$/);
	const first = await (await page.request.get(`${page.url()}/fil`)).text();
	await page.goto('/arbete/enkater/importera?plats=1785');
	await page.getByLabel('Fil', { exact: true }).setInputFiles({
		...{ name: 'enkat.json', mimeType: 'application/json' },
		buffer: Buffer.from(first)
	});
	await page.getByRole('button', { name: 'Läs filen' }).click();
	await expect(page.getByText('Allt kom med.')).toBeVisible();
	await page.getByRole('button', { name: 'Skapa utkastet' }).click();
	await page.waitForURL(/\/arbete\/enkater\/[\w-]{22}$/);
	expect(await (await page.request.get(`${page.url()}/fil`)).text()).toBe(first);
});
