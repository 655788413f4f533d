import { gzipSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import type { ScreenState } from '#lib/meetings/views.ts';
import { readQr } from '#tests/support/read-qr.ts';
import { inDark, screenStates } from '#tests/support/screen-states.ts';
import { expectNoAxeViolations } from './support/answering.ts';
import { closeEvening, openEvening, type Evening } from './support/evening.ts';
import { fromFarAway } from './support/far-away.ts';
import { measureScreen } from './support/screen-measures.ts';

test.describe.configure({ mode: 'serial' });

/** A folder to keep pictures of every state in, light and dark; none unless asked for. */
const shots = process.env.SCREEN_SHOTS;

let evening: Evening;
test.beforeAll(async () => (evening = await openEvening()));
test.afterAll(() => closeEvening(evening));

/** Opens the screen; what the server would say of it is in the test's hands. */
async function openStage(page: Page): Promise<(state: ScreenState) => Promise<void>> {
	let revision = 1000;
	let shown: ScreenState | undefined;
	await page.route('**/strom', (route) => route.fulfill({ status: 503 }));
	await page.route('**/lage', (route) => (shown ? route.fulfill({ json: shown }) : route.continue()));
	await page.goto(evening.origin + evening.screen);
	await expect(page.locator('html[data-live]')).toBeAttached();
	await page.evaluate(() => document.fonts.ready);
	return async (state) => {
		shown = { ...state, revision: ++revision };
		await page.evaluate(() => dispatchEvent(new Event('online')));
		await expect(page.locator(`.screen[data-revision="${revision}"]`)).toBeAttached();
		await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30))));
	};
}

for (const [width, height] of [
	[1920, 1080],
	[1024, 768]
] as const) {
	test(`the back row can read every state at ${width} × ${height}`, async ({ page }) => {
		test.setTimeout(90_000);
		await page.setViewportSize({ width, height });
		await page.emulateMedia({ reducedMotion: 'reduce' });
		const show = await openStage(page);
		for (const [name, state] of Object.entries(screenStates(Date.now()))) {
			const shades = { light: state, ...(shots && { dark: inDark(state) }) };
			for (const [shade, shown] of Object.entries(shades)) {
				await show(shown);
				const { options, code, wrapped, collisions } = await measureScreen(page);
				expect.soft(collisions, name).toEqual([]);
				expect.soft(wrapped, name).toEqual([]);
				expect.soft(code, name).toBeGreaterThanOrEqual(0.086);
				if (options !== null) expect.soft(options, name).toBeGreaterThanOrEqual(0.0372);
				if (!shots) continue;
				await page.waitForTimeout(250);
				await page.screenshot({ path: `${shots}/${name}-${width}-${shade}.png` });
			}
		}
	});

	test(`the QR code is read from the back row at ${width} × ${height}`, async ({ page }) => {
		await page.setViewportSize({ width, height });
		const show = await openStage(page);
		const { join } = screenStates(Date.now());
		for (const state of [join!, inDark(join!)]) {
			await show(state);
			const address = `HTTP://${new URL(evening.origin).host}/D/${evening.code}`.toUpperCase();
			expect(readQr(fromFarAway(await page.screenshot()))).toBe(address);
		}
	});
}

test('every state is accessible', async ({ page }) => {
	test.setTimeout(90_000);
	await page.setViewportSize({ width: 1920, height: 1080 });
	const show = await openStage(page);
	for (const state of Object.values(screenStates(Date.now()))) {
		await show(state);
		await expectNoAxeViolations(page);
	}
	await show(inDark(screenStates(Date.now()).growing!));
	await expectNoAxeViolations(page);
});

test('rows glide to their new places, and stand still for who wants that', async ({ page }) => {
	await page.setViewportSize({ width: 1920, height: 1080 });
	const show = await openStage(page);
	const { growing } = screenStates(Date.now());
	const [result] = growing!.results;
	const options = result!.result.options.map((option) =>
		option.key === 'young' ? { ...option, count: 140, share: 0.92, rank: 1 } : option
	);
	const moved = { ...growing!, results: [{ ...result!, seq: 4, result: { ...result!.result, options } }] };
	await show(growing!);
	// Kept as they begin: on a busy machine a move is over before anybody has looked.
	await page.evaluate(() => {
		const begin = Element.prototype.animate;
		Element.prototype.animate = function (frames, timing) {
			const { duration } = timing as KeyframeAnimationOptions;
			if (this.matches('[data-row=young]')) this.setAttribute('data-glide', String(duration));
			return begin.call(this, frames, timing);
		};
	});
	await show(moved);
	const last = page.locator('[data-row=young]');
	await expect(last).toHaveAttribute('data-glide', '600');
	const moves = () =>
		last.evaluate((row) => row.getAnimations().map(({ effect }) => effect!.getTiming().duration));
	await expect(page.locator('[data-row]').first()).toHaveAttribute('data-row', 'young');
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.waitForTimeout(700);
	await show(growing!);
	expect(await moves()).toEqual([]);
});

test.describe('without a script', () => {
	test.use({ javaScriptEnabled: false, viewport: { width: 1024, height: 768 } });

	test('the screen is whole, is fetched again by itself, and that can be stopped', async ({ page }) => {
		await page.goto(evening.origin + evening.screen);
		await expect(page.getByText('Vi ber aldrig om BankID eller personnummer.')).toBeVisible();
		await expect(page.locator('head meta[http-equiv=refresh]')).toHaveAttribute('content', '5');
		await page.getByRole('link', { name: 'Sluta hämta' }).click();
		await expect(page.locator('head meta[http-equiv=refresh]')).toHaveCount(0);
	});
});

test('the screen weighs no more than it may', async ({ page }) => {
	const sizes = new Map<string, number>();
	page.on('response', async (response) => {
		if (!/strom|lage/.test(response.url())) sizes.set(response.url(), gzipSync(await response.body()).length);
	});
	await page.goto(evening.origin + evening.screen);
	await page.waitForLoadState('load');
	await page.waitForTimeout(500);
	const total = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
	test.info().annotations.push({ type: 'bytes in all, with font', description: String(total) });
	expect(sizes.size).toBeGreaterThan(3);
	expect(total).toBeLessThanOrEqual(150_000);
});
