import { readFileSync } from 'node:fs';
import {
	chromium,
	expect,
	test,
	type Browser,
	type BrowserContext,
	type Frame,
	type Page
} from '@playwright/test';
import { openPendingRow } from '#lib/answers/server/read-pool.ts';
import { dataFolder } from '#lib/server/application.ts';
import { openVault } from '#lib/server/vault.ts';
import { secureRandom } from '#lib/server/random.ts';
import { eightAnswers } from '#tests/support/eight-questions.ts';
import { expectNoAxeViolations, expectNoSidewaysScroll } from './support/answering.ts';
import { launchOptions } from './support/browser-path.ts';
import { releaseAfter, sendSheets } from './support/growing.ts';
import { listedSite, openShared, otherSite, type Shared } from './support/open-shared.ts';
import { startWorkspace, type Workspace } from './support/workspace.ts';

test.describe.configure({ mode: 'serial' });

let workspace: Workspace;
let shared: Shared;
let browser: Browser;

test.beforeAll(async () => {
	workspace = await startWorkspace();
	shared = await openShared(workspace.ctx);
	// Cookies of third parties are blocked; a page from the web may show one from this machine, as it may one from a server.
	const args = ['--test-third-party-cookie-phaseout', '--disable-features=LocalNetworkAccessChecks'];
	browser = await chromium.launch({ ...(await launchOptions()), args });
});

test.afterAll(async () => {
	await browser?.close();
	await workspace?.stop();
});

const looks = [
	['', 'light'],
	['/en', 'dark']
] as const;

/** A municipality's own page with a box on it. */
const hostPage = (frame: string) => `<!doctype html>
<html lang="sv"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Säffle kommun</title>
<h1>Trygghet</h1><p>Text före.</p>
${frame}
<p>Text efter.</p></html>`;

interface Visiting {
	site?: string;
	/** Below `/e/`. */
	box: string;
	script?: boolean;
	grow?: boolean;
}

/** Somebody's phone at a page of a municipality, with a box on it. */
async function visit({ site = listedSite, box, script = true, grow = false }: Visiting) {
	const context = await browser.newContext({
		viewport: { width: 360, height: 800 },
		javaScriptEnabled: script,
		locale: 'sv-SE'
	});
	const page = await context.newPage();
	const height = 'width:100%;height:640px;border:0';
	const frame = `<iframe src="${workspace.origin}/e/${box}" title="Dialog" style="${height}"></iframe>`;
	const body = hostPage(grow ? `${frame}<script src="${workspace.origin}/e/hojd.js" async></script>` : frame);
	await page.route(`${site}/**`, (route) => route.fulfill({ contentType: 'text/html', body }));
	await page.goto(`${site}/trygghet`);
	return { context, page, frame: page.frames()[1]! };
}

/** Leaves a mark on whoever reads or writes storage in a frame; what is there is blocked. */
const blockStorage = (context: BrowserContext) =>
	context.addInitScript(() => {
		if (window === top) return;
		const refuse = () => {
			throw new DOMException('blocked', 'SecurityError');
		};
		for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore'])
			Object.defineProperty(window, name, { get: refuse });
		Object.defineProperty(Document.prototype, 'cookie', { get: refuse, set: refuse });
	});

/** The sheets that wait to be sealed, in the clear: only a test with the keys can do this. */
async function waiting(dialogueId: string) {
	const rows = await workspace.ctx.db
		.selectFrom('pending')
		.selectAll()
		.where('dialogueId', '=', dialogueId)
		.execute();
	const vault = openVault(dataFolder());
	return rows.map((row) => openPendingRow({ vault }, row));
}

async function answerAll(frame: Frame): Promise<void> {
	await frame.getByRole('link', { name: 'Börja' }).click();
	for (let number = 1; number <= 8; number++) {
		await expect(frame.locator('[data-count]:visible')).toHaveText(`Fråga ${number} av 8`);
		await frame.locator('label:visible').first().click();
	}
	await frame.getByRole('button', { name: 'Skicka' }).click();
}

async function expectNothingKept(context: BrowserContext, frame: Frame): Promise<void> {
	expect(await context.cookies()).toEqual([]);
	const stored = await frame.evaluate(async () => [
		localStorage.length,
		sessionStorage.length,
		(await indexedDB.databases()).length,
		(await caches.keys()).length
	]);
	expect(stored).toEqual([0, 0, 0, 0]);
	expect((await context.storageState()).origins).toEqual([]);
}

test('an answer from a box on another site is stored once, as one of the channel', async () => {
	const { context, frame } = await visit({ box: shared.boxed.code });
	await answerAll(frame);
	await expect(frame.getByRole('heading', { level: 1 })).toHaveText('Tack för att du svarade');
	await expect.poll(() => frame.url()).toBe(`${workspace.origin}/e/${shared.boxed.code}/tack`);
	await expectNothingKept(context, frame);
	const sheets = await waiting(shared.boxed.id);
	expect(sheets.map(({ channel }) => channel)).toEqual(['embed']);
	await context.close();
});

test('the same with every storage of third parties blocked', async () => {
	const { context, page, frame } = await visit({ box: shared.boxed.code });
	await blockStorage(context);
	await page.reload();
	const box = page.frames()[1] ?? frame;
	await expect(box.getByRole('link', { name: 'Börja' })).toBeVisible();
	await expect(box.evaluate(() => localStorage.length)).rejects.toThrow('blocked');
	await answerAll(box);
	await expect(box.getByRole('heading', { level: 1 })).toHaveText('Tack för att du svarade');
	expect(await waiting(shared.boxed.id)).toHaveLength(2);
	await context.close();
});

test('the same without a script, at the height the frame has, with an error and a language on the way', async () => {
	const { context, page } = await visit({ box: shared.boxed.code, script: false });
	const box = page.frameLocator('iframe');
	const send = (name: string) => box.getByRole('button', { name }).click();
	await send('Skicka');
	await expect(box.getByRole('alert')).toContainText('Svara på minst en fråga');
	await box.locator('[name="q.sees_police"][value="never"]').check();
	await send('English');
	await expect(box.locator('[name="q.sees_police"][value="never"]')).toBeChecked();
	await send('Send');
	await expect(box.getByRole('heading', { level: 1 })).toHaveText('Thank you for answering');
	expect(await waiting(shared.boxed.id)).toHaveLength(3);
	expect(await context.cookies()).toEqual([]);
	await expect(page.locator('iframe')).toHaveCSS('height', '640px');
	expect(page.url()).toBe(`${listedSite}/trygghet`);
	await context.close();
});

test('a site that the municipality has not listed cannot show a box, and nobody can show anything else', async () => {
	const refused = async (visiting: Visiting) => {
		const { context, page, frame } = await visit(visiting);
		await page.waitForLoadState('networkidle');
		const text = await frame.locator('body').textContent();
		await context.close();
		return frame.url().startsWith('chrome-error:') && !text!.includes('Åtta frågor');
	};
	expect(await refused({ site: otherSite, box: shared.boxed.code })).toBe(true);
	expect(await refused({ site: otherSite, box: `${shared.boxed.code}/resultat` })).toBe(true);
	expect(await refused({ site: `${listedSite}.ond.example`, box: shared.boxed.code })).toBe(true);
	for (const address of ['', 'saffle', `saffle/dialog/${shared.ordinary.slug}/svara`, 'logga-in'])
		expect(await refused({ box: `../${address}` }), address).toBe(true);
	expect(await refused({ box: shared.boxed.code })).toBe(false);
});

test('with the little script the frame grows with its content, and only our own frame', async () => {
	expect(readFileSync('static/e/hojd.js').length).toBeLessThanOrEqual(1024);
	const { context, page, frame } = await visit({ box: shared.ordinary.code, grow: true });
	const height = () => page.locator('iframe').evaluate((element) => element.clientHeight);
	await expect(frame.locator('form[data-stepping]')).toBeAttached();
	const before = await height();
	await page.evaluate(() => window.postMessage({ lyhord: { height: 5000 } }, '*'));
	await frame.getByRole('link', { name: 'Börja' }).click();
	while (!(await frame.locator('[data-step=review]').isVisible())) {
		await frame.locator('[data-skip]:visible, [data-next]:visible').first().click();
		await page.waitForTimeout(250);
	}
	await expect.poll(height).toBeGreaterThan(before + 200);
	expect(await height()).toBeLessThan(2500);
	const inside = await frame.evaluate(() => [document.documentElement.scrollHeight, innerHeight]);
	expect(inside[0]).toBeLessThanOrEqual(inside[1]!);
	await context.close();
});

test('the box with results follows the answers as they are released, without a reload', async () => {
	const remote = { origin: workspace.origin, code: shared.growing.code };
	const { context, frame } = await visit({ box: `${remote.code}/resultat` });
	await expect(frame.getByText('Resultat visas tidigast när 5 har svarat.')).toBeVisible();
	await frame.evaluate(() => (document.documentElement.dataset.same = 'yes'));
	await sendSheets(remote, () => ({ answers: eightAnswers(secureRandom) }));
	await releaseAfter(remote, 0);
	await expect(frame.getByText(/har svarat\.$/)).toBeVisible();
	// Which question the coin holds back is drawn: some option of some question is there.
	await expect(frame.locator('[data-block=results] [data-option]:visible').first()).toBeVisible();
	await expect(frame.locator('html[data-same=yes]')).toHaveCount(1);
	await expectNothingKept(context, frame);
	await context.close();
});

test('every page of a box is accessible and narrow enough, in light and dark, and leads out in windows of its own', async () => {
	const context = await browser.newContext({ viewport: { width: 320, height: 640 }, locale: 'sv-SE' });
	const page: Page = await context.newPage();
	for (const path of ['', '/tack', '/resultat', '/finns-inte'].map(
		(end) => `/e/${shared.ordinary.code}${end}`
	))
		for (const [prefix, colorScheme] of looks) {
			await page.emulateMedia({ colorScheme });
			await page.goto(workspace.origin + prefix + path);
			await expectNoSidewaysScroll(page);
			await expectNoAxeViolations(page);
			if (path.endsWith('finns-inte')) continue;
			const leaving = page.locator('a[href^="/"]:not([href*="/e/"]):not([target=_blank])');
			expect(await leaving.evaluateAll((links) => links.map((link) => link.outerHTML))).toEqual([]);
		}
	await context.close();
});
