import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { randomId, secureRandom } from '#lib/server/random.ts';
import {
	closeEvening,
	expectPhase,
	openEvening,
	screenNow,
	sendAnswer,
	steer,
	type Evening
} from './support/evening.ts';

/** Leaves a mark that a reload would take away. */
const markPage = (page: Page) => page.evaluate(() => (document.documentElement.dataset.same = 'yes'));
const expectNoReload = (page: Page) => expect(page.locator('html[data-same=yes]')).toHaveCount(1);

const close = { do: 'close' } as const;
const reveal = { do: 'reveal' } as const;
const grow = { do: 'grow' } as const;

/** How many answers of the current question are released. */
const answered = async (evening: Evening) => (await screenNow(evening)).answered ?? 0;

async function openScreen(browser: Browser, evening: Evening): Promise<Page> {
	const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
	await page.goto(evening.origin + evening.screen);
	await expect(page.locator('html[data-live]')).toBeAttached();
	return page;
}

async function takePart(context: BrowserContext, { origin, code }: Evening): Promise<Page> {
	const page = await context.newPage();
	await page.goto(`${origin}/mote/${code}`);
	return page;
}

test.describe('an evening with 330 people', () => {
	let evening: Evening;
	test.beforeAll(async () => (evening = await openEvening()));
	test.afterAll(() => closeEvening(evening));

	test('every answer is counted once, and the screen is right at each step', async ({ browser }) => {
		test.setTimeout(180_000);
		const screen = await openScreen(browser, evening);
		await expectPhase(screen, 'join');
		await markPage(screen);
		await steer(evening, 'start');

		const contexts = await Promise.all(
			Array.from({ length: 30 }, () => browser.newContext({ viewport: { width: 360, height: 640 } }))
		);
		const phones = await Promise.all(contexts.map((context) => takePart(context, evening)));
		await steer(evening, 0);
		await expectPhase(screen, 'asking');
		await Promise.all(
			phones.map(async (phone, at) => {
				await phone.getByRole('button', { name: at % 3 ? 'Nej, jag går' : 'Ja, utan' }).click();
				await expect(phone.locator('[data-part=status]')).toHaveText(/^Ditt svar är (sparat|räknat)/);
			})
		);
		const others = Array.from({ length: 300 }, () => randomId(secureRandom));
		for (const [at, participant] of others.entries()) {
			const fields: [string, string][] = [['svar', at % 2 ? 'no' : 'company']];
			expect(await sendAnswer(evening, { step: 0, fields, participant })).toBe(303);
			if (at % 10 === 0) await sendAnswer(evening, { step: 0, fields, participant });
		}
		await expect(screen.locator('[data-count]')).toHaveCount(0);

		await steer(evening, close);
		await expect.poll(() => answered(evening), { timeout: 30_000 }).toBe(330);
		await expect(screen.locator('.aside')).toHaveText('330 svar');
		await steer(evening, reveal);
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

		await steer(evening, 1);
		await expectPhase(screen, 'asking');
		await steer(evening, grow);
		for (let at = 0; at < 60; at++)
			await sendAnswer(evening, {
				step: 1,
				fields: [
					['svar1', ['light', 'light', 'drugs', 'speed'][at % 4]!],
					['svar2', ['police', 'station', 'police', 'light'][at % 4]!]
				]
			});
		await expectPhase(screen, 'results', 20_000);
		await steer(evening, 5);
		await expectPhase(screen, 'pause');
		await expect(screen.getByRole('timer')).toHaveText(/^1[45]:\d\d$/);
		await steer(evening, { do: 'blank' });
		await expectPhase(screen, 'blank');
		await steer(evening, { do: 'end' });
		await expectPhase(screen, 'ended');
		await expect(phones[0]!.getByRole('heading', { level: 1 })).toHaveText('Mötet är slut. Tack!');
		await expectNoReload(screen);
		await Promise.all(contexts.map((context) => context.close()));
		await screen.close();
	});
});
