import { expect, test } from '@playwright/test';
import { expectNoAxeViolations } from './support/answering.ts';
import {
	answer,
	beginDraft,
	desktop,
	expectSaved,
	listed,
	openPart,
	press,
	question,
	second,
	text,
	writer
} from './support/workshop.ts';
import { startWorkspace, type Workspace } from './support/workspace.ts';

let workspace: Workspace;

test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
	workspace = await startWorkspace();
});

test.afterAll(() => workspace?.stop());

test('two people in different questions both have their words', async ({ browser }) => {
	const kim = await writer(browser, workspace, desktop);
	const address = await beginDraft(kim);
	const anna = await writer(browser, workspace, { ...desktop, name: 'Anna Berg' });
	await openPart(kim, `${address}?fraga=safe_overall`);
	await openPart(anna, `${address}?fraga=safe_evening`);
	await expect(anna.getByText('Kim Ek redigerar också just nu')).toBeVisible();
	await Promise.all([text(kim).fill('Kims fråga'), text(anna).fill('Annas fråga')]);
	await Promise.all([expectSaved(kim), expectSaved(anna)]);
	await text(kim).fill('Kims fråga, igen');
	await expectSaved(kim);
	await expect(question(kim, 'safe_evening')).toContainText('Annas fråga');
	await anna.reload();
	expect((await listed(anna)).slice(0, 2)).toEqual(['Kims fråga, igen', 'Annas fråga']);
	await expect(kim.getByText('Anna Berg redigerar också just nu')).toBeVisible({ timeout: 15_000 });
});

test('two people in the same text see both texts and choose', async ({ browser }) => {
	const kim = await writer(browser, workspace, desktop);
	const address = await beginDraft(kim);
	const anna = await writer(browser, workspace, { ...desktop, name: 'Anna Berg' });
	await openPart(kim, `${address}?fraga=safe_overall`);
	await openPart(anna, `${address}?fraga=safe_overall`);
	await text(anna).fill('Annas ord');
	await expectSaved(anna);
	await text(kim).fill('Kims ord');
	const panel = kim.getByRole('region', { name: 'Två har skrivit olika' });
	await expect(panel.getByLabel('Du skrev')).toHaveValue('Kims ord');
	await expect(panel).toContainText('Anna Berg skrev');
	await expect(panel).toContainText('Annas ord');
	await expect(text(kim)).toHaveValue('Kims ord');
	await expect(kim.locator('[data-save]')).toContainText('Ni har skrivit olika');
	await expectNoAxeViolations(kim);

	await panel.getByLabel('Du skrev').fill('Kims och Annas ord');
	await panel.getByRole('button', { name: 'Behåll min text' }).click();
	await expect(panel).toHaveCount(0);
	await expectSaved(kim);
	await anna.reload();
	await expect(text(anna)).toHaveValue('Kims och Annas ord');
});

test('two people without a script lose nothing either', async ({ browser }) => {
	const plain = { ...desktop, javaScriptEnabled: false };
	const kim = await writer(browser, workspace, plain);
	const address = await beginDraft(kim);
	const anna = await writer(browser, workspace, { ...plain, name: 'Anna Berg' });
	for (const page of [kim, anna]) await page.goto(`${address}?fraga=safe_overall`);
	await text(anna).fill('Annas ord');
	await answer(anna, 1).fill('Annas svar');
	await press(anna, 'Spara');
	await text(kim).fill('Kims ord');
	await answer(kim, 1).fill('Kims svar');
	await answer(kim, 2).fill('Bara Kims');
	await press(kim, 'Spara');
	const panel = kim.getByRole('region', { name: 'Två har skrivit olika' });
	await expect(panel.getByLabel('Du skrev')).toHaveCount(2);
	await expect(panel.getByLabel('Du skrev').first()).toHaveValue('Kims ord');
	await panel.getByRole('button', { name: 'Behåll min text' }).first().click();
	await expect(panel.getByLabel('Du skrev')).toHaveValue('Kims svar');
	await panel.getByRole('button', { name: 'Ta den andra texten' }).click();
	await anna.goto(`${address}?fraga=safe_overall`);
	await expect(text(anna)).toHaveValue('Kims ord');
	await expect(answer(anna, 1)).toHaveValue('Annas svar');
	await expect(answer(anna, 2)).toHaveValue('Bara Kims');
});

test('closing the tab in mid-sentence loses nothing older than three seconds', async ({ browser }) => {
	const page = await writer(browser, workspace, desktop);
	const address = await beginDraft(page);
	await openPart(page, `${address}?fraga=safe_overall`);
	const { context } = { context: page.context() };
	await text(page).fill('');
	const sentence = 'Hur tryggt är det vid stationen om kvällen';
	await text(page).pressSequentially(sentence, { delay: 50 });
	await page.close({ runBeforeUnload: true });
	const again = await context.newPage();
	await again.goto(`${address}?fraga=safe_overall`);
	const kept = await text(again).inputValue();
	expect(sentence.startsWith(kept), kept).toBe(true);
	await expect
		.poll(async () => {
			await again.reload();
			return text(again).inputValue();
		})
		.toBe(sentence);
});

test('a browser that dies in mid-sentence has sent all but the last three seconds', async ({ browser }) => {
	const page = await writer(browser, workspace, desktop);
	const address = await beginDraft(page);
	await openPart(page, `${address}?fraga=safe_overall`);
	await text(page).fill('');
	const written: { at: number; value: string }[] = [];
	for (const letter of 'Hur tryggt är det vid stationen om kvällen') {
		await page.keyboard.type(letter);
		written.push({ at: Date.now(), value: await text(page).inputValue() });
		await page.waitForTimeout(120);
	}
	// No event fires any more, and nothing more is sent.
	await page.context().setOffline(true);
	const died = Date.now();
	const other = await writer(browser, workspace, { name: 'Anna Berg' });
	await other.goto(`${address}?fraga=safe_overall`);
	const kept = await text(other).inputValue();
	const last = written.findLast(({ at }) => at < died - 3000)!;
	expect(last.value.length).toBeGreaterThan(5);
	expect(kept.startsWith(last.value), `${kept} begins with ${last.value}`).toBe(true);
});

test('without network it says so, tries again and saves when the network is back', async ({ browser }) => {
	const page = await writer(browser, workspace, desktop);
	const address = await beginDraft(page);
	await openPart(page, `${address}?fraga=safe_overall`);
	await page.context().setOffline(true);
	await text(page).fill('Skrivet utan nät');
	await expect(page.locator('[data-save]')).toHaveText('Inte sparat: inget nät, vi försöker igen');
	await press(page, 'Flytta ned');
	expect((await listed(page))[1]).toBe('Skrivet utan nät');
	await page.context().setOffline(false);
	await expectSaved(page);
	await page.reload();
	expect((await listed(page)).slice(0, 2)).toEqual([second, 'Skrivet utan nät']);
});
