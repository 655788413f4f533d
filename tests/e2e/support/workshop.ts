import { expect, type Browser, type BrowserContextOptions, type Locator, type Page } from '@playwright/test';
import { enterBy, type Workspace } from './workspace.ts';

export const desktop = { viewport: { width: 1280, height: 800 } };

/** The first two questions of the short template. */
export const first = 'Hur trygg känner du dig i området där du bor eller vistas?';
export const second = 'Hur trygg är du utomhus sent på kvällen i ditt område?';

/** The text of the question that is open. */
export const text = (page: Page): Locator => page.getByLabel('Fråga', { exact: true });

/** The text of one of its answers. */
export const answer = (page: Page, number: number): Locator =>
	page.getByRole('textbox', { name: `Svar ${number}`, exact: true });

/** A question in the list. */
export const question = (page: Page, key: string): Locator => page.locator(`[data-question=${key}]`);

/** Presses the button with this name. */
export const press = (page: Page, name: string): Promise<void> =>
	page.getByRole('button', { name, exact: true }).click();

/** Signs somebody who writes questionnaires in Säffle in, in a browser of their own. */
export async function writer(
	browser: Browser,
	workspace: Workspace,
	{ name = 'Kim Ek', ...options }: BrowserContextOptions & { name?: string } = {}
): Promise<Page> {
	const context = await browser.newContext({ baseURL: workspace.origin, ...options });
	const page = await context.newPage();
	await enterBy(page, await workspace.person({ name, role: 'editor', placeCode: '1785' }));
	return page;
}

/** Begins a draft from the short template. @returns the address of its editor */
export async function beginDraft(page: Page): Promise<string> {
	await page.goto('/arbete/enkater');
	await page.getByRole('button', { name: 'Börja med Kort 8' }).click();
	await page.waitForURL(/\/arbete\/enkater\/[\w-]{22}$/);
	return new URL(page.url()).pathname;
}

/** Opens a part of the editor and waits until its script runs. */
export async function openPart(page: Page, address: string): Promise<void> {
	const listening = page.waitForResponse((response) => response.url().endsWith('/lage'));
	await page.goto(address);
	await listening;
}

/** The questions as the editor lists them. */
export const listed = (page: Page): Promise<string[]> =>
	page.locator('[data-question] .words').allTextContents();

/** Waits until everything that was written is stored. */
export async function expectSaved(page: Page): Promise<void> {
	await expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'saved');
	await expect(page.locator('[data-save]')).toHaveText(/^Sparat \d\d[:.]\d\d$/);
}
