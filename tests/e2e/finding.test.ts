import { expect, test } from '@playwright/test';
import { eightQuestions, expectNoAxeViolations } from './support/answering.ts';

test('a person finds a dialogue by municipality or by code', async ({ page, request }) => {
	await page.goto('/');
	await expectNoAxeViolations(page);
	await page.getByLabel('Kommunens namn').fill('säffle kommun');
	await page.getByRole('button', { name: 'Sök' }).click();
	await page.getByRole('link', { name: 'Säffle', exact: true }).click();
	await expect(page).toHaveURL('/saffle');
	await expectNoAxeViolations(page);
	await page.getByRole('link', { name: 'Åtta frågor', exact: true }).click();
	await expect(page).toHaveURL(eightQuestions);
	await expectNoAxeViolations(page);

	const place = await (await request.get('/api/v1/places/1785')).json();
	const { code } = place.openDialogues.find(({ title }: { title: string }) => title === 'Åtta frågor');
	const arabic = [...String(code)].map((digit) => String.fromCharCode(0x660 + Number(digit))).join('');
	await page.goto('/');
	await page.getByLabel('Kod med sex siffror').fill(`${arabic.slice(0, 3)}-${arabic.slice(3)}`);
	await page.getByRole('button', { name: 'Gå till frågorna' }).click();
	await expect(page).toHaveURL(eightQuestions);
});

test('an unknown code, municipality and address each have a clear page', async ({ page }) => {
	const unknown = await page.goto('/d?code=999%20998');
	expect(unknown!.status()).toBe(404);
	await expect(page.getByLabel('Kod med sex siffror')).toHaveValue('999 998');
	await expectNoAxeViolations(page);
	for (const address of ['/ingenstans', '/saffle/dialog/ingen', '/ingenstans/om']) {
		expect((await page.goto(address))!.status()).toBe(404);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sidan finns inte');
	}
	await expectNoAxeViolations(page);
	await page.goto('/arjang');
	await expect(page.getByRole('heading', { name: 'Ingen dialog i Årjäng än' })).toBeVisible();
	await expectNoAxeViolations(page);
});

test('the promised days can be put into a calendar', async ({ request }) => {
	const file = await request.get(`${eightQuestions}/tack/datum.ics`);
	expect(file.headers()['content-type']).toContain('text/calendar');
	expect((await file.text()).match(/BEGIN:VEVENT/g)).toHaveLength(2);
});

test('a link of a screen or a remote that does not work says so', async ({ page }) => {
	for (const device of ['skarm', 'styr']) {
		expect((await page.goto(`/${device}/${'A'.repeat(22)}`))!.status()).toBe(404);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Länken fungerar inte');
	}
});
