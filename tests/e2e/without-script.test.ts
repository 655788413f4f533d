import { expect, test, type Page } from '@playwright/test';
import { allKinds, expectNoSidewaysScroll } from './support/answering.ts';

test.use({ javaScriptEnabled: false });

const text = 'Det är mörkt vid tunneln.\n<b>”Lampan”</b> & stolpen är trasiga 🙂';

const field = (page: Page, name: string, value: string) => page.locator(`[name="${name}"][value="${value}"]`);

/** Everything that is chosen, as `name=value`. */
const chosen = (page: Page): Promise<string[]> =>
	page
		.locator(':checked')
		.evaluateAll((fields) => (fields as HTMLInputElement[]).map(({ name, value }) => `${name}=${value}`));

test('from the start page to the results, with errors and a change of language on the way', async ({
	page
}) => {
	await page.goto('/');
	await page.getByLabel('Kommunens namn').fill('saffle');
	await page.getByRole('button', { name: 'Sök' }).click();
	await page.getByRole('link', { name: 'Säffle', exact: true }).click();
	await page.getByRole('link', { name: 'Alla slags frågor', exact: true }).click();
	await page.getByRole('link', { name: 'Svara', exact: true }).click();

	await expect(page.getByText('Vad gör dig otrygg där?')).toBeHidden();
	await field(page, 'q.safe', '1').check();
	await page.getByRole('button', { name: 'Skicka' }).click();
	await expect(page).toHaveTitle(/^Fler frågor: /);
	await expect(page.getByRole('alert')).toHaveCount(0);
	await expect(page.getByText('Vad gör dig otrygg där?').first()).toBeVisible();
	for (const option of ['dark', 'traffic', 'litter']) await field(page, 'q.why', option).check();
	await field(page, 'q.priority.1', 'light').check();
	await field(page, 'q.priority.2', 'light').check();
	await page.getByRole('textbox').fill(text);
	await field(page, 'b.age', 'over_30').check();
	const written = await chosen(page);
	expect(written).toHaveLength(7);

	await page.getByRole('button', { name: 'Skicka' }).click();
	await expect(page).toHaveTitle(/^Fel: /);
	await expect(page.getByRole('alert').getByRole('link')).toHaveText([
		'Välj högst 2 svar: Vad gör dig otrygg där?',
		'Välj olika svar på varje plats: Vad ska göras först?'
	]);
	expect(await chosen(page)).toEqual(written);
	await expect(page.getByRole('textbox')).toHaveValue(text);
	await expectNoSidewaysScroll(page);

	await page.getByRole('button', { name: 'English' }).click();
	await expect(page).toHaveURL(`/en${allKinds}/svara`);
	expect(await chosen(page)).toEqual(written);
	await expect(page.getByRole('textbox')).toHaveValue(text);

	await field(page, 'q.why', 'litter').uncheck();
	await field(page, 'q.priority.2', 'police').check();
	await page.getByRole('button', { name: 'Send' }).click();
	await expect(page).toHaveURL(`/en${allKinds}/tack`);
	await page.getByRole('link', { name: 'See the answers so far' }).click();
	await expect(page.getByRole('link', { name: 'Get the latest numbers' })).toBeVisible();
});

test('Enter in a field neither sends the sheet nor changes the language', async ({ page }) => {
	await page.goto(`${allKinds}/svara`);
	await field(page, 'q.safe', '2').check();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(`${allKinds}/svara`);
	await expect(page.locator('html')).toHaveAttribute('lang', 'sv');
	await expect(field(page, 'q.safe', '2')).toBeChecked();
});

test('a dialogue that has not opened, has closed or has no end says so', async ({ page }) => {
	await page.goto('/saffle/dialog/oppnar-snart/svara');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dialogen har inte öppnat än');
	await expect(page.getByText(/Du kan svara från och med \d/)).toBeVisible();
	await page.goto('/saffle/dialog/medborgardialog-2017/svara');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dialogen har stängt');
	for (const address of ['/saffle/dialog/utan-slut', '/saffle/dialog/utan-slut/svara', '/saffle']) {
		await page.goto(address);
		await expect(page.locator('main')).not.toContainText(/null|undefined|Invalid/);
	}
	await page.goto('/saffle/dialog/utan-slut/svara');
	await expect(page.getByText('Svara senast')).toHaveCount(0);
	await expect(page.getByRole('button', { name: 'Skicka' })).toBeVisible();
});
