import { expect, test, type Page } from '@playwright/test';
import { startServer } from '#tests/support/server-process.ts';
import { expectNoAxeViolations } from './support/answering.ts';
import { openNetwork } from './support/network.ts';
import { closeEvening, expectPhase, openEvening, steer, type Evening } from './support/evening.ts';

test.describe.configure({ mode: 'default' });
test.use({ viewport: { width: 1024, height: 768 } });

let evening: Evening;
test.beforeAll(async () => {
	evening = await openEvening();
	await steer(evening, 'start');
});
test.afterAll(() => closeEvening(evening));

const offline = (page: Page) => page.locator('[data-lost]');

async function open(page: Page): Promise<void> {
	await page.goto(evening.origin + evening.screen);
	await expect(page.locator('html[data-live]')).toBeAttached();
}

/** Seconds until a screen shows a phase. */
async function secondsUntil(page: Page, phase: Parameters<typeof expectPhase>[1]): Promise<number> {
	const from = performance.now();
	await expectPhase(page, phase, 10_000);
	const seconds = (performance.now() - from) / 1000;
	test.info().annotations.push({ type: `seconds until ${phase}`, description: seconds.toFixed(2) });
	return seconds;
}

test('thirty seconds without a network are told and then made up for within three', async ({ page }) => {
	test.setTimeout(90_000);
	const network = await openNetwork(evening.server.port);
	await steer(evening, 0);
	await page.goto(network.origin + evening.screen);
	await expectPhase(page, 'asking');
	await expect(page.locator('html[data-live]')).toBeAttached();
	network.cut();
	await expect(offline(page)).toHaveText(/^Väntar på nät\. Visar läget \d\d\.\d\d\.$/, { timeout: 10_000 });
	await expectNoAxeViolations(page);
	await steer(evening, 5);
	await page.waitForTimeout(25_000);
	await expectPhase(page, 'asking');
	network.mend();
	expect(await secondsUntil(page, 'pause')).toBeLessThanOrEqual(3);
	await expect(offline(page)).toBeHidden();
	network.close();
});

test('a server that comes back is followed within three seconds', async ({ page }) => {
	test.setTimeout(60_000);
	await steer(evening, 6);
	await open(page);
	await expectPhase(page, 'information');
	await evening.server.kill('SIGKILL');
	await expect(offline(page)).toBeVisible({ timeout: 10_000 });
	evening.server = await startServer(evening.folder, evening.server.port);
	await steer(evening, 0);
	expect(await secondsUntil(page, 'asking')).toBeLessThanOrEqual(3);
	await expect(offline(page)).toBeHidden();
});

test('a laptop that wakes, and a stream that is dead without knowing, are right within three seconds', async ({
	page
}) => {
	await page.clock.install();
	await open(page);
	await page.clock.pauseAt(Date.now() + 60_000);
	await steer(evening, 5);
	await page.clock.fastForward('10:00');
	await page.clock.resume();
	expect(await secondsUntil(page, 'pause')).toBeLessThanOrEqual(3);
});

test('eight tabs at once are all live: four stream, the others ask', async ({ page, context }) => {
	test.setTimeout(60_000);
	const tabs = [page, ...(await Promise.all(Array.from({ length: 7 }, () => context.newPage())))];
	let streams = 0;
	context.on('request', (request) => {
		if (request.url().endsWith('/strom')) streams++;
	});
	for (const tab of tabs) await open(tab);
	await steer(evening, 0);
	const from = performance.now();
	await Promise.all(tabs.map((tab) => expectPhase(tab, 'asking')));
	expect((performance.now() - from) / 1000).toBeLessThanOrEqual(3);
	expect(streams).toBe(4);
	await Promise.all(tabs.slice(0, 3).map((tab) => tab.close()));
	await expect.poll(() => streams, { timeout: 10_000 }).toBe(7);
});
