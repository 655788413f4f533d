import { expect, test, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { savePlan } from '#lib/dialogues/server/save-plan.ts';
import { suggestDates } from '#lib/dialogues/plan-suggestion.ts';
import { changeDraft } from '#lib/questionnaire/server/change-draft.ts';
import { draftFromTemplate } from '#lib/questionnaire/server/draft-from-template.ts';
import { readDraft } from '#lib/questionnaire/server/read-draft.ts';
import type { Role } from '#lib/server/role.ts';
import { countActions } from './support/counted.ts';
import { enterBy, startWorkspace, type Workspace } from './support/workspace.ts';

test.describe.configure({ mode: 'serial' });

let workspace: Workspace;

test.beforeAll(async () => {
	workspace = await startWorkspace();
});

test.afterAll(() => workspace?.stop());

/** What signing in with a password and an app takes more than with a link: address, password, code and a button. */
const moreToSignIn = 4;
const mostActions = 25;
const placeCode = '1785';

const visit = async (browser: Browser, options: BrowserContextOptions = {}): Promise<Page> =>
	(await browser.newContext({ baseURL: workspace.origin, ...options })).newPage();

const link = (role: Role = 'publisher', name = 'Pia Publicist') =>
	workspace.person({ name, role, placeCode });

async function entered(browser: Browser, role?: Role, options?: BrowserContextOptions): Promise<Page> {
	const page = await visit(browser, options);
	await enterBy(page, await link(role));
	return page;
}

const button = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('button', { name });
const anchor = (page: Page, name: string | RegExp) => page.getByRole('link', { name, exact: true });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** The dialogue's public page, asked by a stranger. */
async function expectPublic(browser: Browser, page: Page): Promise<void> {
	const href = await page.getByRole('link', { name: 'Dialogens sida' }).getAttribute('href');
	const stranger = await visit(browser);
	const response = await stranger.goto(href!);
	expect(response?.status()).toBe(200);
	await expect(heading(stranger)).toHaveText('Hur trygg är du där du bor?');
	expect((await stranger.goto(`${href}/svara`))?.status()).toBe(200);
}

test('from sign-in to an open dialogue with the mouse on a phone, in at most 25 actions', async ({
	browser
}) => {
	const page = await visit(browser);
	const act = countActions(page);
	await page.goto(await link());
	await act.click(page.getByRole('button', { name: 'Logga in' }));
	await act.click(anchor(page, 'Skapa en enkät'));
	await act.click(button(page, 'Börja med Kort 8'));
	await page.waitForURL(/\/arbete\/enkater\/[\w-]{20,}/);
	await act.click(anchor(page, 'Kontrollera'));
	await expect(heading(page)).toHaveText('Kontrollera');
	await expect(page.getByRole('heading', { level: 3 })).toHaveText(['Datum saknas']);
	await act.click(anchor(page, 'Öppna'));
	await act.click(button(page, 'Föreslå datum'));
	await expect(page.getByText('Datum är föreslagna.')).toBeVisible();
	await act.click(page.getByLabel('Dialogmöte'));
	await act.click(button(page, 'Spara och läs igenom'));
	await expect(heading(page)).toHaveText('Läs igenom');
	await expect(page.getByText('Länk, kod och QR-kod, Dialogmöte')).toBeVisible();
	await act.click(button(page, 'Öppna dialogen'));
	await expect(page.getByText('Dialogen är öppen.')).toBeVisible();
	expect(act.count()).toBeGreaterThan(5);
	expect(act.count() + moreToSignIn, `${act.count()} actions`).toBeLessThanOrEqual(mostActions);
	await expectPublic(browser, page);
});

test('from sign-in to an open dialogue with the keyboard alone, in at most 25 actions', async ({
	browser
}) => {
	const page = await visit(browser, { viewport: { width: 1280, height: 800 } });
	const act = countActions(page);
	await page.goto(await link());
	await act.keys(page.getByRole('button', { name: 'Logga in' }));
	await expect(heading(page)).toHaveText('Översikt');
	await act.keys(anchor(page, 'Enkäter'));
	await expect(heading(page)).toHaveText('Enkäter');
	await act.keys(button(page, 'Börja med Kort 8'));
	await page.waitForURL(/\/arbete\/enkater\/[\w-]{20,}/);
	await act.keys(anchor(page, 'Kontrollera'));
	await expect(heading(page)).toHaveText('Kontrollera');
	await act.keys(button(page, /^Använd föreslagna datum/));
	await expect(page.getByText('Rättat.')).toBeVisible();
	await act.keys(anchor(page, 'Läs igenom och öppna'));
	await expect(heading(page)).toHaveText('Läs igenom');
	await act.keys(button(page, 'Öppna dialogen'));
	await expect(page.getByText('Dialogen är öppen.')).toBeVisible();
	expect(act.count()).toBeGreaterThan(5);
	expect(act.count() + moreToSignIn, `${act.count()} actions`).toBeLessThanOrEqual(mostActions);
	await expectPublic(browser, page);
});

test('everything is mended and opened without a script, and what was written is kept', async ({
	browser
}) => {
	const page = await entered(browser, 'publisher', { javaScriptEnabled: false });
	const { id, content } = await draftFromTemplate(workspace.ctx, { placeCode, template: 'K3' });
	const base = content.questions[0]!;
	const next = {
		...base,
		text: { ...base.text, sv: 'Är området tryggt och säkert?' },
		options: base.options.filter(({ apart }) => !apart)
	};
	await changeDraft(workspace.ctx, { id, change: { kind: 'question', key: base.key, base, next } });
	await page.goto(`/arbete/enkater/${id}/kontroll`);
	await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('3 saker måste rättas');
	await button(page, /^Lägg till ”Vet inte”/).click();
	await expect(page.getByText('Rättat.')).toBeVisible();
	await button(page, /^Låt passera: Fråga 1 verkar fråga två saker/).click();
	await expect(page.getByRole('heading', { name: 'Ni har låtit passera' })).toBeVisible();
	await anchor(page, 'Öppna').click();
	await page.getByLabel('Sträng: nästan allt visas').check();
	await page.getByLabel('Bara den som har en engångskod').check();
	await page.getByLabel('Papper').check();
	await page.getByLabel('Boende').check();
	await button(page, 'Spara och läs igenom').click();
	await expect(page).toHaveTitle(/^Fel: /);
	await expect(page.getByRole('alert').getByRole('link')).toHaveText([
		'Sista dagen saknas',
		'Dag för resultatet saknas',
		'Dag för löften saknas',
		'Välj minst två grupper, eller ingen.'
	]);
	await page.getByLabel('Pensionär').check();
	await button(page, 'Föreslå datum').click();
	for (const label of [
		'Sträng: nästan allt visas',
		'Bara den som har en engångskod',
		'Papper',
		'Boende',
		'Pensionär'
	])
		await expect(page.getByLabel(label)).toBeChecked();
	await button(page, 'Spara och läs igenom').click();
	await expect(page.getByText('Områden, Ålder, Målgrupper')).toBeVisible();
	await expect(page.getByText('Bara den som har en engångskod')).toBeVisible();
	// Without English for the new question it is offered in Swedish only, or translated first.
	const english = await page.getByRole('heading', { level: 2, name: /måste rättas/ }).count();
	if (english > 0) await button(page, /^Ta bort English/).click();
	await page.goto(`/arbete/enkater/${id}/oppna/sammanfattning`);
	await button(page, 'Öppna dialogen').click();
	await expect(page.getByText('Dialogen är öppen.')).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Är området tryggt och säkert?' })).toBeVisible();
});

/** A draft from a template with dates, ready to open. */
async function ready(template: 'K3' | 'S8' = 'K3'): Promise<string> {
	const { id } = await draftFromTemplate(workspace.ctx, { placeCode, template });
	await savePlan(workspace.ctx, { draftId: id, plan: suggestDates(new Date()) });
	return id;
}

test('what is opened is locked; the next version flags a scale that was changed', async ({ browser }) => {
	const page = await entered(browser);
	await page.goto(`/arbete/enkater/${await ready()}/oppna/sammanfattning`);
	await button(page, 'Öppna dialogen').click();
	await page.waitForURL(/\/arbete\/dialoger\/\d{6}/);
	const dialogue = page.url().split('?')[0]!;
	await expect(page.getByText('Frågorna är låsta sedan dialogen öppnade. Version 1.')).toBeVisible();
	await button(page, 'Skapa ny version av frågorna').click();
	await page.waitForURL(/\/arbete\/enkater\//);
	const id = /enkater\/([\w-]+)/.exec(page.url())![1]!;
	const base = (await readDraft(workspace.ctx, id)).content.questions[0]!;
	const next = { ...base, options: base.options.filter(({ key }) => key !== '2') };
	await changeDraft(workspace.ctx, { id, change: { kind: 'question', key: base.key, base, next } });
	const year = new Date().getFullYear();
	await page.goto(`/arbete/enkater/${id}/kontroll`);
	await expect(
		page.getByText(`Skalan i fråga 1 är ändrad: svaren kan inte jämföras med ${year}`)
	).toBeVisible();
	await button(page, /^Använd föreslagna datum/).click();
	await anchor(page, 'Läs igenom och öppna').click();
	await button(page, 'Öppna dialogen').click();
	await expect(page.getByText('Version 2.')).toBeVisible();
	await page.getByRole('link', { name: 'Enkätens versioner' }).click();
	await expect(page.getByText(`Skalan är ändrad: kan inte jämföras med ${year}.`)).toHaveCount(1);
	await page.goto(dialogue);
	await expect(page.getByText('Ganska otrygg').first()).toBeVisible();
});

test('pressed twice it opens one dialogue, and its old addresses lead there', async ({ browser }) => {
	const page = await entered(browser);
	const id = await ready();
	const summary = `/arbete/enkater/${id}/oppna/sammanfattning`;
	await page.goto(summary);
	const seen = await page.locator('[name=seen]').inputValue();
	const headers = { origin: workspace.origin };
	const press = () => page.request.post(`${summary}?/open`, { form: { seen }, headers, maxRedirects: 0 });
	const [one, two] = await Promise.all([press(), press()]);
	expect([one.status(), two.status()]).toEqual([303, 303]);
	expect(one.headers().location).toBe(two.headers().location);
	for (const address of [summary, `/arbete/enkater/${id}/oppna`, `/arbete/enkater/${id}/kontroll`]) {
		await page.goto(address);
		await expect(page).toHaveURL(/\/arbete\/dialoger\/\d{6}$/);
	}
});

test('who may not open sees whom to ask, and a change in between is read first', async ({ browser }) => {
	const editor = await entered(browser, 'editor');
	const publisher = await visit(browser);
	await enterBy(publisher, await link('publisher', 'Örjan Öppnare'));
	const id = await ready();
	const summary = `/arbete/enkater/${id}/oppna/sammanfattning`;
	await editor.goto(summary);
	await expect(editor.getByText(/Be Pia Publicist.* eller Örjan Öppnare att öppna\./)).toBeVisible();
	await expect(button(editor, 'Öppna dialogen')).toHaveCount(0);
	await publisher.goto(summary);
	await changeDraft(workspace.ctx, { id, change: { kind: 'remove', key: 'improve' } });
	await button(publisher, 'Öppna dialogen').click();
	await expect(publisher.getByRole('alert')).toContainText('Någon har ändrat något sedan du läste.');
	await expect(publisher.getByText('2 stycken')).toBeVisible();
	await button(publisher, 'Öppna dialogen').click();
	await expect(publisher.getByText('Dialogen är öppen.')).toBeVisible();
});

test('a dialogue is closed in two steps, for good', async ({ browser }) => {
	const page = await entered(browser);
	await page.goto(`/arbete/enkater/${await ready()}/oppna/sammanfattning`);
	await button(page, 'Öppna dialogen').click();
	await page.waitForURL(/\/arbete\/dialoger\/\d{6}/);
	await page.locator('summary', { hasText: 'Stäng dialogen' }).click();
	await button(page, 'Ja, stäng dialogen').click();
	await expect(page.getByText('Dialogen är stängd. De sista svaren räknas nu.')).toBeVisible();
	await expect(page.locator('main summary')).toHaveCount(0);
});
