import { expect, test, type Page } from '@playwright/test';
import { askedKeys } from '#lib/questionnaire/condition.ts';
import type { Answers } from '#lib/questionnaire/question.ts';
import { expectNoAxeViolations, expectNoSidewaysScroll, heading, openSteps } from './support/answering.ts';
import { hanging, hangingDefinition } from './support/open-hanging.ts';

const { questions } = hangingDefinition;

/** What somebody would answer if they were asked. */
const people: [name: string, answers: Answers][] = [
	['skipping all but the last', { last: 'yes' }],
	['avoiding nothing', { avoid: 'no', where: ['park'], fine: 'yes', last: 'no' }],
	['avoiding the station', { avoid: 'yes', where: ['station'], first: ['park'], fine: 'no' }],
	[
		'avoiding the road',
		{ avoid: 'yes', where: ['station', 'road'], first: ['road', 'station'], park: 'Nej' }
	],
	[
		'the park second',
		{ avoid: 'yes', where: ['park', 'road'], first: ['road', 'park'], park: 'Mörkt.', last: 'yes' }
	]
];

const fieldsOf = (key: string, answers: Answers) =>
	[answers[key] ?? []].flat().map((value, index) => {
		const { kind } = questions.find((question) => question.key === key)!;
		return { value, isText: kind === 'text', name: `q.${key}${kind === 'ranking' ? `.${index + 1}` : ''}` };
	});

const visibleKeys = (page: Page): Promise<string[]> =>
	page
		.locator('fieldset[data-key]:visible')
		.evaluateAll((steps) => [...new Set((steps as HTMLElement[]).map(({ dataset }) => dataset.key!))]);

/** Walks to the review, one question at a time. @returns the keys of the questions that were asked */
async function walk(page: Page, answers: Answers): Promise<string[]> {
	const asked: string[] = [];
	let promised = questions.length;
	await page.locator('[data-begin]').click();
	await expect(page.locator('[data-step=start]')).toBeHidden();
	for (;;) {
		const id = (await page.locator('[data-step]:visible').getAttribute('data-step'))!;
		if (id === 'review') return [...new Set(asked)];
		const step = page.locator(`[data-step="${id}"]`);
		const key = (await step.getAttribute('data-key'))!;
		const { kind } = questions.find((question) => question.key === key)!;
		asked.push(key);
		const [n, total] = (await step.locator('[data-count]').textContent())!.match(/\d+/g)!.map(Number);
		expect(n).toBe(new Set(asked).size);
		expect(total, 'no question more than was promised').toBeLessThanOrEqual(promised);
		promised = total!;
		const fields = fieldsOf(key, answers).filter(({ name }) => name === id);
		for (const { value, isText } of fields)
			await (isText ? step.getByRole('textbox').fill(value) : step.locator(`[value="${value}"]`).click());
		if (fields.length === 0) await page.locator('[data-skip]').click();
		else if (kind === 'choices' || kind === 'text') await page.locator('[data-next]').click();
		await expect(step).toBeHidden();
	}
}

/** Sends page after page until the sheet is taken. @returns what the last page showed */
async function sendPages(page: Page, answers: Answers): Promise<string[]> {
	let pages = 0;
	for (let shown: string[] = []; ; pages++) {
		const before = shown;
		shown = await visibleKeys(page);
		for (const key of shown.filter((one) => !before.includes(one)))
			for (const { name, value, isText } of fieldsOf(key, answers))
				await (isText
					? page.locator(`[name="${name}"]`).fill(value)
					: page.locator(`[name="${name}"][value="${value}"]`).check());
		if (pages === 0) await page.waitForTimeout(2100);
		await page.getByRole('button', { name: 'Skicka' }).click();
		if (new URL(page.url()).pathname.endsWith('/tack')) return shown;
		await expect(page).toHaveTitle(/^Fler frågor: /);
		await expect(page.locator('[data-more]')).toBeFocused();
	}
}

test('everybody is asked the same questions by the script as by the rule', async ({ page }) => {
	test.slow();
	for (const [name, answers] of people) {
		const path = askedKeys(questions, answers);
		await openSteps(page, hanging);
		expect(await walk(page, answers), name).toEqual(path);
		await expect(page.locator('dt:visible')).toHaveCount(path.length);
		await page.getByRole('button', { name: 'Skicka' }).click();
		await expect(page).toHaveURL(`${hanging}/tack`);
	}
});

test.describe('without a script', () => {
	test.use({ javaScriptEnabled: false });

	test('everybody is asked the same questions from page to page as by the rule', async ({ page }) => {
		test.slow();
		for (const [name, answers] of people) {
			await page.goto(`${hanging}/svara`);
			expect(await visibleKeys(page)).toEqual(['avoid', 'last']);
			expect(await sendPages(page, answers), name).toEqual(askedKeys(questions, answers));
		}
	});
});

test('a script that gets more questions after a mishap shows them beside the answers', async ({ page }) => {
	await openSteps(page, hanging);
	await walk(page, {});
	await page.getByRole('button', { name: 'Skicka' }).click();
	await expect(page.getByRole('alert')).toBeFocused();
	await page.locator('[name="q.avoid"][value=yes]').check();
	await page.locator('[name="q.last"][value=no]').check();
	await page.getByRole('button', { name: 'Skicka' }).click();
	await expect(page.locator('[data-more]')).toBeFocused();
	await expect(page.getByRole('heading', { name: 'En fråga till, utifrån vad du svarade' })).toBeVisible();
	await expect(page.locator(':checked')).toHaveCount(2);
	expect(await visibleKeys(page)).toEqual(['avoid', 'where', 'last']);
	await expectNoAxeViolations(page);
	await expectNoSidewaysScroll(page);
	await page.locator('[name="q.where"][value=road]').check();
	await page.getByRole('button', { name: 'Skicka' }).click();
	await expect(page.getByText('Var ska vi börja?').first()).toBeVisible();
	await page.getByRole('button', { name: 'Skicka' }).click();
	await expect(page).toHaveURL(`${hanging}/tack`);
	await expect(heading(page)).toHaveText('Tack för att du svarade');
});
