import { expect, test, type Page } from '@playwright/test';
import { createPerson } from '#lib/accounts/server/create-person.ts';
import { issueSignInLink } from '#lib/accounts/server/sign-in-links.ts';
import { dayOf } from '#lib/dialogues/period.ts';
import type { Context } from '#lib/server/context.ts';
import { seededRandom } from '#lib/server/random.ts';
import { createWalk, publishWalk } from '#lib/walks/server/save-walk.ts';
import { mustBeOk } from '#tests/support/builders.ts';
import { followPledgeUp, lightingIn } from '#tests/support/followed-pledge.ts';
import { actingStaff, publishLamps } from '#tests/support/pledges.ts';
import { image } from '#tests/support/staff-cast.ts';
import { expectNoAxeViolations, expectNoSidewaysScroll } from './support/answering.ts';
import { inWords, secondsOf, thumbOn, type Thumb } from './support/keystrokes.ts';
import { enterBy, startWorkspace, type Workspace } from './support/workspace.ts';

const placeCode = '1785';
const dayMs = 24 * 60 * 60 * 1000;
const dayFromNow = (days: number) => dayOf(new Date(Date.now() + days * dayMs));
const phone = { width: 360, height: 640 };

test.describe.configure({ mode: 'serial' });
let workspace: Workspace;
/** The way in of somebody outside the municipality who answers for one activity. */
let partner: string;

/** A pledge whose question was asked again with one more answer to choose; the draws are the same every time. */
async function plantChanged(ctx: Context): Promise<void> {
	const publisher = await actingStaff(ctx, { role: 'publisher', name: 'c' });
	const editor = await actingStaff(ctx, { role: 'editor', name: 'd' });
	const asked = lightingIn('sv', 'en', 'ar');
	const partly = { key: 'partly', text: { sv: 'Delvis', en: 'Partly', ar: 'جزئيًا' } };
	const changed = { ...asked, version: 2, options: [...asked.options, partly] };
	const drawn = { ...ctx, random: seededRandom('test') };
	await followPledgeUp({ ctx: drawn, publisher: publisher.actor, editor: editor.actor, changed });
}

test.beforeAll(async () => {
	workspace = await startWorkspace(plantChanged);
	const { ctx } = workspace;
	const publisher = await actingStaff(ctx, { role: 'publisher', name: 'a' });
	const municipality = await actingStaff(ctx, { role: 'editor', name: 'b' });
	const memberships = [{ placeCode, role: 'partner' as const, through: 'demonstration' }];
	const ownerId = await createPerson(ctx, { name: 'Partner Exempel', email: 'p@example.se', memberships });
	partner = await issueSignInLink(ctx, ownerId);
	await publishLamps(
		{ publisher, police: publisher, municipality },
		{
			placeCode,
			change: { validFrom: dayFromNow(0), validTo: dayFromNow(20), nextReportOn: dayFromNow(15) },
			activity: { dueOn: dayFromNow(5), ownerId }
		}
	);
});
test.afterAll(() => workspace.stop());

const at = (path: string) => `${workspace.origin}${path}`;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function looksWell(page: Page): Promise<void> {
	await expectNoAxeViolations(page);
	await expectNoSidewaysScroll(page);
}

/** From the desk to the form, and what everybody writes there. */
async function beginUpdate(page: Page, thumb: Thumb): Promise<void> {
	await thumb.go(page.getByRole('link', { name: 'Rapportera din aktivitet' }));
	await thumb.write(page.getByLabel('Hur många till?'), '9');
	await thumb.write(page.getByLabel('Berätta kort'), 'Nio lampor byttes i veckan.');
}

test('the year wheel of the pictures names what the pledges have promised, and leads to where its reader may read it', async ({
	browser
}) => {
	for (const [role, address] of [
		['editor', /\/arbete\/loften\/[^/]+$/],
		['reader', /\/saffle\/loften\/ljusare-gangvagar$/]
	] as const) {
		const page = await (await browser.newContext({ viewport: phone })).newPage();
		await enterBy(page, at(await workspace.person({ name: 'Eva Exempel', role, placeCode })));
		for (const [kind, days] of [
			['Löftet slutar gälla', 20],
			['Sista dag: Byta lampor', 5],
			['Besked', 15]
		] as const) {
			await page.goto(at(`/arbete/lagesbild/arshjul?plats=${placeCode}&ar=${dayFromNow(days).slice(0, 4)}`));
			await expect(
				page.getByRole('link', { name: kind }).filter({ hasText: 'Ljusare gångvägar' })
			).toBeVisible();
		}
		await looksWell(page);
		await page.getByRole('link', { name: 'Besked: Ljusare gångvägar' }).click();
		await expect(page).toHaveURL(address);
		await page.context().close();
	}
});

test('progress is told on a phone in less than a minute, also with a picture', async ({ browser }) => {
	const page = await (await browser.newContext({ viewport: phone, hasTouch: true })).newPage();
	await enterBy(page, at(partner));
	const plain = thumbOn(page);
	await beginUpdate(page, plain);
	await plain.go(button(page, 'Spara'));
	await expect(page.getByText('Tack, det är sparat')).toBeVisible();

	await page.goto(at('/arbete'));
	const pictured = thumbOn(page);
	await beginUpdate(page, pictured);
	await pictured.tap(page.getByText('Bild', { exact: true }).first());
	await pictured.photograph(page.locator('#photo'), image);
	await pictured.write(page.getByLabel('Vad visar bilden?'), 'En ny lampa vid bron');
	await looksWell(page);
	await pictured.go(button(page, 'Spara'));
	await expect(page.getByText('Tack, det är sparat')).toBeVisible();

	console.log(`progress: ${inWords(plain.count)}\nwith a picture: ${inWords(pictured.count)}`);
	expect(secondsOf(plain.count)).toBeLessThan(60);
	expect(secondsOf(pictured.count)).toBeLessThan(60);
	await page.context().close();
});

test('an agreement is changed until somebody signs it, without a script and without losing what was written', async ({
	browser
}) => {
	const off = await browser.newContext({ javaScriptEnabled: false, viewport: phone });
	const page = await off.newPage();
	await enterBy(
		page,
		at(await workspace.person({ name: 'Polis Exempel', role: 'publisher', placeCode: 'lpo-arvika' }))
	);
	await page.goto(at(`/arbete/loften/overenskommelser?plats=${placeCode}`));
	await page.getByLabel('Rubrik').fill('Samverkan');
	await page.getByLabel('Text').fill('Vi arbetar tillsammans.');
	await button(page, 'Spara').click();
	await expect(page.getByText('Det är sparat.')).toBeVisible();
	await page.getByLabel('Rubrik').fill('');
	await page.getByLabel('Text').fill('Vi frågar invånarna varje år.');
	await button(page, 'Spara').click();
	await expect(page.getByRole('alert')).toContainText('Rubriken saknas.');
	await expect(page.getByLabel('Text')).toHaveValue('Vi frågar invånarna varje år.');
	await page.getByLabel('Rubrik').fill('Samverkan i Säffle');
	await button(page, 'Spara').click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Samverkan i Säffle');
	const address = page.url();
	await page.getByLabel('Titel').fill('Lokalpolisområdeschef');
	await button(page, 'Spara undertecknandet').click();
	await expect(page.getByText('Texten går inte att ändra.')).toBeVisible();
	await expect(page.getByLabel('Text')).toHaveCount(0);
	const cookies = await off.cookies();
	await off.close();

	const on = await browser.newContext({ viewport: phone });
	await on.addCookies(cookies);
	const looked = await on.newPage();
	for (const path of [address, at(`/arbete/loften/overenskommelser?plats=${placeCode}`)]) {
		await looked.goto(path);
		await looksWell(looked);
	}
	await on.close();
});

test('somebody who only has actions of their own is told that there are none, and given no advice for others', async ({
	browser
}) => {
	for (const role of ['partner', 'reader'] as const) {
		const page = await (await browser.newContext({ viewport: phone })).newPage();
		await enterBy(page, at(await workspace.person({ name: 'Noor Exempel', role, placeCode })));
		const main = page.locator('main');
		await expect(main).toContainText('Du har inga åtgärder just nu.');
		await expect(main).not.toContainText('avsändare');
		await expect(main.getByRole('heading', { name: 'Pågår nu' })).toHaveCount(role === 'partner' ? 0 : 1);
		await looksWell(page);
		await page.context().close();
	}
});

test('a question asked again with other answers says in the language of the reader that it cannot be compared', async ({
	browser
}) => {
	const page = await (await browser.newContext({ viewport: phone })).newPage();
	const notComparable = {
		'': 'Går inte att jämföra: svarsalternativen var andra förut.',
		'/ar': 'لا يمكن المقارنة'
	};
	for (const [prefix, words] of Object.entries(notComparable)) {
		await page.goto(at(`${prefix}/saffle/loften/ljus-pa-gangvagarna`));
		await expect(page.getByText(words)).toBeVisible();
		await expect(page.getByRole('row', { name: /Delvis|جزئيًا/ })).toContainText(
			prefix === '' ? 'fanns inte som svar' : 'لم تكن من الإجابات'
		);
		await expect(page.getByText('En skillnad kan bero på')).toHaveCount(0);
		await looksWell(page);
	}
	await page.context().close();
});

test("the municipality's page leads to its safety walks once one is published, in every language", async ({
	page
}) => {
	const link = page.locator('a[href$="/saffle/vandringar"]');
	await page.goto(at('/saffle'));
	await expect(link).toHaveCount(0);
	const { ctx } = workspace;
	const walk = { route: 'Centrum', day: dayFromNow(-7), participants: 5, about: '' };
	const { id } = await mustBeOk(createWalk(ctx, { placeCode, dialogueCode: null, walk }));
	await publishWalk(ctx, id);
	for (const [prefix, words] of [
		['', 'Alla trygghetsvandringar'],
		['/en', 'All safety walks'],
		['/ar', 'كل جولات السلامة']
	]) {
		await page.goto(at(`${prefix}/saffle`));
		await expect(link).toHaveText(words!);
		await expect(link).toHaveAttribute('href', `${prefix}/saffle/vandringar`);
		await looksWell(page);
	}
});
