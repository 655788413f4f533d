import { gzipSync } from 'node:zlib';
import { expect, test, type Browser, type Page, type Response } from '@playwright/test';
import { createPerson } from '#lib/accounts/server/create-person.ts';
import type { DialogueKind } from '#lib/dialogues/dialogue.ts';
import { listDialogues } from '#lib/dialogues/server/list-dialogues.ts';
import type { Context, StaffActor } from '#lib/server/context.ts';
import { copyPicture } from '#lib/situation/server/copy-picture.ts';
import { freezePicture, publishPicture, signPicture } from '#lib/situation/server/sign-picture.ts';
import { decideText } from '#lib/texts/server/decide-text.ts';
import { hideTexts } from '#lib/texts/server/hide-texts.ts';
import { releaseTexts } from '#lib/texts/server/release-texts.ts';
import { mustBeOk } from '../support/builders.ts';
import { storeSealedTexts } from '../support/sealed-texts.ts';
import { expectNoAxeViolations, expectNoSidewaysScroll } from './support/answering.ts';
import { countActions, type Counted } from './support/counted.ts';
import { fillSources } from './support/fill-sources.ts';
import { enterBy, startWorkspace, type Workspace } from './support/workspace.ts';

const placeCode = '1785';
/** Most bytes of a published picture's page with all it loads, compressed. */
const mostBytes = 90_000;
const narrow = { viewport: { width: 320, height: 640 } };

let workspace: Workspace;
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
	test.setTimeout(240_000);
	workspace = await startWorkspace(fillSources);
});
test.afterAll(() => workspace?.stop());

const at = (path: string) => `${workspace.origin}${path}`;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });

const sizeOf = (response: Response): Promise<number> =>
	response.body().then(
		(body) => gzipSync(body).length,
		() => 0
	);

async function looksWell(page: Page): Promise<void> {
	await expectNoSidewaysScroll(page);
	await expectNoAxeViolations(page);
}

async function enterAs(
	browser: Browser,
	wanted: { role: 'editor' | 'publisher' | 'administrator'; placeCode: string }
): Promise<Page> {
	const page = await (await browser.newContext(narrow)).newPage();
	await enterBy(page, at(await workspace.person({ name: `${wanted.role} Exempel`, ...wanted })));
	return page;
}

/** Drafts from everything there is. @returns the picture's address */
async function draft(page: Page, { click }: Counted): Promise<string> {
	await page.goto(at('/arbete'));
	await click(page.locator('nav summary'));
	await click(link(page, 'Lägesbild'));
	await looksWell(page);
	await click(link(page, 'Gör ett utkast'));
	await click(page.getByLabel(/Andel som känner sig trygga ute/));
	await click(page.getByLabel(/Otrygghet vid utevistelse/).first());
	await looksWell(page);
	await click(button(page, 'Skriv utkastet'));
	await expect(page.getByRole('status')).toContainText('Utkastet är skrivet');
	return page.url().replace(/\?.*/, '');
}

async function emptyUnknown(page: Page, { click, write }: Counted): Promise<void> {
	await click(link(page, 'Vad vi inte vet'));
	await looksWell(page);
	for (const field of await page.getByLabel('Text', { exact: true }).all()) await write(field, '');
	await click(button(page, 'Spara').last());
	await expect(page.getByRole('status')).toContainText('Sparat.');
}

async function freeze(page: Page, { click }: Counted): Promise<void> {
	await click(page.locator('summary', { hasText: 'Frys som version' }));
	await click(button(page, 'Ja, frys versionen'));
}

async function writeText(page: Page, { click, write }: Counted, text: string): Promise<void> {
	await click(button(page, 'Text'));
	await write(page.getByLabel('Text', { exact: true }).last(), text);
	await click(button(page, 'Spara').last());
	await expect(page.getByRole('status')).toContainText('Sparat.');
}

async function sign(page: Page, address: string, { click, write }: Counted, [side, role]: [string, string]) {
	await page.goto(address);
	await click(page.getByLabel(side, { exact: true }));
	await write(page.getByLabel('Din roll'), role);
	await click(button(page, 'Skriv under'));
	await expect(page.getByRole('status')).toContainText('Du har skrivit under.');
}

let address = '';

test('a picture of Säffle is drafted, written on, frozen, signed by two and published', async ({
	browser
}) => {
	test.setTimeout(120_000);
	const page = await enterAs(browser, { role: 'editor', placeCode });
	const counted = countActions(page);
	address = await draft(page, counted);
	await looksWell(page);
	await emptyUnknown(page, counted);
	await page.goto(address);
	await freeze(page, counted);
	await expect(page.getByRole('alert')).toContainText('Avsnittet ”Vad vi inte vet” är tomt.');
	await expect(page.getByRole('alert')).toContainText('Skriv vad ni går vidare med');
	await looksWell(page);
	await counted.click(link(page, 'Vad vi inte vet'));
	await writeText(page, counted, 'Vi vet inte hur de under 16 år ser på saken.');
	await page.goto(address);
	await counted.click(link(page, 'Vad vi går vidare med, och varför inte det andra'));
	await writeText(page, counted, 'Vi går vidare med att polisen ska synas, och med utemiljön.');
	await page.goto(address);
	await counted.click(link(page, 'Förhandsgranska'));
	await looksWell(page);
	await page.goto(address);
	await freeze(page, counted);
	await expect(page.getByRole('status')).toContainText('Version 1 är frusen.');

	const stranger = await enterAs(browser, { role: 'administrator', placeCode: '2034' });
	for (const path of [address, `${address}/forhandsgranska`, at('/saffle/lagesbild/1')])
		expect((await stranger.goto(path))!.status(), path).toBe(404);
	await stranger.goto(at('/saffle/lagesbild'));
	await expect(stranger.locator('main')).not.toContainText('60');
	await stranger.context().close();

	const police = await enterAs(browser, { role: 'publisher', placeCode: 'lpo-arvika' });
	await sign(police, address, counted, ['Polisen', 'Chef för lokalpolisområde Arvika']);
	const chair = await enterAs(browser, { role: 'publisher', placeCode });
	await sign(chair, address, counted, ['Kommunen', 'Kommunstyrelsens ordförande']);
	await counted.click(chair.locator('summary', { hasText: 'Publicera' }));
	await counted.click(button(chair, 'Ja, publicera'));
	await expect(chair.getByRole('status')).toContainText('Lägesbilden är publicerad.');
	await looksWell(chair);
	console.log(`${counted.count()} steps from two closed dialogues to a published picture`);
	for (const one of [page, police, chair]) await one.context().close();
});

test('everybody reads it without a script, each number one step from its evidence, in 90 kB', async ({
	browser
}) => {
	const context = await browser.newContext({ ...narrow, javaScriptEnabled: false });
	const page = await context.newPage();
	const sizes: Promise<number>[] = [];
	page.on('response', (response) => sizes.push(sizeOf(response)));
	await page.goto(at('/saffle/lagesbild'), { waitUntil: 'networkidle' });
	const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
	console.log(`${bytes} bytes compressed`);
	expect(bytes).toBeLessThanOrEqual(mostBytes);
	expect(await context.cookies()).toEqual([]);
	for (const share of ['60', '26'])
		await expect(page.getByRole('link', { name: new RegExp(`^${share}\\s%`) }).first()).toHaveAttribute(
			'href',
			/\/saffle\/underlag\//
		);
	await expect(page.locator('main')).toContainText(/Lägst trygghetsbetyg: Säffle centrum/);
	await expect(page.locator('main')).toContainText('Andel som känner sig trygga ute sena kvällar');
	await page
		.getByRole('link', { name: /^60\s%/ })
		.first()
		.click();
	await expect(page.locator('main')).toContainText(/60\s%/);
	await context.close();

	const seen = await (await browser.newContext(narrow)).newPage();
	await seen.goto(at('/saffle/lagesbild'));
	await looksWell(seen);
	await seen.emulateMedia({ colorScheme: 'dark' });
	await looksWell(seen);
	await seen
		.getByRole('link', { name: /^60\s%/ })
		.first()
		.click();
	await looksWell(seen);
	const evidence = new URL(seen.url()).pathname;
	for (const [language, chosen] of [
		['en', 'whoever chose to answer'],
		['ar', 'مَن اختاروا أن يجيبوا']
	] as const) {
		await seen.goto(at(`/${language}${evidence}`));
		await expect(seen.locator('main')).toContainText(chosen);
		await expect(seen.locator('main')).not.toContainText('självvalt');
	}
	await seen.context().close();
});

let acting = 0;

/** Somebody who acts beside the browser. */
async function actor(role: StaffActor['memberships'][0]['role'], place: string): Promise<Context> {
	const memberships = [{ placeCode: place, role, through: 'demonstration' }];
	const about = { name: 'Kim Exempel', email: `${role}.${++acting}@${place}.example`, memberships };
	const personId = await createPerson(workspace.ctx, about);
	const session = { sessionId: 'x', secondFactor: true };
	const kind = { kind: 'staff', personId, name: about.name } as const;
	return { ...workspace.ctx, now: workspace.ctx.now, actor: { ...kind, ...session, memberships } };
}

/** Publishes the same picture again as version two. */
async function publishAgain(): Promise<void> {
	const [police, chair] = [await actor('publisher', 'lpo-arvika'), await actor('publisher', placeCode)];
	const editor = await actor('editor', placeCode);
	const { id } = await copyPicture(editor, address.split('/').at(-1)!);
	await mustBeOk(freezePicture(editor, id));
	await mustBeOk(signPicture(police, { id, side: 'police', title: 'Chef' }));
	await mustBeOk(signPicture(chair, { id, side: 'municipality', title: 'Ordförande' }));
	await mustBeOk(publishPicture(chair, id));
}

/** Two released texts in Säffle's closed dialogue of residents. @returns takes the first one down */
async function releaseWords(): Promise<() => Promise<unknown>> {
	const editor = await actor('editor', placeCode);
	const [dialogue] = await listDialogues(workspace.ctx, { placeCode, kind: 'citizen', states: ['closed'] });
	const { id: dialogueId } = dialogue!;
	const ids = await storeSealedTexts(workspace.ctx, dialogue!, [
		'Det är mörkt på gångvägen mellan stationen och torget, och buskarna skymmer sikten.',
		'Polisen borde synas mer på fredagskvällarna.'
	]);
	const blank = { do: 'accept', mask: [], seen: [], hand: '', handKind: 'other', reason: null, themes: [] };
	for (const textId of ids) await mustBeOk(decideText(editor, { dialogueId, form: { ...blank, textId } }));
	await releaseTexts(editor, { dialogueId });
	return () => hideTexts(editor, { dialogueId, ids: [ids[0]!], hidden: true });
}

test('a quote is picked, leads to where it was said, and says so when it is taken down', async ({
	browser
}) => {
	const page = await enterAs(browser, { role: 'editor', placeCode });
	const { id } = await copyPicture(await actor('editor', placeCode), address.split('/').at(-1)!);
	const section = at(`/arbete/lagesbild/${id}/avsnitt/said`);
	await page.goto(section);
	await button(page, 'Citat').click();
	await expect(page.locator('main')).toContainText('Det finns inga släppta texter än.');
	await looksWell(page);
	const takeDown = await releaseWords();
	await page.reload();
	await page.getByLabel('Sök på ord').fill('mörkt');
	await button(page, 'Sök').click();
	await looksWell(page);
	await button(page, 'Citera').click();
	await expect(page.getByRole('status')).toContainText('Citatet ligger sist i avsnittet.');
	await looksWell(page);
	await page.goto(at(`/arbete/lagesbild/${id}/forhandsgranska`));
	await page.locator('figure a').click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('”Det är mörkt');
	await looksWell(page);
	await takeDown();
	await page.goto(at(`/arbete/lagesbild/${id}`));
	await expect(page.locator('main')).toContainText('Ett citat har tagits ned under Egna ord.');
	await looksWell(page);
	for (const path of [section, at(`/arbete/lagesbild/${id}/forhandsgranska`)]) {
		await page.goto(path);
		await expect(page.locator('main')).not.toContainText('buskarna skymmer sikten');
		await looksWell(page);
	}
	await page.context().close();
});

test('problems, focus areas, evidence, feedback and what differs between versions fit the narrowest screen', async ({
	browser
}) => {
	await publishAgain();
	const page = await enterAs(browser, { role: 'editor', placeCode });
	await page.goto(at('/saffle/lagesbild/2/skillnad?mot=1'));
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Version 2 jämfört med version 1');
	await looksWell(page);
	await page.goto(at('/arbete/lagesbild/fokus'));
	await page.getByLabel('Namn', { exact: true }).fill('Synlighet');
	await page.getByLabel('Varför just det här?').fill('Det bad invånarna om.');
	await page.getByLabel('Polisen och kommunen', { exact: true }).check();
	await button(page, 'Spara fokusområdet').click();
	await link(page, 'Synlighet').click();
	await looksWell(page);
	await page.goto(at('/arbete/lagesbild/problem'));
	await link(page, 'Mer tillgänglig polis').first().click();
	await looksWell(page);
	await page.goto(at('/arbete/lagesbild/underlag'));
	await looksWell(page);
	await page.getByRole('link', { name: /60\s%/ }).first().click();
	await looksWell(page);
	const codeOf = async (kind: DialogueKind) =>
		(await listDialogues(workspace.ctx, { placeCode, kind }))[0]!.code;
	const path = `/arbete/lagesbild/aterkoppling/${await codeOf('staff')}`;
	for (const one of [path, `/arbete/dialoger/${await codeOf('citizen')}/vilka`]) {
		await page.goto(at(one));
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await looksWell(page);
		await page.emulateMedia({ colorScheme: 'dark' });
		await looksWell(page);
		await page.emulateMedia({ colorScheme: 'light' });
	}
	await page.context().close();
});
