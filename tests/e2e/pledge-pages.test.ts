import { expect, test, type Browser, type Page } from '@playwright/test';
import { createPerson } from '#lib/accounts/server/create-person.ts';
import { issueSignInLink } from '#lib/accounts/server/sign-in-links.ts';
import { dayOf } from '#lib/dialogues/period.ts';
import { seededRandom } from '#lib/server/random.ts';
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

test.beforeAll(async () => {
	workspace = await startWorkspace();
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
