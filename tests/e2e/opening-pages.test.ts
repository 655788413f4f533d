import { expect, test, type Page } from '@playwright/test';
import { suggestDates } from '#lib/dialogues/plan-suggestion.ts';
import { savePlan } from '#lib/dialogues/server/save-plan.ts';
import { changeDraft } from '#lib/questionnaire/server/change-draft.ts';
import { draftFromTemplate } from '#lib/questionnaire/server/draft-from-template.ts';
import { draftFromVersion } from '#lib/questionnaire/server/draft-from-version.ts';
import { openDraft, stampOf } from '#lib/workspace/server/open-draft.ts';
import { readOpening } from '#lib/workspace/server/read-opening.ts';
import { expectNoAxeViolations, expectNoSidewaysScroll } from './support/answering.ts';
import { enterBy, startWorkspace, type Workspace } from './support/workspace.ts';

test.describe.configure({ mode: 'serial' });

const placeCode = '1785';
let workspace: Workspace;
let addresses: string[];

/** A draft with much to mend, one that is ready, and two versions of an opened one. */
async function fill(): Promise<string[]> {
	const { ctx } = workspace;
	const faulty = await draftFromTemplate(ctx, { placeCode, template: 'L' });
	const base = faulty.content.questions[2]!;
	const text = { ...base.text, sv: 'Visst har tryggheten och trivseln ökat, och hur ofta går du ut?' };
	const next = { ...base, text, options: base.options.filter(({ apart }) => !apart) };
	await changeDraft(ctx, { id: faulty.id, change: { kind: 'question', key: base.key, base, next } });
	const languages = ['sv', 'en', 'so'];
	await changeDraft(ctx, { id: faulty.id, change: { kind: 'languages', languages, source: 'sv' } });
	const open = async (id: string) => {
		await savePlan(ctx, { draftId: id, plan: suggestDates(ctx.now()) });
		const opened = await openDraft(ctx, { draftId: id, seen: stampOf(await readOpening(ctx, id)) });
		if (!opened.ok) throw new Error(opened.why);
		return opened.dialogue;
	};
	const first = await open((await draftFromTemplate(ctx, { placeCode, template: 'S8' })).id);
	const { questionnaireId, version, code } = first;
	const second = await draftFromVersion(ctx, { placeCode, questionnaireId, version, asNext: true });
	const scale = second.content.questions[0]!;
	const shorter = { ...scale, options: scale.options.slice(1) };
	await changeDraft(ctx, {
		id: second.id,
		change: { kind: 'question', key: scale.key, base: scale, next: shorter }
	});
	await open(second.id);
	const ready = await draftFromTemplate(ctx, { placeCode, template: 'S8' });
	await savePlan(ctx, { draftId: ready.id, plan: suggestDates(ctx.now()) });
	return [
		...[faulty.id, ready.id].flatMap((id) =>
			['kontroll', 'oppna', 'oppna/sammanfattning'].map((page) => `/arbete/enkater/${id}/${page}`)
		),
		`/arbete/dialoger/${code}`,
		`/arbete/enkater/versioner/${questionnaireId}`
	];
}

test.beforeAll(async () => {
	workspace = await startWorkspace();
	addresses = await fill();
});

test.afterAll(() => workspace?.stop());

async function expectSound(page: Page): Promise<void> {
	await expectNoSidewaysScroll(page);
	await expectNoAxeViolations(page);
}

test('every page of opening is accessible by day and night, in both languages, at 320 pixels', async ({
	browser
}) => {
	const context = await browser.newContext({
		baseURL: workspace.origin,
		viewport: { width: 320, height: 640 }
	});
	const page = await context.newPage();
	await enterBy(page, await workspace.person({ name: 'Pia Publicist', role: 'publisher', placeCode }));
	for (const address of addresses) {
		await page.emulateMedia({ colorScheme: 'light' });
		expect((await page.goto(address))?.status(), address).toBe(200);
		await expectSound(page);
		await page.emulateMedia({ colorScheme: 'dark' });
		await page.goto(`/en${address}`);
		await expect(page.getByRole('main')).not.toContainText(/undefined|NaN|Invalid/);
		await expectSound(page);
	}
});

test('the form that is to be mended is accessible too, and large letters fit', async ({ browser }) => {
	const context = await browser.newContext({
		baseURL: workspace.origin,
		viewport: { width: 320, height: 640 }
	});
	const page = await context.newPage();
	await enterBy(page, await workspace.person({ name: 'Pia Publicist', role: 'publisher', placeCode }));
	await page.goto(addresses[1]!);
	await page.getByRole('button', { name: 'Spara och läs igenom' }).click();
	await expect(page.getByRole('alert')).toBeFocused();
	await expectSound(page);
	await page.setViewportSize({ width: 640, height: 900 });
	await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
	await expectSound(page);
});
