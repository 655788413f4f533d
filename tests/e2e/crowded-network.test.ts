import { createHash } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { eightQuestions, openSteps, walkToReview } from './support/answering.ts';

const challenge = `15.1999999999.${'A'.repeat(22)}`;

test('a phone on a crowded network works for its answer without being told, and sends the same sheet', async ({
	page
}) => {
	const sent: URLSearchParams[] = [];
	await page.route('**/svara', async (route) => {
		if (route.request().method() !== 'POST') return route.continue();
		sent.push(new URLSearchParams(route.request().postData()!));
		if (sent.length > 1) return route.continue();
		await route.fulfill({ status: 429, headers: { 'proof-challenge': challenge }, body: '' });
	});
	await openSteps(page);
	await walkToReview(page);
	await page.getByRole('button', { name: 'Skicka' }).click();
	await expect(page).toHaveURL(`${eightQuestions}/tack`);
	const [first, second] = sent;
	const proof = second!.get('proof')!;
	expect(proof.startsWith(`${challenge}.`)).toBe(true);
	expect(createHash('sha256').update(proof).digest().readUInt32BE(0) >>> (32 - 15)).toBe(0);
	second!.delete('proof');
	expect(second!.toString()).toBe(first!.toString());
	expect(first!.has('website')).toBe(false);
});

test.describe('without a script', () => {
	test.use({ javaScriptEnabled: false });

	test('a form that is sent as soon as it is open is asked for once more', async ({ page }) => {
		await page.goto(`${eightQuestions}/svara`);
		await page.getByRole('radio').nth(1).check();
		await page.getByRole('button', { name: 'Skicka' }).click();
		await expect(page.getByRole('alert')).toContainText('Tryck på Skicka en gång till');
		await expect(page.getByRole('radio').nth(1)).toBeChecked();
		await page.getByRole('button', { name: 'Skicka' }).click();
		await expect(page).toHaveURL(`${eightQuestions}/tack`);
	});
});
