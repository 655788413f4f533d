import { expect, test } from 'vitest';
import { listDistricts } from '#lib/places/server/list-districts.ts';
import { definition } from '#tests/support/builders.ts';
import { onBothEngines, type TestContext } from '#tests/support/context.ts';
import { contentOf, definitionOf, emptyContent } from '../draft-content.ts';
import type { Draft } from '../draft.ts';
import { changeDraft } from './change-draft.ts';
import { createDraft } from './create-draft.ts';
import { deleteDraftIn } from './delete-draft.ts';
import { draftFromTemplate } from './draft-from-template.ts';
import { draftFromVersion } from './draft-from-version.ts';
import { listDrafts } from './list-drafts.ts';
import { listQuestionnaires } from './list-questionnaires.ts';
import { publishDraft, publishDraftIn } from './publish-draft.ts';
import { publishQuestionnaire } from './publish-questionnaire.ts';
import { readQuestionnaire } from './read-questionnaire.ts';

const placeCode = '1785';
const foreign = '2034';

const begin = (ctx: TestContext): Promise<Draft> =>
	createDraft(ctx, { placeCode, content: contentOf(definition) });

onBothEngines('a draft is begun', (createContext) => {
	test('from a template, with the districts of the place under keys of their own', async () => {
		const ctx = await createContext();
		const draft = await draftFromTemplate(ctx, { placeCode, template: 'S8' });
		const [district] = draft.content.background;
		const districts = await listDistricts(ctx, placeCode);
		expect(districts.length).toBeGreaterThan(2);
		expect(district?.options.slice(0, -1).map(({ text }) => text)).toEqual(
			districts.map(({ name }) => ({ sv: name, en: name }))
		);
		expect(district?.options[0]?.key).toMatch(/^1785r\d+$/);
		expect(draft.content.languages).toEqual(['sv', 'en']);
		expect(await publishDraft(ctx, { draftId: draft.id })).toMatchObject({ ok: true });
	});

	test('from a template in a place without districts, without the questions about places', async () => {
		const ctx = await createContext();
		const { content } = await draftFromTemplate(ctx, { placeCode: 'lpo-arvika', template: 'S8' });
		expect(content.questions.filter(({ kind }) => kind === 'place')).toEqual([]);
	});

	test('from a version, as the next of it or as a questionnaire of its own', async () => {
		const ctx = await createContext();
		const { questionnaireId } = await publishQuestionnaire(ctx, { placeCode, definition });
		const input = { placeCode, questionnaireId, version: 1 };
		const next = await draftFromVersion(ctx, { ...input, asNext: true });
		expect(next).toMatchObject({ questionnaireId });
		expect(definitionOf(next.content)).toEqual(definition);
		expect(await draftFromVersion(ctx, { ...input, asNext: false })).toMatchObject({ questionnaireId: null });
		const elsewhere = { ...input, placeCode: foreign };
		expect(await draftFromVersion(ctx, { ...elsewhere, asNext: false })).toMatchObject({
			placeCode: foreign
		});
		for (const wrong of [
			{ ...elsewhere, asNext: true },
			{ ...input, version: 2, asNext: true },
			{ ...input, questionnaireId: 'nothing', asNext: false }
		])
			await expect(draftFromVersion(ctx, wrong)).rejects.toMatchObject({ code: 'not-found' });
	});
});

onBothEngines('a draft is published', (createContext) => {
	test('as a new questionnaire, and what was begun from that as its next version', async () => {
		const ctx = await createContext();
		const first = await begin(ctx);
		const published = await publishDraft(ctx, { draftId: first.id });
		if (!published.ok) throw new Error('refused');
		const { questionnaireId } = published.value;
		const next = await draftFromVersion(ctx, { placeCode, questionnaireId, version: 1, asNext: true });
		const base = next.content.questions[0]!;
		const shorter = { ...base, options: base.options.slice(0, 2) };
		await changeDraft(ctx, {
			id: next.id,
			change: { kind: 'question', key: 'lighting', base, next: shorter }
		});
		expect(await publishDraft(ctx, { draftId: next.id })).toEqual({
			ok: true,
			value: { questionnaireId, version: 2 }
		});
		const second = await readQuestionnaire(ctx, { questionnaireId, version: 2 });
		expect(second.questions.map(({ version }) => version)).toEqual([2, 1, 1, 1]);
		expect(await listQuestionnaires(ctx, placeCode)).toEqual([
			{ questionnaireId, title: 'Tryggt i Säffle', version: 2 }
		]);
		expect(await listDrafts(ctx, placeCode)).toHaveLength(2);
	});

	test('only when it keeps the rules; else nothing is there and the problems come back', async () => {
		const ctx = await createContext();
		const draft = await createDraft(ctx, { placeCode, content: emptyContent() });
		expect(await publishDraft(ctx, { draftId: draft.id })).toMatchObject({
			ok: false,
			problems: [{ at: 'title.sv', code: 'missing-source-text' }, { at: 'questions' }]
		});
		expect(await listQuestionnaires(ctx, placeCode)).toEqual([]);
	});

	test('and deleted in one transaction; a change at the same time is in it or is refused, never lost', async () => {
		const ctx = await createContext();
		for (let round = 0; round < 5; round++) {
			const draft = await begin(ctx);
			const change = { kind: 'remove' as const, key: 'words' };
			const [published, changed] = await Promise.allSettled([
				ctx.db.transaction().execute(async (trx) => {
					const outcome = await publishDraftIn(trx, ctx, { draftId: draft.id });
					await deleteDraftIn(trx, ctx, draft.id);
					return outcome;
				}),
				changeDraft(ctx, { id: draft.id, change })
			]);
			if (published.status === 'rejected' || !published.value.ok) throw new Error('refused');
			const { questions } = await readQuestionnaire(ctx, published.value.value);
			expect(questions).toHaveLength(changed.status === 'fulfilled' ? 3 : 4);
			if (changed.status === 'rejected') expect(changed.reason).toMatchObject({ code: 'not-found' });
		}
		expect(await listDrafts(ctx, placeCode)).toEqual([]);
	});
});
