import { expect, test } from 'vitest';
import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import type { DraftChange } from '#lib/questionnaire/draft-change.ts';
import { changeDraft } from '#lib/questionnaire/server/change-draft.ts';
import { draftFromVersion } from '#lib/questionnaire/server/draft-from-version.ts';
import { publishDraft } from '#lib/questionnaire/server/publish-draft.ts';
import { readQuestionnaire } from '#lib/questionnaire/server/read-questionnaire.ts';
import { sealDialogue } from '#lib/sealing/server/seal-dialogue.ts';
import { answerOnce, definition, mustBeOk, openTestDialogue } from '#tests/support/builders.ts';
import { onBothEngines, reopen, type TestContext } from '#tests/support/context.ts';
import { readResults } from './read-results.ts';

const placeCode = '1785';
const [lighting] = definition.questions;

const renamedOption: DraftChange = {
	...{ kind: 'question', key: 'lighting', base: lighting! },
	next: {
		...lighting!,
		options: lighting!.options.with(0, { key: 'yes', text: { sv: 'Absolut', en: 'Absolutely' } })
	}
};
const withoutTranslation: DraftChange = { kind: 'languages', languages: ['sv'], source: 'sv' };
const otherSource: DraftChange[] = [
	{ kind: 'languages', languages: ['sv', 'en'], source: 'en' },
	{
		...{ kind: 'translate', language: 'en', base: { title: definition.title.en! } },
		next: { title: 'Safe and sound' }
	}
];

/** Opens a dialogue, lets thirty answer it and seals them. */
async function answered(ctx: TestContext): Promise<Dialogue> {
	const dialogue = await openTestDialogue(ctx);
	for (let number = 0; number < 30; number++) {
		const answers = {
			lighting: number % 3 === 0 ? 'yes' : 'no',
			problems: number % 2 === 0 ? ['traffic', 'litter'] : ['none'],
			priority: ['light', 'police']
		};
		await mustBeOk(answerOnce(ctx, dialogue, { answers, background: { district: 'north' } }));
	}
	await sealDialogue(ctx, dialogue.id);
	return dialogue;
}

async function publishNext(ctx: TestContext, questionnaireId: string, changes: DraftChange[]) {
	const draft = await draftFromVersion(ctx, { placeCode, questionnaireId, version: 1, asNext: true });
	for (const change of changes)
		expect(await changeDraft(ctx, { id: draft.id, change })).toMatchObject({ ok: true });
	return readQuestionnaire(ctx, await mustBeOk(publishDraft(ctx, { draftId: draft.id })));
}

/** Everything that is stored and shown of a dialogue, read afresh, as text. */
async function everythingOf(ctx: TestContext, dialogue: Dialogue): Promise<string> {
	const db = reopen(ctx);
	const fresh = { ...ctx, db };
	const shown = [];
	for (const language of ['sv', 'en'] as const)
		for (const filter of [{}, { district: ['north'] }])
			shown.push(await readResults(fresh, { dialogue, filter, language }));
	const stored = [];
	for (const table of ['pending', 'sheet', 'block', 'blockHistogram', 'published'] as const)
		stored.push((await db.selectFrom(table).selectAll().execute()).map((row) => JSON.stringify(row)).sort());
	await db.destroy();
	return JSON.stringify([shown, stored]);
}

onBothEngines('answers to the first version, and their results,', (createContext) => {
	test('stay as they are to the byte when an option is renamed, a language removed, the source swapped', async () => {
		const ctx = await createContext();
		const dialogue = await answered(ctx);
		const { questionnaireId } = dialogue;
		const before = await everythingOf(ctx, dialogue);
		expect(before).toMatch(/"n":(1[5-9]|2\d|30)/);

		const renamed = await publishNext(ctx, questionnaireId, [renamedOption]);
		expect(renamed.questions[0]).toMatchObject({
			version: 2,
			options: [{ text: { sv: 'Absolut' } }, {}, {}]
		});
		expect(await everythingOf(ctx, dialogue)).toBe(before);

		const swedish = await publishNext(ctx, questionnaireId, [withoutTranslation]);
		expect(JSON.stringify(swedish)).not.toContain('"en"');
		expect(await everythingOf(ctx, dialogue)).toBe(before);

		const swapped = await publishNext(ctx, questionnaireId, otherSource);
		expect(swapped.title).toEqual({ sv: definition.title.sv, en: 'Safe and sound' });
		expect(await everythingOf(ctx, dialogue)).toBe(before);

		const first = { questionnaireId, version: 1 };
		expect(await readQuestionnaire({ db: ctx.db }, first)).toEqual(definition);
		expect(await answerOnce(ctx, dialogue, { answers: { lighting: 'yes' } })).toMatchObject({ ok: true });
	});
});
