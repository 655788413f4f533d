import { expect, test, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { contentOf, emptyContent } from '#lib/questionnaire/draft-content.ts';
import type { DraftContent } from '#lib/questionnaire/draft.ts';
import { expectNoAxeViolations, expectNoSidewaysScroll, heading } from './support/answering.ts';
import { hangingDefinition } from './support/open-hanging.ts';
import { enterBy, startWorkspace, type Workspace } from './support/workspace.ts';

let workspace: Workspace;

test.beforeAll(async () => {
	workspace = await startWorkspace();
});
test.afterAll(() => workspace?.stop());

const strip = 'Provsvar: räknas aldrig, tas bort när dialogen öppnas.';

/** Somebody who may write questionnaires in Säffle, and the address of a draft that they try. */
async function writerOf(
	browser: Browser,
	content: DraftContent,
	options: BrowserContextOptions = {}
): Promise<{ page: Page; address: string }> {
	const context = await browser.newContext({ baseURL: workspace.origin, ...options });
	const page = await context.newPage();
	await enterBy(page, await workspace.person({ name: 'Eva Ek', role: 'editor', placeCode: '1785' }));
	return { page, address: `/arbete/enkater/${await workspace.draft(content)}/prova` };
}

const lines = (page: Page) => page.locator('dl > div');

test('a draft is tried on the residents’ page, and what would be stored is shown', async ({ browser }) => {
	const { page, address } = await writerOf(browser, contentOf(hangingDefinition));
	await page.goto(address);
	await expect(page.locator('form[data-stepping]')).toBeAttached();
	await expect(page.getByText(strip)).toBeVisible();
	await expect(page.getByRole('link', { name: 'Säffle kommun och Polisen' })).toBeVisible();
	await expectNoAxeViolations(page);
	await expectNoSidewaysScroll(page);
	await page.getByRole('link', { name: 'Börja' }).click();
	await page.locator('label:visible', { hasText: 'Nej' }).click();
	await expect(heading(page)).toHaveText('Känner du dig trygg överallt?');
	await expect(page.getByText(strip)).toBeVisible();
	await page.locator('[data-skip]').click();
	await expect(heading(page)).toHaveText('Bor du här?');
	await page.locator('label:visible', { hasText: 'Ja' }).click();
	await expect(heading(page)).toHaveText('Läs igenom och skicka');
	await page.getByRole('button', { name: 'Skicka' }).click();

	await expect(page).toHaveURL(new RegExp(`${address}/tack\\?svar=`));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Provsvaret är skickat');
	await expect(lines(page)).toHaveText([
		/Finns det ställen du undviker\?\s*Nej/,
		/Vilka ställen undviker du\?\s*Frågan ställdes inte/,
		/Var ska vi börja\?\s*Frågan ställdes inte/,
		/Hur är det i parken\?\s*Frågan ställdes inte/,
		/Känner du dig trygg överallt\?\s*Inget svar/,
		/Bor du här\?\s*Ja/
	]);
	await expect(page.getByText('Ett provsvar finns.')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Prova', exact: true })).toHaveAttribute(
		'aria-current',
		'step'
	);
	await expectNoAxeViolations(page);
	await expectNoSidewaysScroll(page);
	await page.getByText('Ta bort provsvaren').first().click();
	await page.getByRole('button', { name: 'Ta bort provsvaren' }).click();
	await expect(page.getByText('Provsvaren är borttagna.')).toBeVisible();
	await expect(page.getByText('Inga provsvar finns.')).toBeVisible();
	await expectNoAxeViolations(page);
	await page.getByRole('link', { name: 'Prova att svara' }).click();
	await expect(page).toHaveURL(address);
});

test('an unfinished draft is tried without a script, in a language of its own', async ({ browser }) => {
	const content = contentOf(hangingDefinition);
	const [avoid, where, ...rest] = content.questions;
	const unnamed = { ...avoid!, text: { sv: '' } };
	const finnish = { ...where!, text: { sv: where!.text.sv, fi: 'Mitä paikkoja?' } };
	const questions = [unnamed, finnish, ...rest];
	const { page, address } = await writerOf(
		browser,
		{ ...content, questions, languages: ['sv', 'fi'] },
		{ javaScriptEnabled: false }
	);
	await page.goto(`${address}?lang=fi`);
	await expect(page.getByRole('group').first()).toContainText('Fråga utan text');
	await page.locator('[name="q.avoid"][value=yes]').check();
	await page.getByRole('button', { name: 'Skicka' }).click();
	await expect(page.getByRole('heading', { name: 'En fråga till' })).toBeVisible();
	await expect(page.getByRole('group', { name: 'Mitä paikkoja?' })).toBeVisible();
	await page.getByRole('button', { name: 'Skicka' }).click();
	await expect(page).toHaveURL(new RegExp(`${address}/tack\\?svar=[\\w-]{22}&lang=fi`));
	await expect(lines(page).nth(1)).toHaveText(/Mitä paikkoja\?\s*Inget svar/);
	await expect(page.getByRole('link', { name: 'Svenska' })).toBeVisible();
});

test('a draft without questions says so, and one that is not there is no page', async ({ browser }) => {
	const { page, address } = await writerOf(browser, emptyContent());
	await page.goto(address);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Enkäten har inga frågor än');
	await expectNoAxeViolations(page);
	const nowhere = await page.goto(`/arbete/enkater/${'x'.repeat(22)}/prova`);
	expect(nowhere!.status()).toBe(404);
	await expect(page.getByText(strip)).toHaveCount(0);
});
