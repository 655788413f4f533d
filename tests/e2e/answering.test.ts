import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import {
	allKinds,
	eightQuestions,
	expectNoAxeViolations,
	expectNoSidewaysScroll,
	heading,
	openSteps,
	skipToReview,
	tapOption,
	walkToReview
} from './support/answering.ts';

test.describe('with a finger', () => {
	test.use({ hasTouch: true });

	test('eight questions are answered with ten taps, without cookies or storage', async ({
		page,
		context
	}) => {
		await openSteps(page);
		let taps = 0;
		const tapped = () => taps++;
		await page.exposeFunction('tapped', tapped);
		await page.evaluate(() =>
			addEventListener('pointerup', () => (window as never as { tapped(): void }).tapped())
		);
		await page.getByRole('link', { name: 'Börja' }).tap();
		for (let number = 1; number <= 8; number++) {
			await expect(page.locator('[data-count]:visible')).toHaveText(`Fråga ${number} av 8`);
			await expect(page).toHaveTitle(new RegExp(`– Fråga ${number} av 8 – Säffle kommun och Polisen$`));
			await page.locator('label:visible').first().tap();
		}
		const send = page.getByRole('button', { name: 'Skicka' });
		await expect(send).toBeInViewport();
		await send.tap();
		await expect(page).toHaveURL(`${eightQuestions}/tack`);
		await expect(heading(page)).toHaveText('Tack för att du svarade');
		expect(taps).toBe(10);
		expect(await context.cookies()).toEqual([]);
		expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
		await page.goBack();
		await expect(page.getByRole('link', { name: 'Börja' })).toBeVisible();
		expect(await page.evaluate(() => document.querySelectorAll(':checked').length)).toBe(0);
		await expectNoSidewaysScroll(page);
	});

	test('a question with six options needs no scrolling, also under the line of a demonstration', async ({
		page
	}) => {
		const demonstration = 24;
		await openSteps(page, allKinds);
		await page.getByRole('link', { name: 'Börja' }).tap();
		const options = page.locator('label:visible');
		await expect(options).toHaveCount(6);
		for (const text of ['Hur trygg är du?', 'Hur trygg känner du dig i området där du bor eller vistas?']) {
			await heading(page).evaluate((element, words) => (element.textContent = words), text);
			await expect(page.getByRole('button', { name: 'Hoppa över' })).toBeInViewport({ ratio: 1 });
			const bar = (await page.locator('[data-onward]').boundingBox())!;
			for (const option of await options.all()) {
				const { y, height } = (await option.boundingBox())!;
				expect(height).toBeGreaterThanOrEqual(52);
				expect(y + height + demonstration + bar.height).toBeLessThanOrEqual(640);
			}
		}
		await tapOption(page, 'Mycket trygg');
		await expect(heading(page)).toHaveText('Viktigast?');
	});
});

test.describe('without a script', () => {
	test.use({ javaScriptEnabled: false });

	test('the form is one page with one button, and an error keeps what was written', async ({ page }) => {
		await page.goto(`${eightQuestions}/svara`);
		await page.getByRole('button', { name: 'Skicka' }).click();
		await expect(page).toHaveTitle(/^Fel: /);
		const link = page.getByRole('alert').getByRole('link', { name: 'Svara på minst en fråga' });
		await link.click();
		const options = page.getByRole('group').first().getByRole('radio');
		await options.nth(1).check();
		await page.getByRole('button', { name: 'English' }).click();
		await expect(page).toHaveURL(`/en${eightQuestions}/svara`);
		await expect(options.nth(1)).toBeChecked();
		await page.getByRole('button', { name: 'Send' }).click();
		await expect(page).toHaveURL(`/en${eightQuestions}/tack`);
	});
});

test('the whole form can be answered with the keyboard alone', async ({ page }) => {
	await openSteps(page);
	await page.getByRole('link', { name: 'Börja' }).focus();
	await page.keyboard.press('Enter');
	for (let number = 1; number <= 8; number++) {
		await expect(page.locator('[data-count]:visible')).toHaveText(`Fråga ${number} av 8`);
		await expect(heading(page)).toBeFocused();
		await page.keyboard.press('Tab');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('ArrowDown');
		await expect(page.locator('label:visible').nth(2).getByRole('radio')).toBeChecked();
		await page.keyboard.press('Enter');
	}
	await expect(heading(page)).toHaveText('Läs igenom och skicka');
	await expect(heading(page)).toBeFocused();
	for (let change = 0; change < 8; change++) await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('button', { name: 'Skicka' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(`${eightQuestions}/tack`);
});

test('back, reload and a change of language keep the answers, and nothing leaves the phone', async ({
	page
}) => {
	const sent: string[] = [];
	page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
	await openSteps(page);
	await walkToReview(page);
	const answers = page.locator('[data-answer]');
	const before = await answers.allTextContents();
	await page.goBack();
	await expect(page.locator('[data-count]:visible')).toHaveText('Fråga 8 av 8');
	await page.evaluate(() => (location.hash = 'innehall'));
	await page.reload();
	await expect(page.locator('[data-count]:visible')).toHaveText('Fråga 8 av 8');
	await page.getByRole('button', { name: 'Fortsätt' }).click();
	await expect(answers).toHaveText(before);
	await page.getByRole('button', { name: 'English' }).click();
	await expect(page).toHaveURL(`/en${eightQuestions}/svara`);
	await expect(heading(page)).toHaveText('Check and send');
	await page.reload();
	await expect(answers).toHaveCount(8);
	await expect(answers.filter({ hasText: 'No answer' })).toHaveCount(0);
	expect(sent).toEqual([]);
});

test('after a change of language every later page is in that language, also after Back', async ({ page }) => {
	await openSteps(page);
	await page.getByRole('link', { name: 'Börja' }).click();
	await page.locator('label:visible').first().click();
	await expect(page.locator('[data-count]:visible')).toHaveText('Fråga 2 av 8');
	await page.getByRole('button', { name: 'English' }).click();
	await expect(page.locator('[data-count]:visible')).toHaveText('Question 2 of 8');
	await page.getByRole('button', { name: 'Back' }).click();
	await expect(page.locator('[data-count]:visible')).toHaveText('Question 1 of 8');
	await expect(page).toHaveURL(`/en${eightQuestions}/svara`);
	for (let number = 1; number <= 8; number++) {
		await expect(page.locator('[data-count]:visible')).toHaveText(`Question ${number} of 8`);
		await page.locator('label:visible').first().click();
	}
	await page.getByRole('button', { name: 'Send' }).click();
	await expect(page).toHaveURL(`/en${eightQuestions}/tack`);
});

test('a script that comes late finds the person where they have begun', async ({ page }) => {
	let letThrough = () => {};
	const late = new Promise<void>((resolve) => (letThrough = resolve));
	await page.route('**/*.js', async (route) => {
		await late;
		await route.continue();
	});
	await page.goto(`${eightQuestions}/svara`, { waitUntil: 'commit' });
	await page.getByRole('link', { name: 'Börja' }).click();
	await page.getByRole('group').nth(1).getByRole('radio').nth(2).check();
	letThrough();
	await expect(page.locator('form[data-stepping]')).toBeAttached();
	await expect(page.locator('[data-count]:visible')).toHaveText('Fråga 2 av 8');
	await expect(page.locator('label:visible').nth(2).getByRole('radio')).toBeChecked();
	await page.getByRole('button', { name: 'Tillbaka' }).click();
	await expect(page.locator('[data-count]:visible')).toHaveText('Fråga 1 av 8');
});

test('after an error the language can be changed, and the answers stay', async ({ page }) => {
	await openSteps(page);
	await page.locator('[data-begin]').click();
	await skipToReview(page);
	await page.getByRole('button', { name: 'Skicka' }).click();
	await expect(page.getByRole('alert')).toBeFocused();
	await page.getByRole('radio').nth(1).check();
	await page.getByRole('button', { name: 'English' }).click();
	await expect(page).toHaveURL(`/en${eightQuestions}/svara`);
	await expect(page.locator(':checked')).toHaveCount(1);
});

test('a sheet that meets no network is sent once when the network is back', async ({ page }) => {
	const keys: string[] = [];
	await page.route('**/svara', async (route) => {
		if (route.request().method() !== 'POST') return route.continue();
		keys.push(new URLSearchParams(route.request().postData()!).get('key')!);
		if (keys.length === 1) return route.abort('internetdisconnected');
		if (keys.length > 2) return route.continue();
		// The sheet arrives, but the answer is lost on its way back.
		await route.fetch({ maxRedirects: 0 });
		await route.abort('connectionreset');
	});
	await openSteps(page);
	await walkToReview(page);
	await page.getByRole('button', { name: 'Skicka' }).click();
	await expect(page.getByRole('status')).toContainText(['Inget nät. Vi försöker igen.']);
	await expect(page).toHaveURL(`${eightQuestions}/tack`, { timeout: 15_000 });
	expect(keys).toHaveLength(3);
	expect(new Set(keys).size).toBe(1);
});

test('the question page and its script weigh no more than they may', async ({ request }) => {
	const weigh = async (address: string) => gzipSync(await (await request.get(address)).body()).length;
	const html = await (await request.get(`${eightQuestions}/svara`)).text();
	const styles = [...html.matchAll(/href="([^"]+\.css)"/g)].map(([, href]) =>
		href!.replace(/^(\.\.\/)+/, '/')
	);
	const scripts = [...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, source]) => source!);
	const sum = async (addresses: string[]) =>
		(await Promise.all(addresses.map(weigh))).reduce((total, bytes) => total + bytes, 0);
	expect(gzipSync(html).length + (await sum(styles))).toBeLessThanOrEqual(14_000);
	expect(scripts).toHaveLength(1);
	expect(await sum(scripts)).toBeLessThanOrEqual(6_000);
});

for (const [name, prefix, colorScheme] of [
	['Swedish in daylight', '', 'light'],
	['Swedish in the dark', '', 'dark'],
	['English in daylight', '/en', 'light'],
	['English in the dark', '/en', 'dark']
] as const) {
	test.describe(name, () => {
		test.use({ colorScheme });

		test(`every state of answering is accessible: ${name}`, async ({ page }) => {
			await openSteps(page, `${prefix}${eightQuestions}`);
			await expectNoAxeViolations(page);
			await page.locator('[data-begin]').click();
			await expectNoAxeViolations(page);
			await page.goBack();
			await walkToReview(page);
			await expectNoAxeViolations(page);
			await page.locator('[data-step=review] button.button').click();
			await page.waitForURL('**/tack');
			await expectNoAxeViolations(page);
			await openSteps(page, `${prefix}${eightQuestions}`);
			await page.locator('[data-begin]').click();
			await skipToReview(page);
			await page.locator('[data-step=review] button.button').click();
			await expect(page.getByRole('alert')).toBeFocused();
			await expectNoAxeViolations(page);
			await page.getByRole('radio').nth(1).check();
			await page.locator('[data-step=review] button.button').click();
			await page.waitForURL('**/tack');
			await page.goBack();
			await expect(page.locator('[data-begin]')).toBeVisible();
			await expect(page.locator(':checked')).toHaveCount(0);
		});
	});
}
