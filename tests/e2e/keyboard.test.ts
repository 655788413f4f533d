import { expect, test, type Locator, type Page } from '@playwright/test';
import { allKinds, heading } from './support/answering.ts';

/** Presses Tab until the element has the focus. */
async function tabTo(page: Page, element: Locator): Promise<void> {
	for (let press = 0; press < 40; press++) {
		await page.keyboard.press('Tab');
		if (await element.evaluate((one) => one === document.activeElement)) return;
	}
	throw new Error('the element is not reached with Tab');
}

async function follow(page: Page, name: string | RegExp): Promise<void> {
	await tabTo(page, page.getByRole('link', { name, exact: true }));
	await page.keyboard.press('Enter');
}

test('from the start page to a dialogue with the keyboard alone', async ({ page }) => {
	await page.goto('/');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: 'Hoppa till innehållet' })).toBeFocused();
	await page.keyboard.press('Enter');
	await tabTo(page, page.getByLabel('Kommunens namn'));
	await page.keyboard.type('saffle');
	await page.keyboard.press('Enter');
	await follow(page, 'Säffle');
	await expect(page).toHaveURL('/saffle');
	await follow(page, 'Alla slags frågor');
	await expect(page).toHaveURL(allKinds);
	await follow(page, 'Svara');
	await expect(page).toHaveURL(`${allKinds}/svara`);
});

test('every kind of question is answered, changed and sent with the keyboard alone', async ({ page }) => {
	const press = (...keys: string[]) =>
		keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
	const box = (name: string) => page.getByRole('checkbox', { name });
	const next = page.getByRole('button', { name: 'Fortsätt' });
	await page.goto(`${allKinds}/svara`);
	await expect(page.locator('form[data-stepping]')).toBeAttached();
	await follow(page, 'Börja');

	await expect(heading(page)).toHaveText('Hur trygg känner du dig vid stationen?');
	await press('Tab', 'ArrowDown', 'ArrowUp');
	await expect(page.getByRole('radio', { name: 'Mycket otrygg' })).toBeChecked();
	await expect(heading(page)).toHaveText('Hur trygg känner du dig vid stationen?');
	await press('Enter');

	await expect(heading(page)).toHaveText('Vad gör dig otrygg där?');
	await tabTo(page, box('Mörkt'));
	await press('Space', 'Tab', 'Space');
	await expect(box('Skräp')).toBeDisabled();
	await press('Space');
	await expect(box('Skräp')).toBeEnabled();
	await press('Enter');

	await expect(heading(page)).toHaveText('Viktigast?');
	await press('Tab', 'Space');
	await expect(page.getByRole('radio', { name: 'Bättre belysning' })).toBeChecked();
	await tabTo(page, next);
	await press('Enter');
	await expect(heading(page)).toHaveText('Näst viktigast?');
	await tabTo(page, page.getByRole('button', { name: 'Hoppa över' }));
	await press('Enter');

	await expect(heading(page)).toHaveText('Något mer vi bör veta?');
	await tabTo(page, page.getByRole('textbox'));
	await page.keyboard.type('Rad ett');
	await press('Enter');
	await page.keyboard.type('rad två');
	await tabTo(page, next);
	await press('Enter');

	await expect(heading(page)).toHaveText('Några frågor om dig');
	await tabTo(page, page.getByRole('radio', { name: 'Under 30' }));
	await press('Space');
	await tabTo(page, next);
	await press('Enter');

	const answers = page.locator('[data-answer]');
	await expect(answers).toHaveText([
		'Mycket otrygg',
		'Mörkt',
		'1. Bättre belysning',
		'Rad ett rad två',
		'Under 30'
	]);
	await tabTo(page, page.getByRole('button', { name: 'Ändra: Vad gör dig otrygg där?' }));
	await press('Enter');
	await tabTo(page, box('Skräp'));
	await press('Space', 'Enter');
	await expect(heading(page)).toHaveText('Läs igenom och skicka');
	await expect(answers.nth(1)).toHaveText('Mörkt, Skräp');
	await tabTo(page, page.getByRole('button', { name: 'Skicka' }));
	await press('Enter');
	await expect(page).toHaveURL(`${allKinds}/tack`);
});
