import { gzipSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { participantStates } from '#tests/support/participant-states.ts';
import { expectNoAxeViolations, expectNoSidewaysScroll } from './support/answering.ts';
import { closeEvening, openEvening, phoneNow, steer, type Evening } from './support/evening.ts';

test.describe.configure({ mode: 'default' });
test.use({ hasTouch: true });

let evening: Evening;
test.beforeAll(async () => {
	evening = await openEvening();
	await steer(evening, 'start');
});
test.afterAll(() => closeEvening(evening));

const status = (page: Page) => page.locator('[data-part=status]');
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const participantOf = (page: Page) => new URL(page.url()).searchParams.get('jag')!;

async function join(page: Page): Promise<void> {
	await page.goto(`${evening.origin}/mote/${evening.code}`);
	expect(page.url()).toMatch(/\/mote\/\d{6}\?jag=[\w-]{22}$/);
}

test('one tap answers, and the answer can be changed until it is counted', async ({ page, context }) => {
	await page.goto(`${evening.origin}/D/${evening.code}`);
	await expect(page).toHaveURL(/\/mote\/\d{6}\?jag=/);
	await expect(page.getByText('Du är med.')).toBeVisible();
	await steer(evening, 0);
	await page.getByRole('button', { name: 'Ja, utan att tveka' }).tap();
	await expect(status(page)).toHaveText('Ditt svar är sparat');
	await page.getByRole('link', { name: 'Ändra' }).tap();
	await page.getByRole('button', { name: 'Nej, jag går en omväg' }).tap();
	await expect(status(page)).toHaveText('Ditt svar är sparat');
	expect((await phoneNow(evening, participantOf(page))).answer).toBe('saved');
	expect(await context.cookies()).toEqual([]);
	expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
	await page.reload();
	await expect(status(page)).toHaveText('Ditt svar är sparat');
});

test('what somebody is writing stays when the meeting moves on, and a ranking fits', async ({ page }) => {
	await steer(evening, 1);
	await join(page);
	await page.locator('label:visible', { hasText: 'Buskörning' }).tap();
	await expect(page.getByText('Näst viktigast?')).toBeVisible();
	await steer(evening, 2);
	await expect(page.getByText('Det du skrev är inte skickat.')).toBeVisible();
	await expect(
		page.locator('label:visible', { hasText: 'Buskörning' }).first().locator('input')
	).toBeChecked();
	await page.getByRole('button', { name: 'Visa det som gäller nu' }).tap();
	await expect(heading(page)).toHaveText('Vad har du sett i höst?');
	await page.locator('label', { hasText: 'Krossat glas' }).tap();
	await page.locator('label', { hasText: 'Bråk' }).tap();
	await expect(page.locator('label', { hasText: 'Trasiga lampor' }).locator('input')).toBeDisabled();
	await page.getByRole('button', { name: 'Skicka' }).tap();
	await expect(status(page)).toHaveText('Ditt svar är sparat');
});

test('without a network the vote waits, and is sent once when it is back', async ({ page, context }) => {
	await steer(evening, 0);
	await join(page);
	const posts: number[] = [];
	page.on('response', (response) => {
		if (response.request().method() === 'POST') posts.push(response.status());
	});
	await context.setOffline(true);
	await page.getByRole('button', { name: 'Vet inte' }).tap();
	await expect(page.locator('[data-part=sending]')).toHaveText('Inget nät. Vi försöker igen.');
	await expect(page.locator('[data-part=offline]')).toHaveText('Inget nät. Vi försöker igen.', {
		timeout: 10_000
	});
	await expectNoAxeViolations(page);
	await context.setOffline(false);
	await expect(status(page)).toHaveText('Ditt svar är sparat');
	await expect(page.locator('[data-part=offline]')).toBeHidden();
	expect(posts).toEqual([303]);
});

test('a phone that has slept shows the present question within two seconds', async ({ page }) => {
	await steer(evening, 0);
	await page.clock.install();
	await join(page);
	await page.clock.pauseAt(Date.now() + 60_000);
	await expect(heading(page)).toHaveText('Går du genom parken när det är mörkt?');
	await steer(evening, 5);
	await page.clock.fastForward('10:00');
	const woken = performance.now();
	await page.clock.resume();
	await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
	await expect(heading(page)).toHaveText('Paus med kaffe');
	expect(performance.now() - woken).toBeLessThan(2000);
});

test('the keyboard is enough, and arrows alone send nothing', async ({ page }) => {
	await steer(evening, 0);
	await join(page);
	const first = page.getByRole('button', { name: 'Ja, utan att tveka' });
	await heading(page).focus();
	await page.keyboard.press('Tab');
	await expect(first).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await page.waitForTimeout(300);
	await expect(status(page)).toBeHidden();
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(status(page)).toHaveText('Ditt svar är sparat');
	await expect(heading(page)).toBeFocused();
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: 'Ändra' })).toBeFocused();
});

test.describe('without a script', () => {
	test.use({ javaScriptEnabled: false });

	test('the page is fetched again by itself, but never while somebody answers', async ({ page }) => {
		const refresh = page.locator('head meta[http-equiv=refresh]');
		await steer(evening, 5);
		await join(page);
		await expect(refresh).toHaveAttribute('content', '5');
		await page.getByRole('link', { name: 'Sluta hämta' }).click();
		await expect(refresh).toHaveCount(0);
		await steer(evening, 2);
		// Phones read the agenda at most four times a second.
		await expect
			.poll(async () => (await phoneNow(evening, participantOf(page))).phase, { intervals: [100] })
			.toBe('question');
		await page.getByRole('link', { name: 'Visa det som gäller nu' }).click();
		await expect(refresh).toHaveCount(0);
		await page.getByRole('button', { name: 'Skicka' }).click();
		await expect(page.getByRole('alert')).toContainText('Välj minst ett svar.');
		await expect(page).toHaveTitle(/^Fel: /);
		await page.locator('label', { hasText: 'Trasiga lampor' }).click();
		await page.getByRole('button', { name: 'Skicka' }).click();
		await expect(status(page)).toHaveText('Ditt svar är sparat');
		await page.getByRole('link', { name: 'Ändra' }).click();
		await page.locator('label', { hasText: 'Bråk' }).click();
		await page.getByRole('button', { name: 'Skicka' }).click();
		await expect(status(page)).toHaveText('Ditt svar är sparat');
		await page.getByRole('link', { name: 'English' }).click();
		await expect(status(page)).toHaveText('Your answer is saved');
	});

	test('a code is read however it is written, and an unknown one can be written again', async ({ page }) => {
		const { origin, code } = evening;
		await page.goto(`${origin}/mote/${encodeURIComponent(`${code.slice(0, 3)} - ${code.slice(3)}`)}`);
		await expect(page).toHaveURL(new RegExp(`/mote/${code}\\?jag=`));
		await page.goto(`${origin}/mote/100001`);
		await expect(heading(page)).toHaveText('Koden finns inte');
	});
});

/** Sends answers of others from the phone's own network until one of them costs something. */
const flood = (page: Page, step: string): Promise<void> =>
	page.evaluate(async (steg) => {
		let full = false;
		const lane = async () => {
			while (!full) {
				const jag = crypto.randomUUID().replaceAll('-', '').slice(0, 22);
				const body = new URLSearchParams({ steg, svar: 'Fler lampor' });
				const sent = { method: 'POST', redirect: 'manual', body } as const;
				full ||= (await fetch(`${location.pathname}?jag=${jag}`, sent)).status === 429;
			}
		};
		await Promise.all(Array.from({ length: 6 }, lane));
	}, step);

test('in a crowd that sends too much, a phone works for its answer, and without a script it is kept', async ({
	page,
	browser
}) => {
	test.setTimeout(60_000);
	await steer(evening, 3);
	await join(page);
	await flood(page, evening.steps[3]!);
	const posts: number[] = [];
	page.on('response', (response) => {
		if (response.request().method() === 'POST') posts.push(response.status());
	});
	await page.getByRole('textbox').fill('Klipp buskarna vid tunneln');
	await page.getByRole('button', { name: 'Skicka' }).tap();
	await expect(status(page)).toHaveText('Din text är skickad. Tack!');
	expect(posts).toEqual([429, 303]);

	const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
	await join(plain);
	await plain.getByRole('textbox').fill('Fler vuxna ute på fredagar');
	await plain.getByRole('button', { name: 'Skicka' }).click();
	await expect(plain.getByRole('alert')).toContainText(/Vänta till klockan \d\d.\d\d och tryck igen/);
	await expect(plain.getByRole('textbox')).toHaveValue('Fler vuxna ute på fredagar');
	const ticket = await plain.locator('[name=ticket]').getAttribute('value');
	await plain.getByRole('button', { name: 'Skicka' }).click();
	await expect(plain.getByRole('alert')).toBeVisible();
	expect(await plain.locator('[name=ticket]').getAttribute('value')).toBe(ticket);
});

for (const colorScheme of ['light', 'dark'] as const) {
	test.describe(`in the ${colorScheme}`, () => {
		test.use({ colorScheme, viewport: { width: 320, height: 640 } });

		test(`every state is accessible and narrow: ${colorScheme}`, async ({ page }) => {
			test.setTimeout(90_000);
			await page.goto(`${evening.origin}/mote/100001`);
			await expectNoAxeViolations(page);
			let revision = 1000;
			let shown: object | undefined;
			await page.route('**/lage?*', (route) => (shown ? route.fulfill({ json: shown }) : route.continue()));
			await join(page);
			for (const state of Object.values(participantStates)) {
				shown = { ...state, revision: ++revision };
				const asked = page.waitForResponse(/lage/);
				await page.evaluate(() => dispatchEvent(new Event('online')));
				await asked;
				await page.waitForTimeout(20);
				await expectNoSidewaysScroll(page);
				await expectNoAxeViolations(page);
			}
			await expect(heading(page)).toHaveText('Vad är viktigast att göra något åt?');
		});
	});
}

test('a phone loads no more than it may, and little for each question', async ({ page }) => {
	await steer(evening, 5);
	const sizes = new Map<string, number>();
	page.on('response', async (response) => {
		if (/\.(css|js)$|\/mote\/\d+\?/.test(response.url()) && response.status() === 200)
			sizes.set(response.url(), gzipSync(await response.body()).length);
	});
	await join(page);
	await page.waitForLoadState('networkidle');
	const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
	test.info().annotations.push({ type: 'first load', description: String(bytes) });
	expect(bytes).toBeLessThanOrEqual(25_000);
	const script = [...sizes].find(([url]) => url.includes('live-participant'))![1];
	test.info().annotations.push({ type: 'script', description: String(script) });
	expect(script).toBeLessThanOrEqual(6_000);
	const session = await page.context().newCDPSession(page);
	await session.send('Network.enable');
	const carried: number[] = [];
	session.on('Network.loadingFinished', ({ encodedDataLength }) => carried.push(encodedDataLength));
	for (const step of [0, 1, 2]) {
		await steer(evening, step);
		const state = JSON.stringify(await phoneNow(evening, participantOf(page)));
		test.info().annotations.push({ type: `question ${step}`, description: String(gzipSync(state).length) });
		expect(gzipSync(state).length).toBeLessThanOrEqual(512);
		await page.waitForResponse((response) => response.url().includes('/lage') && response.status() === 200);
	}
	test.info().annotations.push({ type: 'on the wire', description: carried.join(' ') });
});
