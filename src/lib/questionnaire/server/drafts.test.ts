import { expect, test } from 'vitest';
import { listEvents } from '#lib/audit/server/list-events.ts';
import { definition } from '#tests/support/builders.ts';
import { onBothEngines, type TestContext } from '#tests/support/context.ts';
import { createStaff } from '#tests/support/people.ts';
import { contentOf, emptyContent } from '../draft-content.ts';
import type { DraftChange } from '../draft-change.ts';
import type { Draft } from '../draft.ts';
import { changeDraft } from './change-draft.ts';
import { createDraft } from './create-draft.ts';
import { deleteDraft } from './delete-draft.ts';
import { noteEditor, readEditors } from './draft-editors.ts';
import { draftFromTemplate } from './draft-from-template.ts';
import { draftFromVersion } from './draft-from-version.ts';
import { listDrafts } from './list-drafts.ts';
import { listQuestionnaires } from './list-questionnaires.ts';
import { publishDraft } from './publish-draft.ts';
import { publishQuestionnaire } from './publish-questionnaire.ts';
import { readDraft } from './read-draft.ts';

const placeCode = '1785';
const foreign = '2034';

const begin = (ctx: TestContext): Promise<Draft> =>
	createDraft(ctx, { placeCode, content: contentOf(definition) });

const editor = (ctx: TestContext, name: string) => createStaff(ctx, { role: 'editor', placeCode, name });

function rename(draft: Draft, key: string, text: string): DraftChange {
	const base = draft.content.questions.find((question) => question.key === key)!;
	return { kind: 'question', key, base, next: { ...base, text: { ...base.text, sv: text } } };
}

const own = (key: string): DraftChange => ({
	kind: 'insert',
	question: { key, version: 1, kind: 'text', text: { sv: key }, options: [] }
});

const actions = async (ctx: TestContext) => (await listEvents(ctx, {})).events.map(({ action }) => action);

onBothEngines('a draft', (createContext) => {
	test('is read back as it was begun, and listed with who changed it last', async () => {
		const ctx = await createContext();
		const kim = await editor(ctx, 'Kim Exempel');
		const draft = await begin(kim.ctx);
		expect(draft).toMatchObject({ placeCode, questionnaireId: null, revision: 1, changedBy: 'Kim Exempel' });
		expect(await readDraft(ctx, draft.id)).toEqual(draft);
		expect(await listDrafts(kim.ctx, placeCode)).toEqual([
			{
				...{ id: draft.id, placeCode, questionnaireId: null, title: 'Tryggt i Säffle' },
				...{ changedAt: ctx.now(), changedBy: 'Kim Exempel' }
			}
		]);
		expect(await listDrafts(ctx, foreign)).toEqual([]);
	});

	test('is changed one revision at a time, by whom and when', async () => {
		const ctx = await createContext();
		const kim = await editor(ctx, 'Kim Exempel');
		const draft = await begin(ctx);
		expect(draft.changedBy).toBe('system');
		ctx.setNow('2027-03-02T08:00:00Z');
		const changed = await changeDraft({ ...kim.ctx, now: ctx.now }, { id: draft.id, change: own('own_1') });
		expect(changed).toMatchObject({
			ok: true,
			draft: { revision: 2, changedBy: 'Kim Exempel', changedAt: new Date('2027-03-02T08:00:00Z') }
		});
		expect(await readDraft(ctx, draft.id)).toEqual(changed.draft);
	});

	test('that nothing was changed in keeps its revision', async () => {
		const ctx = await createContext();
		const draft = await begin(ctx);
		const change: DraftChange = { kind: 'move', key: 'words', index: 3 };
		expect(await changeDraft(ctx, { id: draft.id, change })).toEqual({ ok: true, draft, notes: [] });
	});

	test('gives a conflict back with both texts, makes the rest of the change, and loses neither', async () => {
		const ctx = await createContext();
		const draft = await begin(ctx);
		await changeDraft(ctx, { id: draft.id, change: rename(draft, 'problems', 'Första') });
		const second = rename(draft, 'problems', 'Andra') as DraftChange & { kind: 'question' };
		const change = { ...second, next: { ...second.next, max: 3 } };
		const changed = await changeDraft(ctx, { id: draft.id, change });
		expect(changed).toMatchObject({
			ok: false,
			problems: [],
			conflicts: [{ at: 'questions.problems.text.sv', yours: 'Andra', theirs: 'Första' }]
		});
		const stored = await readDraft(ctx, draft.id);
		expect(stored).toEqual(changed.draft);
		expect(stored.content.questions[1]).toMatchObject({ text: { sv: 'Första' }, max: 3 });
	});

	test('changed by two people twenty times at once loses nothing', async () => {
		const ctx = await createContext();
		const people = [await editor(ctx, 'Kim Exempel'), await editor(ctx, 'Robin Exempel')];
		const draft = await begin(ctx);
		const changes = Array.from({ length: 20 }, (_, number) => {
			const key = ['lighting', 'problems', 'priority', 'words'][number % 4]!;
			if (number % 2 === 1) return own(`own_${number}`);
			const base = draft.content.questions.find((question) => question.key === key)!;
			const next = {
				...base,
				text: { ...base.text, [['sv', 'en', 'fi', 'so', 'ar'][number >> 2]!]: `${number}` }
			};
			return { kind: 'question' as const, key, base, next };
		});
		const made = await Promise.all(
			changes.map((change, number) => changeDraft(people[number % 2]!.ctx, { id: draft.id, change }))
		);
		expect(made.map(({ ok }) => ok)).toEqual(Array(20).fill(true));
		const { revision, content } = await readDraft(ctx, draft.id);
		expect(revision).toBe(21);
		expect(content.questions).toHaveLength(14);
		for (const change of changes)
			if (change.kind === 'question')
				expect(content.questions.find(({ key }) => key === change.key)?.text).toMatchObject(
					Object.fromEntries(Object.entries(change.next.text).filter(([, text]) => /^\d+$/.test(text)))
				);
	});

	test('never grows out of its form', async () => {
		const ctx = await createContext();
		const questions = Array.from({ length: 200 }, (_, number) => ({
			...definition.questions[3]!,
			key: `words_${number}`
		}));
		const draft = await createDraft(ctx, { placeCode, content: { ...emptyContent(), questions } });
		expect(await changeDraft(ctx, { id: draft.id, change: own('own_1') })).toEqual({
			...{ ok: false, draft, notes: [], conflicts: [] },
			problems: [expect.objectContaining({ at: 'questions', code: 'too-many' })]
		});
		await expect(
			createDraft(ctx, { placeCode, content: { ...emptyContent(), source: 'en' } })
		).rejects.toThrow('source');
	});

	test('is logged when it is begun and deleted, and when changed once per person and half hour', async () => {
		const ctx = await createContext();
		const [kim, robin] = [await editor(ctx, 'Kim Exempel'), await editor(ctx, 'Robin Exempel')];
		const draft = await begin(ctx);
		const change = (who: typeof kim, key: string) =>
			changeDraft({ ...who.ctx, now: ctx.now }, { id: draft.id, change: own(key) });
		for (const key of ['own_1', 'own_2', 'own_3']) await change(kim, key);
		await change(robin, 'own_4');
		ctx.setNow('2027-03-01T12:29:59Z');
		await change(kim, 'own_5');
		await noteEditor({ ...robin.ctx, now: ctx.now }, draft.id);
		ctx.setNow('2027-03-01T12:30:00Z');
		await change(kim, 'own_6');
		await deleteDraft(ctx, draft.id);
		expect((await actions(ctx)).filter((action) => action.startsWith('draft.'))).toEqual([
			'draft.deleted',
			'draft.changed',
			'draft.changed',
			'draft.changed',
			'draft.created'
		]);
	});

	test('that is deleted is gone, with who was in it', async () => {
		const ctx = await createContext();
		const kim = await editor(ctx, 'Kim Exempel');
		const draft = await begin(ctx);
		await noteEditor(kim.ctx, draft.id);
		await deleteDraft(kim.ctx, draft.id);
		await expect(readDraft(ctx, draft.id)).rejects.toMatchObject({ code: 'not-found' });
		await expect(deleteDraft(ctx, draft.id)).rejects.toMatchObject({ code: 'not-found' });
		expect(await ctx.db.selectFrom('draftEditor').select('draftId').execute()).toEqual([]);
	});

	test('of another place, or for somebody who may not edit, is not there', async () => {
		const ctx = await createContext();
		const draft = await begin(ctx);
		const { questionnaireId } = await publishQuestionnaire(ctx, { placeCode, definition });
		const outside = [
			await createStaff(ctx, { role: 'administrator', placeCode: foreign }),
			await createStaff(ctx, { role: 'facilitator', placeCode })
		].map((staff) => staff.ctx);
		for (const other of [...outside, { ...ctx, actor: { kind: 'visitor' as const } }])
			for (const attempt of [
				() => readDraft(other, draft.id),
				() => listDrafts(other, placeCode),
				() => listQuestionnaires(other, placeCode),
				() => createDraft(other, { placeCode, content: emptyContent() }),
				() => draftFromTemplate(other, { placeCode, template: 'K3' }),
				() => draftFromVersion(other, { placeCode, questionnaireId, version: 1, asNext: true }),
				() => draftFromVersion(other, { placeCode: foreign, questionnaireId, version: 1, asNext: false }),
				() => changeDraft(other, { id: draft.id, change: own('own_1') }),
				() => noteEditor(other, draft.id),
				() => readEditors(other, draft.id),
				() => publishDraft(other, { draftId: draft.id }),
				() => deleteDraft(other, draft.id)
			])
				await expect(attempt()).rejects.toMatchObject({ code: 'not-found' });
		expect(await readDraft(ctx, draft.id)).toEqual(draft);
		await expect(readDraft(ctx, 'nothing')).rejects.toMatchObject({ code: 'not-found' });
	});
});

onBothEngines('who is in a draft', (createContext) => {
	test('are the others who were seen within thirty seconds', async () => {
		const ctx = await createContext();
		const [kim, robin] = [await editor(ctx, 'Kim Exempel'), await editor(ctx, 'Robin Exempel')];
		const draft = await begin(ctx);
		const names = async (who: typeof kim) =>
			(await readEditors({ ...who.ctx, now: ctx.now }, draft.id)).map(({ name }) => name);
		await noteEditor(kim.ctx, draft.id);
		await noteEditor(kim.ctx, draft.id);
		expect(await names(kim)).toEqual([]);
		expect(await names(robin)).toEqual(['Kim Exempel']);
		ctx.setNow('2027-03-01T12:00:30Z');
		await changeDraft({ ...robin.ctx, now: ctx.now }, { id: draft.id, change: own('own_1') });
		expect(await names(robin)).toEqual(['Kim Exempel']);
		ctx.setNow('2027-03-01T12:00:31Z');
		expect(await names(robin)).toEqual([]);
		expect(await names(kim)).toEqual(['Robin Exempel']);
	});

	test('are forgotten after half an hour', async () => {
		const ctx = await createContext();
		const [kim, robin] = [await editor(ctx, 'Kim Exempel'), await editor(ctx, 'Robin Exempel')];
		const draft = await begin(ctx);
		await noteEditor(kim.ctx, draft.id);
		ctx.setNow('2027-03-01T12:30:01Z');
		await noteEditor({ ...robin.ctx, now: ctx.now }, draft.id);
		expect(await ctx.db.selectFrom('draftEditor').select('personId').execute()).toEqual([
			{ personId: robin.personId }
		]);
	});
});
