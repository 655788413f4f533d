import { expect, test } from '@playwright/test';
import {
	allKinds,
	expectNoAxeViolations,
	expectNoSidewaysScroll,
	heading,
	openSteps
} from './support/answering.ts';

test('every kind of question is asked one step at a time and reviewed before it is sent', async ({
	page
}) => {
	const option = (text: string) => page.locator('label:visible', { hasText: text });
	await openSteps(page, allKinds);
	await page.getByRole('link', { name: 'Börja' }).click();

	await option('Mycket otrygg').click();
	await expect(heading(page)).toHaveText('Vad gör dig otrygg där?');
	await option('Mörkt').click();
	await option('Trafik').click();
	await expect(option('Skräp').getByRole('checkbox')).toBeDisabled();
	await option('Inget av detta').click();
	await expect(option('Mörkt').getByRole('checkbox')).not.toBeChecked();
	await option('Skräp').click();
	await expect(option('Inget av detta').getByRole('checkbox')).not.toBeChecked();
	await expectNoAxeViolations(page);
	await page.getByRole('button', { name: 'Fortsätt' }).click();

	await expect(heading(page)).toHaveText('Viktigast?');
	await option('Bättre belysning').click();
	await expect(heading(page)).toHaveText('Näst viktigast?');
	await expect(option('Bättre belysning')).toHaveCount(0);
	await option('Synligare polis').click();
	await expect(heading(page)).toHaveText('Tredje viktigast?');
	await page.getByRole('button', { name: 'Hoppa över' }).click();

	await page.getByRole('textbox').fill('Det är mörkt vid tunneln.');
	await expectNoAxeViolations(page);
	await page.getByRole('button', { name: 'Fortsätt' }).click();
	await option('Under 30').click();
	await expectNoAxeViolations(page);
	await page.getByRole('button', { name: 'Fortsätt' }).click();

	const answers = page.locator('[data-answer]');
	await expect(answers).toHaveText([
		'Mycket otrygg',
		'Skräp',
		'1. Bättre belysning · 2. Synligare polis',
		'Det är mörkt vid tunneln.',
		'Under 30'
	]);
	await page.getByRole('button', { name: 'Ändra: Hur trygg' }).click();
	await option('Mycket trygg').click();
	await expect(heading(page)).toHaveText('Läs igenom och skicka');
	await expect(answers).toHaveCount(4);
	await page.getByRole('button', { name: 'Skicka' }).click();
	await expect(page).toHaveURL(`${allKinds}/tack`);
});

test.describe('on a narrow screen with large text', () => {
	test.use({ viewport: { width: 320, height: 640 } });

	test('nothing has to be scrolled sideways', async ({ page }) => {
		for (const address of [
			'/',
			'/saffle',
			allKinds,
			`${allKinds}/tack`,
			'/saffle/om',
			'/?sok=s',
			'/d/999998'
		]) {
			await page.goto(address);
			await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
			await expectNoSidewaysScroll(page);
		}
		await openSteps(page, allKinds);
		await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
		await page.locator('[data-begin]').click();
		await expectNoSidewaysScroll(page);
		await page.locator('[data-skip]').click();
		await expect(heading(page)).toHaveText('Viktigast?');
		await page.locator('[data-skip]').click();
		await page.getByRole('textbox').fill('x'.repeat(200));
		await page.locator('[data-next]').click();
		await page.locator('[data-skip]').click();
		await expect(heading(page)).toHaveText('Läs igenom och skicka');
		await expectNoSidewaysScroll(page);
	});
});

test('a refused sheet comes back as it was written', async ({ request, baseURL }) => {
	const answer = await request.post(`${allKinds}/svara`, {
		headers: { origin: baseURL!, accept: 'text/html' },
		form: { key: 'A'.repeat(22), version: '1', 'q.safe': 'foreign', 'q.free': 'Kvar står vi' }
	});
	expect(answer.status()).toBe(422);
	const page = await answer.text();
	expect(page).toContain('Kvar står vi');
	expect(page).toContain('href="#q-safe"');
});
