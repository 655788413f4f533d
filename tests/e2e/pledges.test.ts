import { expect, test, type Page } from '@playwright/test';
import type { Context } from '#lib/server/context.ts';
import { seededRandom } from '#lib/server/random.ts';
import { dayOf } from '#lib/dialogues/period.ts';
import { followPledgeUp } from '#tests/support/followed-pledge.ts';
import { actingStaff, publishLamps, takeEvidence } from '#tests/support/pledges.ts';
import { image } from '#tests/support/staff-cast.ts';
import { expectNoAxeViolations, expectNoSidewaysScroll } from './support/answering.ts';
import { enterBy, startWorkspace, type Workspace } from './support/workspace.ts';

const placeCode = '1785';
const dayMs = 24 * 60 * 60 * 1000;
const dayFromNow = (days: number) => dayOf(new Date(Date.now() + days * dayMs));

/** A pledge that has been followed up; what may be shown of it rests on draws, which are the same every time. */
async function plantFollowed(ctx: Context): Promise<void> {
	const publisher = await actingStaff(ctx, { role: 'publisher', name: 'c' });
	const editor = await actingStaff(ctx, { role: 'editor', name: 'd' });
	const drawn = { ...ctx, random: seededRandom('test') };
	await followPledgeUp({ ctx: drawn, publisher: publisher.actor, editor: editor.actor });
}

let workspace: Workspace;
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
	workspace = await startWorkspace(plantFollowed);
	await takeEvidence(workspace.ctx, placeCode);
});
test.afterAll(() => workspace.stop());

const police = () => workspace.person({ name: 'Polis Exempel', role: 'publisher', placeCode: 'lpo-arvika' });
const coordinator = () => workspace.person({ name: 'Samordnare Exempel', role: 'editor', placeCode });
const at = (path: string) => `${workspace.origin}${path}`;

async function looksWell(page: Page): Promise<void> {
	await expectNoAxeViolations(page);
	await expectNoSidewaysScroll(page);
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Writes every part of a pledge, one page each. @returns its address in the workspace */
async function writePledge(page: Page): Promise<string> {
	await page.goto(at('/arbete/loften'));
	await looksWell(page);
	await page.getByLabel('Rubrik').fill('Ljusare gångvägar');
	await press(page, 'Börja');
	const sentence = 'Vi lovar att verka för fungerande belysning på alla 14 gångvägar.';
	await page.getByLabel('Löftet i en mening').fill(sentence);
	await page.getByLabel('Var', { exact: true }).fill('Tingvallastaden');
	await page.getByLabel('Gäller från').fill(dayFromNow(0));
	await page.getByLabel('Gäller till och med').fill(dayFromNow(200));
	await looksWell(page);
	await press(page, 'Spara och gå vidare');
	await page.getByLabel(/14 gångvägar hade trasig belysning/).check();
	await looksWell(page);
	await press(page, 'Spara och gå vidare');
	await page.getByLabel('Vad görs?').fill('Byta lampor');
	await page.getByLabel('Kommunen').check();
	await page.getByLabel('Ansvarig').fill('Gatuchef');
	await page.getByLabel('Hur många?').fill('14');
	await page.getByLabel('Av vad?').fill('gångvägar');
	await page.getByLabel('Senast klart').fill(dayFromNow(200));
	await press(page, 'Spara');
	await looksWell(page);
	await page.getByRole('link', { name: 'Hur det märks' }).click();
	await page.getByLabel('Mått').fill('Gångvägar utan belysning');
	await page.getByLabel('Värde från början').fill('14');
	await page.getByLabel('Mål').fill('0');
	await looksWell(page);
	await press(page, 'Spara och gå vidare');
	await page.getByLabel('När kommer nästa besked?').fill(dayFromNow(90));
	await press(page, 'Spara');
	return page.url();
}

test('a pledge is written, agreed on by two, signed, published, and reported on from a phone', async ({
	browser,
	page
}) => {
	await enterBy(page, at(await coordinator()));
	const address = await writePledge(page);
	await expect(page.getByText('”verka för” går inte att följa upp')).toBeVisible();
	await looksWell(page);
	await page.getByRole('link', { name: 'Vad och var' }).click();
	await page
		.getByLabel('Löftet i en mening')
		.fill(`Vi lovar att alla 14 gångvägar har fungerande belysning senast 1 november 2099.`);
	await press(page, 'Spara');
	await expect(page.getByText('Språket är tydligt.')).toBeVisible();
	await press(page, 'Jag godkänner för kommunen');
	await press(page, 'Jag godkänner för polisen');
	await expect(page.getByRole('alert')).toContainText('Någon annan måste godkänna här');

	const other = await browser.newContext();
	const officer = await other.newPage();
	await enterBy(officer, at(await police()));
	await officer.goto(address);
	await press(officer, 'Jag godkänner för polisen');
	for (const title of ['Lokalpolisområdeschef', 'Kommunstyrelsens ordförande']) {
		await officer.getByLabel('Titel').fill(title);
		await press(officer, 'Spara undertecknandet');
	}
	await looksWell(officer);
	await press(officer, 'Publicera löftet');
	await officer.getByRole('link', { name: 'Skriv ut' }).click();
	await expect(officer.getByText('/saffle/loften/ljusare-gangvagar')).toBeVisible();
	await looksWell(officer);
	await other.close();

	await page.goto(address);
	await page.getByRole('link', { name: /Rapportera/ }).click();
	await looksWell(page);
	await page.getByLabel('Hur många till?').fill('9');
	await page.getByLabel('Berätta kort').fill('Nio lampor byttes.');
	await page.getByText('Bild', { exact: true }).first().click();
	await page.locator('#photo').setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: image });
	await press(page, 'Spara');
	await expect(page.getByRole('alert')).toContainText('Beskriv bilden');
	await page.locator('#photo').setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: image });
	await page.getByLabel('Vad visar bilden?').fill('En ny lampa');
	await press(page, 'Spara');
	await expect(page.getByText('Tack, det är sparat')).toBeVisible();
});

test('everybody reads the pledge without a script, each claim one step from its source', async ({
	browser
}) => {
	const context = await browser.newContext({
		javaScriptEnabled: false,
		viewport: { width: 320, height: 640 }
	});
	const page = await context.newPage();
	await page.goto(at('/saffle'));
	await page.getByRole('link', { name: 'Ljusare gångvägar' }).click();
	await expect(page.getByText('Pågår – 9 av 14 gångvägar')).toBeVisible();
	await expect(page.getByRole('img', { name: 'En ny lampa' })).toBeAttached();
	await expect(page.getByRole('link', { name: /Se källan/ })).toHaveAttribute(
		'href',
		'https://example.se/rapport'
	);
	await expect(page.getByText('Undertecknat')).toHaveCount(2);
	const cookies = await context.cookies();
	expect(cookies).toEqual([]);
	await context.close();
	const narrow = await browser.newContext({ viewport: { width: 320, height: 640 } });
	const looked = await narrow.newPage();
	for (const path of ['/saffle', '/saffle/loften', '/saffle/loften/ljusare-gangvagar', '/e/saffle/loften']) {
		await looked.goto(at(path));
		await looksWell(looked);
	}
	await narrow.close();
});

test('a pledge runs late by itself, says why, is corrected and extended in the open', async ({ page }) => {
	const then = new Date(Date.now() - 150 * dayMs);
	const [publisher, municipality] = [
		await actingStaff(workspace.ctx, { role: 'publisher', name: 'a', now: then }),
		await actingStaff(workspace.ctx, { role: 'editor', name: 'b', now: then })
	];
	const evidence = {
		title: 'Fler lampor',
		validFrom: dayOf(then),
		validTo: dayFromNow(-10),
		nextReportOn: dayFromNow(-30)
	};
	const due = { dueOn: dayFromNow(-10) };
	const pledge = await publishLamps(
		{ publisher, police: publisher, municipality },
		{ placeCode, change: evidence, activity: due }
	);
	await page.goto(at('/saffle/loften/fler-lampor'));
	await expect(page.getByText('Det har inte kommit.').first()).toBeVisible();
	await expect(page.getByText('Vi har inte berättat varför än.')).toBeVisible();
	await looksWell(page);

	await enterBy(page, at(await police()));
	await expect(page.getByText('Berätta varför löftet är försenat')).toBeVisible();
	await page.goto(at(`/arbete/loften/${pledge.id}/besked`));
	await page.getByLabel('Hur går det?').fill('Tre av 14 är klara.');
	await press(page, 'Publicera beskedet');
	await expect(page.getByRole('alert')).toContainText('Välj varför.');
	await looksWell(page);
	await page.getByLabel('Om det är sent eller inte blir av: varför?').selectOption('season');
	await press(page, 'Publicera beskedet');
	await page.getByRole('link', { name: 'Rätta', exact: true }).click();
	await expect(page.getByLabel('Så ska det stå')).toHaveValue('');
	await page
		.getByLabel('Så ska det stå')
		.fill('Vi lovar att 14 gångvägar har fungerande belysning senast 1 november 2099.');
	await page.getByLabel('Varför?').fill('Fel dag.');
	await looksWell(page);
	await press(page, 'Publicera rättelsen');
	await page.getByRole('link', { name: 'Förläng', exact: true }).click();
	await page.getByLabel('Ny sista dag').fill(dayFromNow(100));
	await page.getByLabel('Varför?').selectOption('season');
	await page.getByLabel('Berätta kort').fill('Marken var frusen.');
	await looksWell(page);
	await press(page, 'Publicera förlängningen');
	await page.goto(at('/saffle/loften/fler-lampor'));
	await expect(page.getByText('Förlängt').first()).toBeVisible();
	await expect(page.getByText('Varför: Fel dag.').first()).toBeVisible();
	await expect(page.getByText('Varför: Marken var frusen.')).toBeVisible();
});

test('a followed-up pledge shows before and after side by side, and says how far they can be compared', async ({
	browser
}) => {
	const narrow = await browser.newContext({
		javaScriptEnabled: false,
		viewport: { width: 320, height: 640 }
	});
	const page = await narrow.newPage();
	await page.goto(at('/saffle/loften/ljus-pa-gangvagarna'));
	const table = page.getByRole('table', { name: 'Är gatorna tillräckligt belysta?' });
	await expect(table.getByRole('row', { name: /^Nej/ })).toHaveText(/Nej\s*7\d\s%\s*2\d\s%/);
	await expect(page.getByText('Samma fråga och samma svarsalternativ båda gångerna.')).toBeVisible();
	await expect(page.getByText('En skillnad kan bero på vilka de är')).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Hur väl tycker du' })).toBeVisible();
	await narrow.close();
	const looked = await browser.newContext({ viewport: { width: 320, height: 640 } });
	const scripted = await looked.newPage();
	await scripted.goto(at('/saffle/loften/ljus-pa-gangvagarna'));
	await looksWell(scripted);
	await looked.close();
});
