import { setTimeout } from 'node:timers/promises';
import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { randomId, secureRandom } from '#lib/server/random.ts';
import {
	closeEvening,
	expectPhase,
	openEvening,
	screenNow,
	sendAnswer,
	type Evening
} from './support/evening.ts';

/** Leaves a mark that a reload would take away. */
const markPage = (page: Page) => page.evaluate(() => (document.documentElement.dataset.same = 'yes'));
const expectNoReload = (page: Page) => expect(page.locator('html[data-same=yes]')).toHaveCount(1);

/** How many answers of the current question are released. */
const answered = async (evening: Evening) => (await screenNow(evening)).answered ?? 0;

/** Does something so many times, six at a time: people do not queue to answer. */
async function inLanes(times: number, act: (at: number) => Promise<unknown>): Promise<void> {
	let next = 0;
	const lane = async () => {
		while (next < times) await act(next++);
	};
	await Promise.all(Array.from({ length: 6 }, lane));
}

async function openScreen(browser: Browser, evening: Evening): Promise<Page> {
	const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
	await page.goto(evening.origin + evening.screen);
	await expect(page.locator('html[data-live]')).toBeAttached();
	return page;
}

/** The phone in the facilitator's hand, steering by its own script. */
async function openRemote(browser: Browser, { origin, remote }: Evening): Promise<Page> {
	const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
	const page = await context.newPage();
	// Until its script runs, its buttons are plain forms.
	const live = page.waitForRequest(/\/strom$/);
	await page.goto(origin + remote);
	await live;
	await expect(page.locator('b', { hasText: /^med$/ }).first()).toBeVisible();
	return page;
}

/** Presses a button of the remote, which takes no other press while one is under way. */
const press = (remote: Page, name: string | RegExp) =>
	remote.getByRole('button', { name, disabled: false }).click();

async function takePart(context: BrowserContext, { origin, code }: Evening): Promise<Page> {
	const page = await context.newPage();
	await page.goto(`${origin}/mote/${code}`);
	return page;
}

/** Sixty answer at a time: a crowd may be held back by its coin, and is then shown with the next. */
async function growUntilShown(evening: Evening, screen: Page): Promise<void> {
	const isShown = async () => (await screenNow(evening)).phase === 'results';
	for (let round = 0; round < 6; round++) {
		await inLanes(60, (at) =>
			sendAnswer(evening, {
				step: 1,
				fields: [
					['svar1', ['light', 'light', 'drugs', 'speed'][at % 4]!],
					['svar2', ['police', 'station', 'police', 'light'][at % 4]!]
				]
			})
		);
		for (let wait = 0; wait < 15; wait++) {
			if (await isShown()) return expectPhase(screen, 'results');
			await setTimeout(400);
		}
	}
	await expectPhase(screen, 'results');
}

test.describe('an evening with 330 people', () => {
	let evening: Evening;
	test.beforeAll(async () => (evening = await openEvening()));
	test.afterAll(() => closeEvening(evening));

	test('every answer is counted once, and the screen is right at each step', async ({ browser }) => {
		test.setTimeout(240_000);
		const screen = await openScreen(browser, evening);
		await expectPhase(screen, 'join');
		await markPage(screen);
		const remote = await openRemote(browser, evening);
		await markPage(remote);
		await press(remote, 'Starta mötet');

		const contexts = await Promise.all(
			Array.from({ length: 30 }, () => browser.newContext({ viewport: { width: 360, height: 640 } }))
		);
		const phones = await Promise.all(contexts.map((context) => takePart(context, evening)));
		await press(remote, /^Öppna fråga 1: /);
		await expectPhase(screen, 'asking');
		await Promise.all(
			phones.map(async (phone, at) => {
				await phone.getByRole('button', { name: at % 3 ? 'Nej, jag går' : 'Ja, utan' }).click();
				await expect(phone.locator('[data-part=status]')).toHaveText(/^Ditt svar är (sparat|räknat)/);
			})
		);
		await inLanes(300, async (at) => {
			const fields: [string, string][] = [['svar', at % 2 ? 'no' : 'company']];
			const participant = randomId(secureRandom);
			expect(await sendAnswer(evening, { step: 0, fields, participant })).toBe(303);
			if (at % 10 === 0) await sendAnswer(evening, { step: 0, fields, participant });
		});
		await expect(screen.locator('[data-count]')).toHaveCount(0);

		await press(remote, /^Stäng 1: /);
		await expect.poll(() => answered(evening), { timeout: 30_000 }).toBe(330);
		await expect(screen.locator('.aside')).toHaveText('330 svar');
		await press(remote, /^Visa resultatet av 1: /);
		await expectPhase(screen, 'results');
		const { results } = await screenNow(evening);
		const { n, withheld, options } = results[0]!.result;
		// What the publish rule holds back is told as a number of its own.
		expect(n! + withheld!).toBe(330);
		const counts = Object.fromEntries(options.map(({ key, count }) => [key, count!]));
		expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(n);
		for (const [key, sent] of Object.entries({ yes: 10, company: 150, no: 170, unknown: 0 })) {
			expect(counts[key]).toBeLessThanOrEqual(sent);
			expect(counts[key]).toBeGreaterThanOrEqual(sent - withheld!);
			await expect(screen.locator(`[data-row=${key}] [data-count]`)).toHaveText(String(counts[key]));
		}
		for (const phone of phones.slice(0, 3)) await expect(phone.getByText(`${n} svar`)).toBeVisible();

		await press(remote, /^Öppna prioritering 2: /);
		await expectPhase(screen, 'asking');
		await press(remote, 'Låt växa');
		await growUntilShown(evening, screen);
		await press(remote, 'Frys');
		await expect(screen.getByText('Stannat – nya svar väntar')).toBeVisible();
		await expectPhase(screen, 'results');
		await press(remote, 'Öppna 6: Paus med kaffe');
		await expectPhase(screen, 'pause');
		await expect(screen.getByRole('timer')).toHaveText(/^1[45]:\d\d$/);
		await press(remote, 'Dölj allt');
		await expectPhase(screen, 'blank');
		await remote.getByText('Avsluta mötet', { exact: true }).click();
		await press(remote, 'Ja, avsluta mötet');
		await expectPhase(screen, 'ended');
		await expect(phones[0]!.getByRole('heading', { level: 1 })).toHaveText('Mötet är slut. Tack!');
		await expect(remote.getByRole('link', { name: 'Till mötets rapport' })).toBeVisible();
		await expectNoReload(remote);
		await expectNoReload(screen);
		await Promise.all([...contexts, remote.context()].map((context) => context.close()));
		await screen.close();
	});
});
