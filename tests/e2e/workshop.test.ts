import { expect, test, type Locator, type Page } from '@playwright/test';
import {
	answer,
	beginDraft,
	desktop,
	expectSaved,
	first,
	listed,
	openPart,
	press,
	question,
	rowButton,
	second,
	text,
	writer
} from './support/workshop.ts';
import { startWorkspace, type Workspace } from './support/workspace.ts';

let workspace: Workspace;

test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
	workspace = await startWorkspace();
});

test.afterAll(() => workspace?.stop());

test('a template becomes a draft that saves itself, shows itself on the phone and can be undone', async ({
	browser
}) => {
	const page = await writer(browser, workspace, desktop);
	const address = await beginDraft(page);
	await openPart(page, `${address}?fraga=safe_overall`);
	const phone = page.getByRole('region', { name: 'Så ser det ut i telefonen' });
	expect((await phone.locator('.phone').boundingBox())!.width).toBe(320);

	await text(page).fill('Känner du dig trygg hemma?');
	await expect(phone.getByRole('heading')).toHaveText('Känner du dig trygg hemma?');
	await expect(question(page, 'safe_overall')).toContainText('Känner du dig trygg hemma?');
	await expectSaved(page);

	await press(page, 'Lägg till svar');
	const added = answer(page, 5);
	await added.fill('Ibland');
	await expect(phone.getByText('Ibland')).toBeVisible();
	await rowButton(page, 'Flytta upp', 'Ibland').click();
	await expect(answer(page, 4)).toHaveValue('Ibland');
	await expect(rowButton(page, 'Flytta upp', 'Ibland')).toBeFocused();

	await press(page, 'Kopiera');
	await expect(page.getByRole('heading', { name: 'Fråga 2 av 9' })).toBeVisible();
	await press(page, 'Ta bort');
	await expect(page.getByText('Frågan togs bort.').first()).toBeVisible();
	expect(await listed(page)).toHaveLength(8);
	await press(page, 'Ångra');
	await expect(page.getByRole('heading', { name: 'Fråga 2 av 9' })).toBeVisible();
	await expectSaved(page);

	await page.reload();
	expect((await listed(page)).slice(0, 3)).toEqual([
		'Känner du dig trygg hemma?',
		'Känner du dig trygg hemma?',
		second
	]);
	await page.goto(`${address}?fraga=safe_overall`);
	await expect(answer(page, 4)).toHaveValue('Ibland');
	await page.goto('/arbete/enkater');
	await expect(page.getByText(/Kim Ek ändrade/)).toBeVisible();
});

test('a question is shown on a condition, and what its length comes to is always in sight', async ({
	browser
}) => {
	const page = await writer(browser, workspace, desktop);
	const address = await beginDraft(page);
	const figures = page.getByRole('list', { name: 'Så lång är enkäten' });
	await expect(figures).toContainText('8 frågor');
	await expect(figures).toContainText(/LIX \d+/);
	const taps = Number(/(\d+) tryck/.exec((await figures.textContent())!)![1]);

	await openPart(page, `${address}?fraga=safe_evening`);
	await page.getByLabel('Frågan visas').selectOption({ label: `1. ${first}` });
	await expect(page.getByRole('checkbox', { name: 'Vet inte', exact: true })).not.toBeChecked();
	await page.getByRole('checkbox', { name: 'Mycket trygg', exact: true }).uncheck();
	await expectSaved(page);
	await expect(question(page, 'safe_evening')).toContainText('villkor');
	await press(page, 'Ta bort');
	await expect(figures).toContainText('7 frågor');
	await expect(figures).toContainText(`${taps - 1} tryck`);
	await press(page, 'Ångra');
	await expectSaved(page);
	await page.reload();
	await expect(page.getByRole('checkbox', { name: 'Mycket trygg', exact: true })).not.toBeChecked();
	await expect(page.getByRole('checkbox', { name: 'Ganska trygg', exact: true })).toBeChecked();

	await page.getByText('Lägg till fråga').click();
	await press(page, 'Har tryggheten i ditt område förändrats det senaste året?');
	await expect(page.getByRole('heading', { name: 'Fråga 9 av 9' })).toBeVisible();
	await expect(figures).toContainText('9 frågor');
});

/** Presses Tab until the element has the focus. */
async function tabTo(page: Page, element: Locator, key = 'Tab'): Promise<void> {
	for (let presses = 0; presses < 80; presses++) {
		await page.keyboard.press(key);
		if (await element.evaluate((one) => one === document.activeElement)) return;
	}
	throw new Error('the element is not reached with Tab');
}

test('everything can be done with the keyboard alone', async ({ browser }) => {
	const page = await writer(browser, workspace, desktop);
	await page.goto('/arbete/enkater');
	await tabTo(page, page.getByRole('button', { name: 'Börja med Kort 8' }));
	await page.keyboard.press('Enter');
	await page.waitForURL(/\/arbete\/enkater\/[\w-]{22}$/);
	await openPart(page, page.url());
	await tabTo(page, question(page, 'safe_overall'));
	await page.keyboard.press('Alt+ArrowDown');
	await expect(question(page, 'safe_overall')).toBeFocused();
	await expect(page.getByText('Flyttad. Nu 2 av 8.')).toBeAttached();
	expect((await listed(page)).slice(0, 2)).toEqual([second, first]);
	await page.keyboard.press('Alt+ArrowUp');
	await page.keyboard.press('Alt+ArrowUp');
	expect((await listed(page)).slice(0, 2)).toEqual([first, second]);

	await page.keyboard.press('Enter');
	await tabTo(page, text(page));
	await page.keyboard.press('ControlOrMeta+a');
	await page.keyboard.type('Trygg?');
	await tabTo(page, answer(page, 1));
	await page.keyboard.press('Alt+ArrowDown');
	await expect(answer(page, 2)).toBeFocused();
	await expect(answer(page, 2)).toHaveValue('Mycket otrygg');
	await tabTo(page, rowButton(page, 'Ta bort', 'Mycket otrygg'));
	await page.keyboard.press('Enter');
	await expect(answer(page, 2)).toBeFocused();
	await tabTo(page, page.getByRole('button', { name: 'Ta bort', exact: true }), 'Shift+Tab');
	await page.keyboard.press('Enter');
	await tabTo(page, page.getByRole('button', { name: 'Ångra' }), 'Shift+Tab');
	await page.keyboard.press('Enter');
	await expectSaved(page);
	await page.reload();
	expect((await listed(page))[0]).toBe('Trygg?');
});

test('without a script every button works, and what was written is never lost', async ({ browser }) => {
	const page = await writer(browser, workspace, { javaScriptEnabled: false });
	const address = await beginDraft(page);
	await page.goto(`${address}?fraga=safe_overall`);
	await text(page).fill('Trygg hemma?');
	await press(page, 'Flytta ned');
	await expect(page.getByRole('heading', { name: 'Fråga 2 av 8' })).toBeVisible();
	await expect(text(page)).toHaveValue('Trygg hemma?');
	await press(page, 'Lägg till svar');
	await answer(page, 5).fill('Ibland');
	await press(page, 'Spara');
	await expect(answer(page, 5)).toHaveValue('Ibland');
	await rowButton(page, 'Flytta upp', 'Ibland').click();
	await expect(answer(page, 4)).toHaveValue('Ibland');
	await rowButton(page, 'Ta bort', 'Ibland').click();
	await expect(answer(page, 4)).toHaveValue('Mycket trygg');
	await press(page, 'Kopiera');
	await expect(page.getByRole('heading', { name: 'Fråga 3 av 9' })).toBeVisible();
	await press(page, 'Ta bort');
	await press(page, 'Ångra');
	await expect(page.getByRole('heading', { name: 'Fråga 3 av 9' })).toBeVisible();

	await page.getByRole('link', { name: 'Visa i telefonen' }).click();
	const phone = page.getByRole('region', { name: 'Så ser det ut i telefonen' });
	await expect(phone.getByRole('heading', { name: 'Trygg hemma?' })).toBeVisible();

	await page.goto(`${address}?del=inledning`);
	await page.getByLabel('Rubrik', { exact: true }).fill('Säffle frågar');
	await press(page, 'Spara');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Säffle frågar');
	await page.goto(`${address}?del=bakgrund`);
	await rowButton(page, 'Ta bort', 'Kön').click();
	await press(page, 'Målgrupper');
	await rowButton(page, 'Ta bort', 'Pensionär').click();
	await rowButton(page, 'Lägg till', 'Pensionär').click();
	await expect(page.locator('[name="group.option.pensioners.text"]')).toHaveValue('Pensionär');
	await page.goto(`${address}?del=ny`);
	await press(page, 'Egna ord');
	await expect(page.getByRole('heading', { name: 'Fråga 10 av 10' })).toBeVisible();

	await page.goto(`${address}/sprak`);
	await page.getByLabel('Lägg till språk').selectOption('fi');
	await press(page, 'Lägg till språk');
	await page.locator('[name="t.title"]').fill('Säffle kysyy');
	await press(page, 'Spara');
	await expect(page.locator('[name="t.title"]')).toHaveValue('Säffle kysyy');
	await rowButton(page, 'Markera som granskad', 'Rubrik').click();
	await expect(page.getByText('Granskad', { exact: true })).toBeVisible();

	await page.goto(address);
	await page.getByText('Ta bort utkastet').click();
	await press(page, 'Ja, ta bort');
	await expect(page.getByText('Utkastet är borttaget.')).toBeVisible();
	expect((await page.goto(address))?.status()).toBe(404);
});
