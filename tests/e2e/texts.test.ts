import { expect, test, type Page } from '@playwright/test';
import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import { acceptAnswers } from '#lib/answers/server/accept-answers.ts';
import type { QuestionnaireDefinition } from '#lib/questionnaire/question.ts';
import { closeDialogue } from '#lib/dialogues/server/close-dialogue.ts';
import { randomId, secureRandom } from '#lib/server/random.ts';
import { decideText } from '#lib/texts/server/decide-text.ts';
import { readModerationDesk } from '#lib/texts/server/read-moderation-desk.ts';
import { answerStep } from '#lib/meetings/server/answer-step.ts';
import { openDevice } from '#lib/meetings/server/open-device.ts';
import { readAgenda } from '#lib/meetings/server/read-agenda.ts';
import { mustBeOk } from '#tests/support/builders.ts';
import { planMeeting, steerThrough } from '#tests/support/meeting.ts';
import { openFromYesterday } from '#tests/support/open-dialogue.ts';
import { expectNoAxeViolations, expectNoSidewaysScroll } from './support/answering.ts';
import { enterBy, startWorkspace, type Workspace } from './support/workspace.ts';

const placeCode = '1785';
const secret = '070-123 45 67';
const definition: QuestionnaireDefinition = {
	title: { sv: 'Ord om Säffle', en: 'Words about Säffle' },
	questions: [
		{
			key: 'words',
			version: 1,
			kind: 'text',
			text: { sv: 'Vad vill du säga?', en: 'What do you want to say?' },
			options: [],
			max: 500
		}
	],
	background: []
};
test.describe.configure({ mode: 'serial' });

let workspace: Workspace;
let dialogue: Dialogue;

/** What another resident sends, past the browser. */
const send = (words: string) =>
	acceptAnswers(workspace.ctx, {
		dialogue,
		key: randomId(secureRandom),
		version: dialogue.version,
		channel: 'web',
		answers: { words },
		background: {},
		source: randomId(secureRandom)
	});

test.beforeAll(async () => {
	test.setTimeout(90_000);
	workspace = await startWorkspace();
	dialogue = await openFromYesterday(workspace.ctx, definition);
	for (let number = 0; number < 9; number++) await send(`Fler lampor vid stationen, tack nummer ${number}`);
});
test.afterAll(() => workspace?.stop());

const results = () => `/saffle/dialog/${dialogue.slug}/resultat`;

/** Accepts every text in which nothing was found, as a colleague would meanwhile. */
async function acceptTheRest(): Promise<void> {
	const { ctx } = workspace;
	const form = { do: 'accept', mask: [], seen: [], hand: '', handKind: 'other', reason: null, themes: [] };
	for (;;) {
		const { batch } = await readModerationDesk(ctx, { dialogueId: dialogue.id });
		const plain = batch.filter(({ findings }) => findings.length === 0);
		if (plain.length === 0) return;
		for (const { id } of plain)
			await decideText(ctx, { dialogueId: dialogue.id, form: { ...form, textId: id } });
	}
}

async function expectSound(page: Page): Promise<void> {
	await expectNoAxeViolations(page);
	await expectNoSidewaysScroll(page);
}

test('a telephone number in a resident’s words is masked before anybody else reads them', async ({
	browser
}) => {
	test.setTimeout(120_000);
	const context = await browser.newContext({ baseURL: workspace.origin, javaScriptEnabled: false });
	const resident = await context.newPage();
	await resident.goto(`/saffle/dialog/${dialogue.slug}/svara`);
	await resident.locator('[name="q.words"]').fill(`Det är mörkt i gången. Ring mig på ${secret}!`);
	// Nobody reads the page and writes within a second or two.
	await resident.waitForTimeout(3_500);
	await resident.getByRole('button', { name: 'Skicka' }).click();
	await expect(resident).toHaveURL(/\/tack/);
	await closeDialogue(workspace.ctx, dialogue.id);

	const staff = await browser.newContext({
		baseURL: workspace.origin,
		viewport: { width: 320, height: 800 }
	});
	const page = await staff.newPage();
	await enterBy(page, await workspace.person({ name: 'Eva Ek', role: 'editor', placeCode }));
	const list = async () => {
		await page.goto('/arbete/texter');
		return page.getByRole('row').count();
	};
	await expect.poll(list, { timeout: 20_000 }).toBe(2);
	await expectSound(page);
	await page.getByRole('link', { name: 'Ord om Säffle' }).click();
	await expect(page.getByText('10 texter är olästa.')).toBeVisible();
	await expectSound(page);

	const told = page.locator('article', { hasText: secret });
	const plain = page.locator('article').filter({ hasNotText: secret }).first();
	await plain.focus();
	await page.keyboard.press('a');
	await expect(page.getByRole('status')).toHaveText('Texten är godkänd.');
	await expect(page.locator('article').first()).toBeFocused();
	await acceptTheRest();
	await page.reload();
	await expect(told.locator('mark')).toHaveText(secret);
	await told.getByRole('button', { name: 'Godkänn', exact: true }).click();
	await expect(page.getByRole('alert')).toContainText('Dölj dem');
	await expectSound(page);
	await page.getByRole('button', { name: 'Publicera 9 texter' }).click();
	await expect(page.getByRole('status')).toHaveText('Texterna är publicerade.');
	await resident.goto(results());
	await expect(resident.locator('#egna-ord')).toContainText('Fler lampor vid stationen');
	expect(await resident.content()).not.toContain('mörkt i gången');

	await told.focus();
	await page.keyboard.press('m');
	await expect(page.getByText('Texten är godkänd med dolda uppgifter.')).toBeVisible();
	await page.getByRole('button', { name: 'Publicera en text' }).click();
	const reader = await (await browser.newContext({ baseURL: workspace.origin })).newPage();
	await reader.goto(`${results()}/texter`);
	await expect(reader.getByText('Ring mig på [telefonnummer]!')).toBeVisible();
	await expectSound(reader);
	await reader.goto(results());
	await expect(reader.locator('#egna-ord ol')).toContainText('stationen 9');
	await expectSound(reader);

	await page.getByText('Ta ner alla nu').click();
	await page.getByRole('button', { name: 'Ja, ta ner alla' }).click();
	await expect(page.getByText('Alla texter är nertagna.')).toBeVisible();
	await resident.goto(results());
	await expect(resident.locator('#egna-ord')).toHaveCount(0);
	await page.emulateMedia({ colorScheme: 'dark' });
	await page.getByText(/Visa de publicerade texterna/).click();
	await expectSound(page);
});

/** When the screen first shows a text of its wall, or none any more: milliseconds since 1970. */
const whenWall = (screen: Page, isShown: boolean): Promise<number> =>
	screen.evaluate(
		(wanted) =>
			new Promise<number>((resolve) => {
				const look = () => {
					if ((document.querySelector('[data-text]') !== null) === wanted) resolve(Date.now());
					else requestAnimationFrame(look);
				};
				look();
			}),
		isShown
	);

/** Presses a button and tells when, by the clock of the machine that the screen is on too. */
const tap = (page: Page, name: string): Promise<number> =>
	page.getByRole('button', { name }).evaluate((button) => {
		const now = Date.now();
		(button as HTMLButtonElement).click();
		return now;
	});

/** Thirty people in the hall write on the wall that is open. */
async function writeOnWall(meetingId: string): Promise<void> {
	const { ctx } = workspace;
	const agenda = await readAgenda(ctx, meetingId);
	for (let number = 0; number < 30; number++)
		await answerStep(ctx, {
			...{ agenda, stepId: agenda.steps[3]!.id, value: `Önskan ${100 + number}` },
			...{ participant: randomId(secureRandom), source: randomId(secureRandom) }
		});
}

test('a text of a wall is on the screen once it is released and gone once it is taken down; the report quotes the chosen', async ({
	browser
}) => {
	test.setTimeout(90_000);
	const { ctx, origin } = workspace;
	const meeting = await planMeeting(ctx, { title: { sv: 'Väggen', en: 'The wall' } });
	await steerThrough(ctx, meeting, 'start', 3, 'reveal');
	const screen = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
	const { token } = await mustBeOk(openDevice(ctx, { meetingId: meeting.id, kind: 'screen' }));
	await screen.goto(`${origin}/skarm/${token}`);
	await expect(screen.locator('html[data-live]')).toBeAttached();
	await screen.evaluate(() => (document.documentElement.dataset.same = 'yes'));
	await writeOnWall(meeting.id);

	const staff = await browser.newContext({ baseURL: origin, viewport: { width: 1024, height: 800 } });
	const page = await staff.newPage();
	await enterBy(page, await workspace.person({ name: 'Pia Ek', role: 'publisher', placeCode }));
	const wall = page.getByRole('link', { name: 'Väggen' });
	const listed = async () => (await page.goto('/arbete/texter')) && wall.count();
	await expect.poll(listed, { timeout: 30_000 }).toBe(1);
	await wall.click();
	const texts = page.locator('article');
	await expect(texts.nth(2)).toBeVisible();
	const [quoted, left, unread] = await texts.locator('[data-words]').allInnerTexts();
	for (const text of [quoted, left])
		await texts.filter({ hasText: text! }).getByRole('button', { name: 'Godkänn', exact: true }).click();
	expect(await screen.content()).not.toContain('Önskan');

	const shown = whenWall(screen, true);
	const released = await tap(page, 'Publicera 2 texter');
	const untilShown = (await shown) - released;
	await expect(screen.locator('[data-text]')).toHaveCount(2);
	await page.getByText('Ta ner alla nu').click();
	const gone = whenWall(screen, false);
	const hidden = await tap(page, 'Ja, ta ner alla');
	const untilGone = (await gone) - hidden;
	console.log(`wall: ${untilShown} ms from the release to the screen, ${untilGone} ms until taken down`);
	expect(untilShown).toBeLessThanOrEqual(3000);
	expect(untilGone).toBeLessThanOrEqual(300);
	await page.getByRole('button', { name: 'Visa alla igen' }).click();
	await expect(screen.locator('[data-text]')).toHaveCount(2);
	await expect(screen.locator('html[data-same=yes]')).toHaveCount(1);

	await steerThrough(ctx, meeting, 'end');
	await page.goto(`/arbete/moten/${meeting.id}/rapport`);
	await expect(page.getByRole('checkbox', { name: unread! })).toHaveCount(0);
	await page.getByRole('checkbox', { name: left! }).uncheck();
	await page.getByRole('button', { name: 'Spara' }).click();
	await page.getByText('Publicera rapporten', { exact: true }).last().click();
	await page.getByRole('button', { name: 'Ja, publicera' }).click();
	await page.getByRole('link', { name: 'Mötets sida' }).click();
	await expect(page.locator('#rapport')).toContainText(quoted!);
	const address = new URL(page.url());
	const told = [await page.content(), await (await fetch(`${origin}${address.pathname}/__data.json`)).text()];
	for (const text of told) {
		expect(text).toContain(quoted!);
		expect(text.match(/Önskan \d+/g)!.every((words) => words === quoted)).toBe(true);
	}
	await expectSound(page);
});
