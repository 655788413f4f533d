import { expect, test } from 'vitest';
import type { Context } from '#lib/server/context.ts';
import { onBothEngines } from '#tests/support/context.ts';
import { template } from '../bank/templates.ts';
import type { QuestionnaireDefinition } from '../question.ts';
import { publishQuestionnaire, RefusedDefinitionError } from './publish-questionnaire.ts';
import { publishVersion } from './publish-version.ts';
import { readQuestionnaire } from './read-questionnaire.ts';

const placeCode = '1785';
const short = () => template('S8', { areas: [{ key: 'centrum', text: { sv: 'Centrum' } }] });

function withoutLastOption(definition: QuestionnaireDefinition, version: number): QuestionnaireDefinition {
	const changed = structuredClone(definition);
	changed.title = { sv: 'Ny rubrik' };
	changed.questions[0]!.options.pop();
	changed.questions[0]!.version = version;
	return changed;
}

const titleOf = (ctx: Context, id: string) =>
	ctx.db.selectFrom('questionnaire').select('title').where('id', '=', id).executeTakeFirst();

onBothEngines('a questionnaire', (createContext) => {
	test('is published and read back as it was', async () => {
		const ctx = await createContext();
		const published = await publishQuestionnaire(ctx, { placeCode, definition: short() });
		expect(published.version).toBe(1);
		expect(await readQuestionnaire(ctx, published)).toEqual(short());
	});

	test('gets a new version while the first stays as it was', async () => {
		const ctx = await createContext();
		const first = await publishQuestionnaire(ctx, { placeCode, definition: short() });
		const definition = withoutLastOption(short(), 2);
		const { questionnaireId } = first;
		const second = await publishQuestionnaire(ctx, { placeCode, definition, questionnaireId });
		expect(second).toEqual({ questionnaireId, version: 2 });
		expect(await readQuestionnaire(ctx, first)).toEqual(short());
		expect(await readQuestionnaire(ctx, second)).toEqual(definition);
		expect(await titleOf(ctx, questionnaireId)).toEqual({ title: 'Ny rubrik' });
	});

	test('with a changed scale under the same version number is refused and leaves nothing behind', async () => {
		const ctx = await createContext();
		const { questionnaireId } = await publishQuestionnaire(ctx, { placeCode, definition: short() });
		const definition = withoutLastOption(short(), 1);
		expect(await publishVersion(ctx, { placeCode, definition, questionnaireId })).toEqual({
			ok: false,
			problems: [expect.objectContaining({ at: 'questions.0.version', code: 'version-not-raised' })]
		});
		expect(await titleOf(ctx, questionnaireId)).toEqual({ title: short().title.sv });
		await expect(readQuestionnaire(ctx, { questionnaireId, version: 2 })).rejects.toMatchObject({
			code: 'not-found'
		});
	});

	test('that breaks a rule is refused with its problems', async () => {
		const ctx = await createContext();
		const definition = { ...short(), questions: [] };
		expect(await publishVersion(ctx, { placeCode, definition })).toMatchObject({
			ok: false,
			problems: [{ at: 'questions' }]
		});
		await expect(publishQuestionnaire(ctx, { placeCode, definition })).rejects.toThrow(
			RefusedDefinitionError
		);
		expect(await ctx.db.selectFrom('questionnaire').select('id').execute()).toEqual([]);
	});

	test('of an unknown place, or of another place, is not found', async () => {
		const ctx = await createContext();
		const definition = short();
		const { questionnaireId } = await publishQuestionnaire(ctx, { placeCode, definition });
		for (const input of [
			{ placeCode: '9999', definition },
			{ placeCode: '2034', definition, questionnaireId },
			{ placeCode, definition, questionnaireId: 'unknown' }
		])
			await expect(publishVersion(ctx, input)).rejects.toMatchObject({ code: 'not-found' });
	});

	test('published by many at once gets each version once', async () => {
		const ctx = await createContext();
		const definition = short();
		const { questionnaireId } = await publishQuestionnaire(ctx, { placeCode, definition });
		const published = await Promise.all(
			Array.from({ length: 8 }, () => publishQuestionnaire(ctx, { placeCode, definition, questionnaireId }))
		);
		expect(published.map(({ version }) => version).sort()).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
	});

	test('once published can neither be changed nor deleted, the database says', async () => {
		const ctx = await createContext();
		const { questionnaireId } = await publishQuestionnaire(ctx, { placeCode, definition: short() });
		const refusal = 'a published version never changes';
		await expect(
			ctx.db
				.updateTable('questionnaireVersion')
				.set({ definition: '{}' })
				.where('questionnaireId', '=', questionnaireId)
				.execute()
		).rejects.toThrow(refusal);
		await expect(ctx.db.deleteFrom('questionnaireVersion').execute()).rejects.toThrow(refusal);
		expect(await readQuestionnaire(ctx, { questionnaireId, version: 1 })).toEqual(short());
	});

	test('is read from the database once, shared and cannot be changed by a reader', async () => {
		const ctx = await createContext();
		const published = await publishQuestionnaire(ctx, { placeCode, definition: short() });
		const read = await readQuestionnaire(ctx, published);
		expect(await readQuestionnaire({ db: ctx.db }, published)).toBe(read);
		expect(() => read.questions[0]!.options.pop()).toThrow(TypeError);
	});

	test('is kept in memory for one database only', async () => {
		const ctx = await createContext();
		const another = await createContext();
		const published = await publishQuestionnaire(ctx, { placeCode, definition: short() });
		await readQuestionnaire(ctx, published);
		await expect(readQuestionnaire(another, published)).rejects.toMatchObject({ code: 'not-found' });
	});
});
