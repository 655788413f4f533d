import { expect, test, type Browser, type Page } from '@playwright/test';
import { totpCode } from '#lib/accounts/totp.ts';
import { startOidcServer, type OidcServer } from '../support/oidc-server.ts';
import { expectNoAxeViolations, expectNoSidewaysScroll } from './support/answering.ts';
import { enterBy, enterWith, leave, startWorkspace, type Workspace, openMenu } from './support/workspace.ts';

test.describe.configure({ mode: 'serial' });

const password = 'blomma tre cyklar regn';
const administrator = 'ansvarig@saffle.example';
let workspace: Workspace;
let provider: OidcServer;
let secret = '';
let recoveryCodes: string[] = [];

test.beforeAll(async () => {
	workspace = await startWorkspace();
	provider = await startOidcServer();
});

test.afterAll(async () => {
	await workspace?.stop();
	await provider?.close();
});

async function newPage(browser: Browser, options: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
	const context = await browser.newContext({ baseURL: workspace.origin, ...options });
	return context.newPage();
}

/** Codes of later steps work one step ahead, so that no test has to wait for the next half minute. */
const codeAhead = (steps: number) => totpCode(secret, Date.now() + steps * 30_000);

async function enterAsAdministrator(page: Page, recoveryCode: string): Promise<void> {
	await enterWith(page, administrator, password);
	await page.getByLabel('Återställningskod').fill(recoveryCode);
	await page.getByRole('button', { name: 'Använd återställningskoden' }).click();
	await expect(page).toHaveURL(/\/arbete$/);
}

test('the first administrator sets up, adds a second step and sees what to do first', async ({ browser }) => {
	const page = await newPage(browser);
	await page.goto(await workspace.setupLink());
	await expectNoAxeViolations(page);
	await page.getByRole('button', { name: 'Spara och gå vidare' }).click();
	await expect(page.getByRole('alert').getByRole('listitem')).not.toHaveCount(0);
	await page.getByLabel('Kommun', { exact: true }).fill('Säffle');
	await page.getByLabel('E-postadress för frågor').fill('trygghet@saffle.example');
	await page.getByLabel('Ditt namn').fill('Ada Ansvarig');
	await page.getByLabel('Din e-postadress').fill(administrator);
	await page.getByLabel('Välj ett lösenord').fill(password);
	await page.getByRole('button', { name: 'Spara och gå vidare' }).click();
	await expect(page).toHaveURL(/\/arbete\/konto$/);
	await page.goto('/arbete/personer');
	await expect(page).toHaveURL(/\/arbete\/konto$/);
	await page.getByRole('button', { name: 'Lägg till en app' }).click();
	await expectNoAxeViolations(page);
	secret = (await page.locator('.secret').innerText()).replaceAll(' ', '');
	await page.getByLabel('Kod från din app').fill('000000');
	await page.getByRole('button', { name: 'Bekräfta appen' }).click();
	await expect(page).toHaveTitle(/^Fel: /);
	await page.getByLabel('Kod från din app').fill(codeAhead(0));
	await page.getByRole('button', { name: 'Bekräfta appen' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Appen är klar');
	await expectNoAxeViolations(page);
	recoveryCodes = await page.locator('#koder li').allInnerTexts();
	expect(recoveryCodes).toHaveLength(10);
	await page.getByRole('link', { name: 'Till översikten' }).click();
	await expect(page.getByRole('heading', { name: 'Pågår nu' })).toBeVisible();
	await expect(page.getByText('Här finns ingen dialog än. Börja så här:')).toBeVisible();
});

test('a code from the app works once, and a recovery code works once', async ({ browser }) => {
	const page = await newPage(browser);
	await enterWith(page, administrator, password);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bekräfta att det är du');
	await expectNoAxeViolations(page);
	await page.goto('/arbete/personer');
	await expect(page).toHaveURL(/\/logga-in\/tvasteg\?vidare=/);
	const code = codeAhead(1);
	const send = async () => {
		await page.getByLabel('Kod från din app').fill(code);
		await page.getByRole('button', { name: 'Gå vidare' }).click();
	};
	await send();
	await expect(page).toHaveURL(/\/arbete\/personer$/);
	await leave(page);
	await enterWith(page, administrator, password);
	await send();
	await expect(page.getByRole('alert')).toContainText('har redan använts');
	await page.getByLabel('Återställningskod').fill(recoveryCodes[0]!);
	await page.getByRole('button', { name: 'Använd återställningskoden' }).click();
	await expect(page).toHaveURL(/\/arbete$/);
	await leave(page);
	await enterWith(page, administrator, password);
	await page.getByLabel('Återställningskod').fill(recoveryCodes[0]!);
	await page.getByRole('button', { name: 'Använd återställningskoden' }).click();
	await expect(page.getByRole('alert')).toContainText('har redan använts');
});

test('somebody invited accepts, and loses access at once when the role ends', async ({ browser }) => {
	const page = await newPage(browser);
	await enterAsAdministrator(page, recoveryCodes[1]!);
	await page.goto('/arbete/personer');
	await page.getByLabel('E-postadress').fill('ny@saffle.example');
	await page.getByLabel('Roll i Säffle').selectOption('editor');
	await page.getByRole('button', { name: 'Bjud in' }).click();
	const link = await page.getByLabel('Länk').inputValue();
	await expectNoAxeViolations(page);
	const invited = await newPage(browser);
	await invited.goto(link);
	await expect(invited.getByText('Redaktör: skriver frågor och utkast')).toBeVisible();
	await expectNoAxeViolations(invited);
	await invited.getByLabel('Ditt namn').fill('Nils Ny');
	await invited.getByLabel('Välj ett lösenord').fill('kommun 2026');
	await invited.getByRole('button', { name: 'Tacka ja' }).click();
	await expect(invited.getByRole('alert')).toContainText('Lösenordet är för kort');
	await invited.getByLabel('Välj ett lösenord').fill('annat moln över berget');
	await invited.getByRole('button', { name: 'Tacka ja' }).click();
	await expect(invited).toHaveURL(/\/arbete$/);
	await openMenu(invited);
	await expect(invited.getByRole('link', { name: 'Enkäter' })).toBeVisible();
	await expect(invited.getByRole('link', { name: 'Personer' })).toHaveCount(0);
	expect((await invited.goto(link))?.status()).toBe(404);
	await page.goto('/arbete/personer');
	await page.getByRole('link', { name: /Ändra: Nils Ny/ }).click();
	await expectNoAxeViolations(page);
	await page.getByRole('link', { name: 'Avsluta rollen' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ska Nils Ny förlora rollen?');
	await expectNoAxeViolations(page);
	await page.getByRole('button', { name: 'Ja, avsluta rollen' }).click();
	await expect(page.getByText('Rollen är avslutad.')).toBeVisible();
	await invited.goto('/arbete/platser');
	await expect(invited).toHaveURL(/\/logga-in\?vidare=%2Farbete%2Fplatser$/);
});

test('a passkey is added, signs in alone and stays while it is the only second step', async ({ browser }) => {
	const page = await newPage(browser);
	const device = await page.context().newCDPSession(page);
	await device.send('WebAuthn.enable');
	await device.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			protocol: 'ctap2',
			transport: 'internal',
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: true,
			automaticPresenceSimulation: true
		}
	});
	await enterBy(
		page,
		await workspace.person({ name: 'Pia Publicist', role: 'publisher', placeCode: '1785' })
	);
	await page.goto('/arbete/konto');
	await page.getByLabel('Namn på din passkey').fill('Jobbmobilen');
	await page.getByRole('button', { name: 'Lägg till en passkey' }).click();
	await expect(page.locator('#koder li')).toHaveCount(10);
	await expect(page.getByText('Jobbmobilen', { exact: true })).toBeVisible();
	await expectNoAxeViolations(page);
	await openMenu(page);
	await page.getByRole('button', { name: 'Logga ut' }).click();
	await page.getByRole('button', { name: 'Logga in med passkey' }).click();
	await expect(page).toHaveURL(/\/arbete$/);
	await page.goto('/arbete/konto');
	await page.getByText('Ta bort Jobbmobilen').click();
	await page.getByRole('button', { name: 'Ja, ta bort' }).click();
	await expect(page.getByRole('alert')).toContainText('Det är ditt enda andra steg');
});

test('people of an organisation sign in there and get the role of its rule', async ({ browser }) => {
	const page = await newPage(browser);
	await enterAsAdministrator(page, recoveryCodes[2]!);
	await page.goto('/arbete/installningar/1785/inloggning');
	await expectNoAxeViolations(page);
	await expectNoSidewaysScroll(page);
	await page.getByLabel('Namn på knappen').fill('Säffle kommun');
	await page.getByLabel('Utfärdarens adress').fill(provider.issuer);
	await page.getByLabel('Klient-id').fill('lyhord');
	await page.getByLabel('Klienthemlighet').fill('en hemlighet');
	const rule = page.getByRole('group', { name: 'Regel 1' });
	await rule.getByLabel('Uppgift').fill('groups');
	await rule.getByLabel('Värde').fill('trygghet');
	await rule.getByLabel('Roll').selectOption('editor');
	await page.getByRole('button', { name: 'Spara inloggningen' }).click();
	const redirectUri = await page.getByLabel('Adress att registrera').inputValue();
	provider.addClient({ clientId: 'lyhord', clientSecret: 'en hemlighet', redirectUri });
	provider.signInAs({ subject: 'o-1', claims: { name: 'Olle Organisation', groups: ['trygghet'] } });
	const member = await newPage(browser);
	await member.goto('/logga-in');
	await member.getByRole('link', { name: 'Logga in med Säffle kommun' }).click();
	await expect(member).toHaveURL(`${workspace.origin}/arbete`);
	await openMenu(member);
	await expect(member.getByText('Olle Organisation').filter({ visible: true })).toBeVisible();
	provider.signInAs({ subject: 'o-2', claims: { name: 'Ingen Grupp', groups: [] } });
	const stranger = await newPage(browser);
	await stranger.goto('/logga-in');
	await stranger.getByRole('link', { name: 'Logga in med Säffle kommun' }).click();
	await expect(stranger.getByRole('alert')).toContainText('har inte gett dig någon roll');
});

test('a session ended from another browser is at an end', async ({ browser }) => {
	const [here, there] = [await newPage(browser), await newPage(browser)];
	await enterAsAdministrator(here, recoveryCodes[3]!);
	await enterAsAdministrator(there, recoveryCodes[4]!);
	await here.goto('/arbete/konto');
	const sessions = here.locator('#inloggningar li');
	const before = await sessions.count();
	await sessions
		.getByRole('button', { name: /^Avsluta/ })
		.first()
		.click();
	await expect(sessions).toHaveCount(before - 1);
	await there.goto('/arbete');
	await expect(there).toHaveURL(/\/logga-in$/);
	await here.goto('/arbete');
	await expect(here).toHaveURL(/\/arbete$/);
});

test('signing in and reading work without a script', async ({ browser }) => {
	const page = await newPage(browser, { javaScriptEnabled: false });
	await enterAsAdministrator(page, recoveryCodes[5]!);
	await openMenu(page);
	await page.getByRole('link', { name: 'Platser', exact: true }).click();
	await page.getByRole('main').getByRole('link', { name: 'Säffle' }).click();
	await page.getByRole('link', { name: 'Inställningar', exact: true }).click();
	await page.getByLabel('Minsta grupp').first().fill('4');
	await page.getByLabel('Webbplatser').fill('https://www.saffle.se/start\nhttp://osaker.example');
	await page.getByRole('button', { name: 'Spara reglerna' }).click();
	await expect(page.getByRole('alert')).toContainText('Gruppen måste vara minst 10');
	await expect(page.getByRole('alert')).toContainText('En av adresserna stämmer inte');
	await page.getByLabel('Minsta grupp').first().fill('12');
	await page.getByLabel('Webbplatser').fill('https://www.saffle.se/start');
	await page.getByRole('button', { name: 'Spara reglerna' }).click();
	await expect(page.getByText('Inställningarna är sparade.')).toBeVisible();
	await expect(page.getByLabel('Webbplatser')).toHaveValue('https://www.saffle.se');
	await openMenu(page);
	await page.getByRole('link', { name: 'Logg', exact: true }).click();
	await expect(page.getByText('Öppna enkäter: 12, 3 (förut 10, 3)')).toBeVisible();
	const href = await page.getByRole('link', { name: 'Hämta som fil' }).getAttribute('href');
	const file = await page.request.get(href!);
	expect(file.headers()).toMatchObject({
		'content-type': 'text/csv; charset=utf-8',
		'cache-control': 'no-store'
	});
	expect(await file.text()).toContain('settings.saved');
});
