import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { secureRandom } from '#lib/server/random.ts';
import { eightAnswers } from '#tests/support/eight-questions.ts';
import { openEightQuestions } from '#tests/support/open-dialogue.ts';
import { startServer } from '#tests/support/server-process.ts';
import { eightQuestions, expectNoAxeViolations, expectNoSidewaysScroll } from './support/answering.ts';
import {
	expectShown,
	findDialogue,
	growing,
	latestRelease,
	releaseAfter,
	sendSheets,
	shownRelease,
	type Remote
} from './support/growing.ts';

const results = `${growing}/resultat`;
const offline = 'Väntar på nät. Visar läget';

/** Leaves a mark that a reload would take away. */
const markPage = (page: Page) => page.evaluate(() => (document.documentElement.dataset.same = 'yes'));
const expectNoReload = (page: Page) => expect(page.locator('html[data-same=yes]')).toHaveCount(1);

test.describe('one dialogue that grows', () => {
	test.describe.configure({ mode: 'serial' });

	let remote: Remote;
	test.beforeAll(async ({ baseURL }) => {
		remote = await findDialogue(baseURL!, 'Svaren växer');
	});

	/** More people answer, until there is a new release. */
	async function grow(): Promise<number> {
		const before = await latestRelease(remote);
		await sendSheets(remote);
		return releaseAfter(remote, before);
	}

	test('before the first release the page says why there are no numbers', async ({ page }) => {
		await page.goto(results);
		await expect(page.getByText('Resultat visas tidigast när 5 har svarat.')).toBeVisible();
		await expect(page.locator('[data-block=results]')).toBeHidden();
		await expectNoAxeViolations(page);
	});

	test('answers from elsewhere are shown within five seconds of their release, without a reload', async ({
		page
	}) => {
		await page.goto(results);
		await markPage(page);
		for (let round = 0; round < 3; round++) {
			const seq = await grow();
			const from = performance.now();
			await expectShown(page, seq);
			const seconds = ((performance.now() - from) / 1000).toFixed(1);
			test.info().annotations.push({ type: 'seconds from release to page', description: seconds });
		}
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(/valdes av flest|ligger i topp/);
		await expectNoReload(page);
		const apart = page.locator('ol[data-rows] li.apart').first();
		const label = apart.getByText('Vet inte');
		expect((await label.boundingBox())!.height).toBeLessThan(32);
		await expectNoSidewaysScroll(page);
	});

	test('where streams do not get through, the page asks for the numbers', async ({ page }) => {
		await page.route('**/results/stream**', (route) => route.fulfill({ status: 503 }));
		await page.goto(results);
		await markPage(page);
		const seq = await grow();
		await expectShown(page, seq, 15_000);
		await expect(page.getByText(offline)).toBeHidden();
		await expectNoReload(page);
	});

	test('a filter is chosen with the keyboard alone, and what it shows stays live', async ({ page }) => {
		await page.goto(results);
		await page.locator('summary', { hasText: 'Visa en del av svaren' }).focus();
		await page.keyboard.press('Enter');
		await page.keyboard.press('Tab');
		await expect(page.getByRole('checkbox', { name: 'Under 30' })).toBeFocused();
		await page.keyboard.press('Space');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Tab');
		await expect(page.getByRole('button', { name: 'Visa' })).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(`${results}?age=under_30`);
		await expect(page.getByText('Urval: Under 30')).toBeVisible();
		await markPage(page);
		const seq = await grow();
		await expectShown(page, seq);
		await expectNoReload(page);
		const answered = page.locator('[data-part=answered]');
		await expect(answered).toHaveText(/^\d+ har svarat\.$/);
		const shown = Number.parseInt((await answered.textContent())!, 10);
		expect(shown).toBeLessThan(await answeredBy(remote));
		await expectNoAxeViolations(page);
	});

	test.describe('without a script', () => {
		test.use({ javaScriptEnabled: false });

		test('a link fetches the latest numbers, also of a filter', async ({ page }) => {
			await page.goto(`${results}?age=over_30`);
			const before = await shownRelease(page);
			const seq = await grow();
			expect(await shownRelease(page)).toBe(before);
			await page.getByRole('link', { name: 'Hämta de senaste siffrorna' }).click();
			await expect(page).toHaveURL(`${results}?age=over_30`);
			await expectShown(page, seq);
			await page.locator('summary:visible', { hasText: 'Visa som tabell' }).first().click();
			await expect(page.getByRole('table').first()).toBeVisible();
		});
	});

	for (const [name, prefix, colorScheme] of [
		['Swedish in daylight', '', 'light'],
		['Swedish in the dark', '', 'dark'],
		['English in daylight', '/en', 'light'],
		['English in the dark', '/en', 'dark']
	] as const) {
		test.describe(name, () => {
			test.use({ colorScheme });

			test(`every state of the results is accessible: ${name}`, async ({ page }) => {
				for (const address of [
					growing,
					'/saffle/dialog/oppnar-snart',
					'/saffle/dialog/medborgardialog-2017'
				]) {
					await page.goto(`${prefix}${address}/resultat`);
					for (const summary of await page.locator('summary:visible').all()) await summary.click();
					await expectNoAxeViolations(page);
				}
				const hidden = await hiddenResult(remote);
				await page.route('**/results/stream**', (route) =>
					route.fulfill({
						contentType: 'text/event-stream',
						body: `id: ${hidden.seq}\nevent: release\ndata: ${JSON.stringify(hidden)}\n\n`
					})
				);
				await page.goto(`${prefix}${results}`);
				await expect(page.locator('[data-block=stub]').nth(1)).toBeVisible();
				await expectNoAxeViolations(page);
			});
		});
	}

	test.describe('on a narrow screen with large text', () => {
		test.use({ viewport: { width: 320, height: 640 } });

		test('no result has to be scrolled sideways', async ({ page }) => {
			for (const address of [growing, '/saffle/dialog/medborgardialog-2017']) {
				await page.goto(`${address}/resultat`);
				for (const summary of await page.locator('summary:visible').all()) await summary.click();
				await expectNoSidewaysScroll(page);
				await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
				await expectNoSidewaysScroll(page);
			}
		});
	});
});

/** How many people the results are of, in all. */
const answeredBy = async ({ origin, code }: Remote): Promise<number> =>
	(await (await fetch(`${origin}/api/v1/dialogues/${code}/results`)).json()).n;

/** The present result with its second question hidden, as the gate would hide it. */
async function hiddenResult({ origin, code }: Remote) {
	const result = await (await fetch(`${origin}/api/v1/dialogues/${code}/results`)).json();
	const { options, ...question } = result.questions[1];
	result.questions[1] = {
		...question,
		n: null,
		hidden: true,
		base: null,
		skipped: null,
		options: options.map((option: object) => ({
			...option,
			count: null,
			share: null,
			rank: null,
			hidden: true
		}))
	};
	return result;
}

test('a page waits while the server is down, and catches up by itself', async ({ page }) => {
	const folder = mkdtempSync(join(tmpdir(), 'lyhord-live-'));
	const { code } = await openEightQuestions(folder);
	const sheet = () => ({ answers: eightAnswers(secureRandom) });
	let server = await startServer(folder);
	const remote = { origin: server.origin, code };
	try {
		await page.goto(`${server.origin}${eightQuestions}/resultat`);
		await markPage(page);
		await sendSheets(remote, sheet);
		const first = await releaseAfter(remote, 0);
		await expectShown(page, first);
		const shown = await page.locator('[data-part=answered]').textContent();
		await server.kill('SIGKILL');
		await expect(page.getByText(offline)).toBeVisible({ timeout: 10_000 });
		await expect(page.locator('[data-part=answered]')).toHaveText(shown!);
		await expectNoAxeViolations(page);
		server = await startServer(folder, server.port);
		await sendSheets(remote, sheet);
		const second = await releaseAfter(remote, first);
		await expectShown(page, second, 15_000);
		await expect(page.getByText(offline)).toBeHidden();
		await expectNoReload(page);
	} finally {
		await server.kill('SIGKILL');
		rmSync(folder, { recursive: true, force: true });
	}
});

test('the results page weighs no more than it may', async ({ request }) => {
	const address = '/saffle/dialog/medborgardialog-2017/resultat';
	const weigh = async (path: string) => gzipSync(await (await request.get(path)).body()).length;
	const html = await (await request.get(address)).text();
	const parts = [...html.matchAll(/(?:href|src)="([^"]+\.(?:css|js))"/g)].map(
		([, path]) => new URL(path!, `http://here${address}`).pathname
	);
	const sizes = await Promise.all([...new Set(parts)].map(weigh));
	const total = sizes.reduce((sum, bytes) => sum + bytes, gzipSync(html).length);
	test.info().annotations.push({ type: 'bytes without font', description: String(total) });
	expect(sizes.length).toBeGreaterThanOrEqual(2);
	expect(total).toBeLessThanOrEqual(90_000);
});
