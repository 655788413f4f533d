import { expect, test, type Browser, type Page } from '@playwright/test';
import { expectNoAxeViolations, expectNoSidewaysScroll } from './support/answering.ts';
import { enterBy, startWorkspace, type Workspace } from './support/workspace.ts';

const placeCode = '1785';
const phone = { width: 360, height: 640 };

test.describe.configure({ mode: 'default' });
let workspace: Workspace;

test.beforeAll(async () => (workspace = await startWorkspace()));
test.afterAll(() => workspace?.stop());

const at = (path: string) => `${workspace.origin}${path}`;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Somebody of the municipality who writes on a phone without a script. */
async function enter(browser: Browser, name: string): Promise<Page> {
	const page = await (await browser.newContext({ javaScriptEnabled: false, viewport: phone })).newPage();
	await enterBy(page, at(await workspace.person({ name, role: 'editor', placeCode })));
	return page;
}

test('of two who change an agreement without a script, the second chooses with both texts in front of them', async ({
	browser
}) => {
	const [first, second] = [await enter(browser, 'Anna Exempel'), await enter(browser, 'Bo Exempel')];
	await first.goto(at(`/arbete/loften/overenskommelser?plats=${placeCode}`));
	await first.getByLabel('Rubrik').fill('Tillsammans');
	await first.getByLabel('Text').fill('Vi frågar varje år.');
	await button(first, 'Spara').click();
	await expect(first.getByText('Det är sparat.')).toBeVisible();
	await second.goto(first.url());
	await first.getByLabel('Text').fill('Vi frågar vartannat år.');
	await button(first, 'Spara').click();
	await expect(first.getByText('Det är sparat.')).toBeVisible();

	// Mending a field in between hides nothing of what the other saved.
	await second.getByLabel('Text').fill('Vi frågar varje vår.');
	await second.getByLabel('Rubrik').fill('');
	await button(second, 'Spara').click();
	await second.getByLabel('Rubrik').fill('Tillsammans i Säffle');
	await button(second, 'Spara').click();
	await expect(second.getByRole('alert')).toContainText('Det du skrev står kvar');
	await expect(second.getByLabel('Text')).toHaveValue('Vi frågar varje vår.');
	await expect(second.locator('#agreement')).toContainText('Vi frågar vartannat år.');
	await button(second, 'Spara min text').click();
	await expect(second.getByText('Det är sparat.')).toBeVisible();
	await expect(second.getByRole('heading', { level: 1 })).toHaveText('Tillsammans i Säffle');

	await first.getByLabel('Text').fill('Vi frågar aldrig.');
	await button(first, 'Spara').click();
	await first.getByRole('link', { name: 'Behåll texten som den ser ut nu' }).click();
	await expect(first.getByLabel('Text')).toHaveValue('Vi frågar varje vår.');
	await first.context().close();

	const looked = await (await browser.newContext({ viewport: phone })).newPage();
	await looked.context().addCookies(await second.context().cookies());
	await looked.goto(second.url());
	await second.getByLabel('Text').fill('Vi frågar varje höst.');
	await button(second, 'Spara').click();
	await second.context().close();
	await button(looked, 'Spara').click();
	await expect(looked.getByRole('alert')).toContainText('Det du skrev står kvar');
	for (const viewport of [phone, { width: 1280, height: 800 }]) {
		await looked.setViewportSize(viewport);
		await expectNoAxeViolations(looked);
		await expectNoSidewaysScroll(looked);
	}
	await looked.context().close();
});

test('a part of a pledge that came back to be mended does not hide what somebody else saved', async ({
	browser
}) => {
	const [first, second] = [await enter(browser, 'Eva Exempel'), await enter(browser, 'Ove Exempel')];
	await first.goto(at('/arbete/loften'));
	await first.getByLabel('Rubrik').fill('Lampor vid skolan');
	await button(first, 'Börja').click();
	await expect(first).toHaveURL(/\/arbete\/loften\/[\w-]{22}/);
	const hub = new URL(first.url()).pathname.match(/^\/arbete\/loften\/[\w-]{22}/)![0];
	await second.goto(at(`${hub}/vem`));
	await first.goto(at(`${hub}/vad`));
	await first.getByLabel('Rubrik').fill('Lampor vid alla skolor');
	await button(first, 'Spara').click();
	await first.context().close();

	await button(second, 'Spara').click();
	await expect(second.getByRole('alert')).toBeVisible();
	await second.getByLabel('Vad görs?').fill('Lampor byts');
	await button(second, 'Spara').click();
	await expect(second.getByRole('alert')).toContainText('Någon annan ändrade löftet medan du skrev.');
	await expect(second.getByLabel('Vad görs?')).toHaveValue('Lampor byts');
	await expect(second.getByRole('link', { name: 'Så ser sidan ut nu' })).toBeVisible();
	await button(second, 'Spara').click();
	await expect(second.getByRole('heading', { name: 'Lampor byts' })).toBeVisible();
	await second.goto(at(hub));
	await expect(second.getByRole('heading', { level: 1 })).toHaveText('Lampor vid alla skolor');
	await second.context().close();
});
