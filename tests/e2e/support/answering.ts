import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

export const eightQuestions = '/saffle/dialog/atta-fragor';
export const allKinds = '/saffle/dialog/alla-slags-fragor';

/** Opens the answering page and waits until the script has folded the questions away. */
export async function openSteps(page: Page, address = eightQuestions): Promise<void> {
	await page.goto(`${address}/svara`);
	await expect(page.locator('form[data-stepping]')).toBeAttached();
}

/** Taps the option with this text in the question that is shown. */
export const tapOption = (page: Page, text: string): Promise<void> =>
	page.locator('label:visible', { hasText: text }).first().tap();

/** The heading that the person stands at. */
export const heading = (page: Page) => page.locator('h1:visible, h2[aria-level="1"]:visible').first();

/** Answers all eight questions with their first option and stops at the review. */
export async function walkToReview(page: Page): Promise<void> {
	await page.getByRole('link', { name: /Börja|Begin/ }).click();
	await onEachQuestion(page, () => page.locator('label:visible').first().click());
}

/** From the first question to the review without an answer. */
export const skipToReview = (page: Page): Promise<void> =>
	onEachQuestion(page, () => page.locator('[data-skip]').click());

async function onEachQuestion(page: Page, act: () => Promise<void>): Promise<void> {
	for (let number = 1; number <= 8; number++) {
		await expect(page.locator('[data-count]:visible')).toHaveText(new RegExp(` ${number} (av|of) 8`));
		await act();
	}
	await expect(page.locator('[data-step=review]')).toBeVisible();
}

/** Fails when axe finds anything to say about the page as it stands once its styles are there. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
	await page.waitForLoadState('load');
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`)).toEqual(
		[]
	);
}

/** Fails when the page is wider than its window once its styles are there. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
	await page.waitForLoadState('load');
	const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
	expect(content).toBeLessThanOrEqual(window!);
}
