import { expect, test, type Page } from '@playwright/test';
import { expectNoAxeViolations, expectNoSidewaysScroll, heading, openSteps } from './support/answering.ts';
import { journeyCodes, withCodes } from './support/open-with-codes.ts';

const field = (page: Page) => page.getByLabel('Koden på din lapp');
const send = (page: Page) => page.getByRole('button', { name: 'Skicka' }).click();

async function answerBoth(page: Page): Promise<void> {
	for (const number of [1, 2]) {
		await expect(page.locator('[data-count]:visible')).toHaveText(`Fråga ${number} av 2`);
		await page.locator('label:visible').first().click();
	}
	await expect(heading(page)).toHaveText('Läs igenom och skicka');
}

test('the walk asks for the code first, and a used one is mended with every answer kept', async ({
	page
}) => {
	await openSteps(page, withCodes);
	const begin = page.getByRole('link', { name: 'Börja' });
	await expectNoAxeViolations(page);
	await begin.click();
	await expect(page.getByRole('alert')).toHaveText('Skriv koden som står på din lapp');
	await expect(field(page)).toBeFocused();
	await expectNoAxeViolations(page);
	await expectNoSidewaysScroll(page);
	await field(page).fill(journeyCodes[0]!.toLowerCase().replaceAll('-', ' '));
	await field(page).press('Enter');
	await answerBoth(page);
	await send(page);
	await expect(page).toHaveURL(`${withCodes}/tack`);

	await page.goto(`${withCodes}/svara?kod=${journeyCodes[0]!}`);
	await expect(field(page)).toHaveValue(journeyCodes[0]!);
	await begin.click();
	await expect(page).toHaveURL(`${withCodes}/svara`);
	await answerBoth(page);
	await send(page);
	await expect(page.getByRole('alert').first()).toBeFocused();
	await expect(page).toHaveTitle(/^Fel: /);
	await expectNoAxeViolations(page);
	await page.getByRole('link', { name: 'Koden är redan använd' }).click();
	await expect(field(page)).toBeFocused();
	await expect(page.locator(':checked')).toHaveCount(2);
	await field(page).fill(journeyCodes[1]!);
	await send(page);
	await expect(page).toHaveURL(`${withCodes}/tack`);
	await page.goBack();
	await expect(field(page)).toHaveValue('');
});

test.describe('without a script', () => {
	test.use({ javaScriptEnabled: false });

	test('the code and the answers stay when the code is wrong or the language changes', async ({ page }) => {
		await page.goto(`${withCodes}/svara?kod=${journeyCodes[2]!.slice(0, 13)}Z`);
		await page.getByRole('radio', { name: 'Ja' }).first().check();
		await field(page).fill('ZZZZ-ZZZZ');
		await send(page);
		await expect(page.getByRole('alert').getByRole('link')).toHaveText([
			'Koden stämmer inte. Skriv den som den står på lappen.'
		]);
		await expect(field(page)).toHaveValue('ZZZZ-ZZZZ');
		await field(page).fill(journeyCodes[2]!);
		await page.getByRole('button', { name: 'English' }).click();
		await expect(page.getByLabel('The code on your slip')).toHaveValue(journeyCodes[2]!);
		await expect(page.locator(':checked')).toHaveCount(1);
		await page.getByRole('button', { name: 'Send' }).click();
		await expect(page).toHaveURL(`/en${withCodes}/tack`);
	});
});
