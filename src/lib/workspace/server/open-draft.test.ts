import { expect, test } from 'vitest';
import { recordRehearsal } from '#lib/answers/server/record-rehearsal.ts';
import { listEvents } from '#lib/audit/server/list-events.ts';
import { suggestDates } from '#lib/dialogues/plan-suggestion.ts';
import { closeDialogue } from '#lib/dialogues/server/close-dialogue.ts';
import { listDialogues } from '#lib/dialogues/server/list-dialogues.ts';
import { readPlan } from '#lib/dialogues/server/read-plan.ts';
import { savePlan } from '#lib/dialogues/server/save-plan.ts';
import type { TemplateName } from '#lib/questionnaire/bank/templates.ts';
import { changeDraft } from '#lib/questionnaire/server/change-draft.ts';
import { draftFromTemplate } from '#lib/questionnaire/server/draft-from-template.ts';
import { draftFromVersion } from '#lib/questionnaire/server/draft-from-version.ts';
import { readDraft } from '#lib/questionnaire/server/read-draft.ts';
import { readQuestionnaire } from '#lib/questionnaire/server/read-questionnaire.ts';
import { onBothEngines, reopen, type TestContext } from '#tests/support/context.ts';
import { asked } from '#tests/support/faulty-drafts.ts';
import { createStaff } from '#tests/support/people.ts';
import { findingsOf, sortFindings } from '../draft-check.ts';
import { letFindingPass, mendFinding } from './mend-finding.ts';
import { openDraft, readOpened, stampOf } from './open-draft.ts';
import { readOpening } from './read-opening.ts';

const placeCode = '1785';

/** A draft from a template with the dates that are suggested. */
async function planned(ctx: TestContext, template: TemplateName = 'S8'): Promise<string> {
	const { id } = await draftFromTemplate(ctx, { placeCode, template });
	await savePlan(ctx, { draftId: id, plan: suggestDates(ctx.now()) });
	return id;
}

const seenIn = async (ctx: TestContext, draftId: string) => stampOf(await readOpening(ctx, draftId));
const press = async (ctx: TestContext, draftId: string) =>
	openDraft(ctx, { draftId, seen: await seenIn(ctx, draftId) });
const blocksOf = async (ctx: TestContext, draftId: string) =>
	sortFindings(findingsOf(await readOpening(ctx, draftId), ctx.now())).blocks;

onBothEngines('opening a draft', (createContext) => {
	test('makes the dialogue of its plan, and the draft and the plan are gone', async () => {
		const created = await createContext();
		const { ctx } = await createStaff(created, { role: 'publisher', placeCode });
		const id = await planned(created);
		const opened = await press(ctx as TestContext, id);
		expect(opened).toMatchObject({
			ok: true,
			dialogue: {
				id,
				state: 'open',
				slug: 'hur-trygg-ar-du-dar-du-bor',
				kind: 'citizen',
				title: { sv: 'Hur trygg är du där du bor?', en: 'How safe are you where you live?' },
				languages: ['sv', 'en'],
				channels: ['web'],
				resultsDueOn: '2027-04-12',
				pledgesDueOn: '2027-05-29',
				settings: { crowd: 10, insiders: 3, freshness: 0.25 },
				entry: 'open'
			}
		});
		await expect(readDraft(ctx, id)).rejects.toMatchObject({ code: 'not-found' });
		expect(await created.db.selectFrom('dialoguePlan').select('draftId').execute()).toEqual([]);
		const { events } = await listEvents(created, { personId: ctx.actor.personId });
		expect(events.slice(0, 4).map(({ action }) => action)).toEqual([
			'draft.deleted',
			'dialogue.opened',
			'dialogue.created',
			'questionnaire.published'
		]);
	});

	test('takes away what was rehearsed, and counts none of it', async () => {
		const ctx = await createContext();
		const id = await planned(ctx);
		const rehearsed = { draft: { id }, key: 'A'.repeat(22), answers: { safe_overall: '1' }, background: {} };
		expect(await recordRehearsal(ctx, rehearsed)).toMatchObject({ ok: true });
		const opened = await press(ctx, id);
		expect(await ctx.db.selectFrom('rehearsalSheet').selectAll().execute()).toEqual([]);
		expect(await ctx.db.selectFrom('pending').select('id').execute()).toEqual([]);
		expect(opened).toMatchObject({ ok: true });
	});

	test('is scheduled when the first day is still to come', async () => {
		const ctx = await createContext();
		const id = await planned(ctx);
		await savePlan(ctx, { draftId: id, plan: { opensOn: '2027-03-10' } });
		expect(await press(ctx, id)).toMatchObject({ ok: true, dialogue: { state: 'scheduled' } });
	});

	test('pressed many times at once opens one dialogue, and everybody gets it', async () => {
		const ctx = await createContext();
		const id = await planned(ctx);
		const seen = await seenIn(ctx, id);
		// Two connections of one process would wait for each other on SQLite.
		const isPostgres = ctx.location.startsWith('postgres');
		const other = isPostgres ? reopen(ctx) : ctx.db;
		const pressed = await Promise.all(
			Array.from({ length: 8 }, (_, index) =>
				openDraft(index % 2 ? ctx : { ...ctx, db: other }, { draftId: id, seen })
			)
		);
		if (isPostgres) await other.destroy();
		expect(pressed.map((one) => one.ok && one.dialogue.id)).toEqual(Array(8).fill(id));
		expect(await listDialogues(ctx)).toHaveLength(1);
		expect(await openDraft(ctx, { draftId: id, seen: 'whatever' })).toMatchObject({ ok: true });
		expect(await readOpened(ctx, id)).toMatchObject({ id });
	});

	test('is for publishers; others find nothing', async () => {
		const created = await createContext();
		const id = await planned(created);
		const seen = await seenIn(created, id);
		for (const [role, place] of [
			['editor', placeCode],
			['reader', placeCode],
			['publisher', '1780']
		] as const) {
			const { ctx } = await createStaff(created, { role, placeCode: place });
			await expect(openDraft(ctx, { draftId: id, seen })).rejects.toMatchObject({ code: 'not-found' });
		}
		expect(await listDialogues(created)).toEqual([]);
		await press(created, id);
		const { ctx: neighbour } = await createStaff(created, { role: 'publisher', placeCode: '1780' });
		await expect(openDraft(neighbour, { draftId: id, seen })).rejects.toMatchObject({ code: 'not-found' });
		expect(await readOpened(neighbour, id)).toBeUndefined();
	});

	test('waits when somebody has changed the draft or its plan since the summary was read', async () => {
		const ctx = await createContext();
		const id = await planned(ctx);
		const seen = await seenIn(ctx, id);
		await changeDraft(ctx, { id, change: { kind: 'remove', key: 'free' } });
		expect(await openDraft(ctx, { draftId: id, seen })).toEqual({ ok: false, why: 'changed' });
		const again = await seenIn(ctx, id);
		await savePlan(ctx, { draftId: id, plan: { resultsDueOn: '2027-04-13' } });
		expect(await openDraft(ctx, { draftId: id, seen: again })).toEqual({ ok: false, why: 'changed' });
		expect(await press(ctx, id)).toMatchObject({ ok: true });
	});

	test('is stopped by what is to be mended, and nothing is left behind', async () => {
		const ctx = await createContext();
		const { id } = await draftFromTemplate(ctx, { placeCode, template: 'S8' });
		expect(await press(ctx, id)).toEqual({ ok: false, why: 'blocked' });
		expect(await listDialogues(ctx)).toEqual([]);
		expect(await ctx.db.selectFrom('questionnaire').select('id').execute()).toEqual([]);
	});

	test('is as far as the mends of a few presses, from any template', async () => {
		const ctx = await createContext();
		for (const template of ['K3', 'S8', 'L', 'U', 'M', 'F'] as const) {
			const { id } = await draftFromTemplate(ctx, { placeCode, template });
			for (let presses = 0; presses < 5; presses++) {
				const [block] = await blocksOf(ctx, id);
				if (!block) break;
				const mend = block.mends.find(({ kind }) => kind === 'change' || kind === 'plan')!;
				const name = 'name' in mend ? mend.name : '';
				const finding = `${block.code} ${block.at}`;
				expect(await mendFinding(ctx, { draftId: id, finding, mend: name })).toBe(true);
			}
			expect(await press(ctx, id), template).toMatchObject({ ok: true });
		}
		expect(await listDialogues(ctx)).toHaveLength(6);
	});
});

onBothEngines('what is opened', (createContext) => {
	test('never changes: the next version is a draft of its own, and a changed scale is told', async () => {
		const ctx = await createContext();
		const first = await press(ctx, await planned(ctx, 'K3'));
		if (!first.ok) throw new Error(first.why);
		const { questionnaireId, version } = first.dialogue;
		const was = await readQuestionnaire(ctx, first.dialogue);
		const { id, content } = await draftFromVersion(ctx, {
			placeCode,
			questionnaireId,
			version,
			asNext: true
		});
		const base = content.questions[0]!;
		const next = { ...base, options: base.options.filter(({ key }) => key !== '2') };
		await changeDraft(ctx, { id, change: { kind: 'question', key: base.key, base, next } });
		await closeDialogue(ctx, first.dialogue.id);
		ctx.setNow('2028-03-01T12:00:00Z');
		await savePlan(ctx, { draftId: id, plan: suggestDates(ctx.now()) });
		const findings = findingsOf(await readOpening(ctx, id), ctx.now());
		expect(findings).toMatchObject([{ code: 'scale-changed', values: { number: 1, year: '2027' } }]);
		const second = await press(ctx, id);
		expect(second).toMatchObject({ ok: true, dialogue: { questionnaireId, version: 2 } });
		expect(await readQuestionnaire(ctx, { questionnaireId, version: 1 })).toEqual(was);
		const now = await readQuestionnaire(ctx, { questionnaireId, version: 2 });
		expect(now.questions.map(({ version: of }) => of)).toEqual([2, 1, 1]);
	});

	test('says in the log what somebody let pass', async () => {
		const ctx = await createContext();
		const id = await planned(ctx, 'K3');
		const question = asked({ key: 'police', text: { sv: 'Är polisen synlig och tillgänglig?' } });
		const en = { ...question, text: { ...question.text, en: 'Are the police visible and accessible?' } };
		en.options = en.options.map((option) => ({ ...option, text: { ...option.text, en: option.key } }));
		await changeDraft(ctx, { id, change: { kind: 'insert', question: en } });
		const [block] = await blocksOf(ctx, id);
		expect(block).toMatchObject({ code: 'two-in-one', question: 'police' });
		const named = { draftId: id, finding: 'two-in-one questions.police.text' };
		expect(await letFindingPass(ctx, { ...named, passes: true })).toBe(true);
		expect(await blocksOf(ctx, id)).toEqual([]);
		await letFindingPass(ctx, { ...named, passes: false });
		expect(await blocksOf(ctx, id)).toHaveLength(1);
		await letFindingPass(ctx, { ...named, passes: true });
		expect(await press(ctx, id)).toMatchObject({ ok: true });
		const { events } = await listEvents(ctx, { action: 'dialogue.created' });
		expect(events[0]!.after).toMatchObject({ letPass: ['two-in-one police'] });
	});

	test('was mended only where there was something to mend', async () => {
		const ctx = await createContext();
		const id = await planned(ctx);
		const mend = (finding: string, name: string) => mendFinding(ctx, { draftId: id, finding, mend: name });
		expect(await mend('no-dates closesOn', 'use-dates')).toBe(false);
		expect(await mend('whatever', 'use-dates')).toBe(false);
		expect(await letFindingPass(ctx, { draftId: id, finding: 'no-dates closesOn', passes: true })).toBe(
			false
		);
		expect(await readPlan(ctx, id)).toMatchObject(suggestDates(ctx.now()));
	});
});
