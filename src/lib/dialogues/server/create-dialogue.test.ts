import { expect, test } from 'vitest';
import { onBothEngines } from '#tests/support/context.ts';
import { definition, newDialogue } from '#tests/support/march-dialogue.ts';
import type { NewDialogue } from '../new-dialogue.ts';
import { defaultSettings } from '../settings.ts';
import { checkNewDialogue } from './check-new-dialogue.ts';
import { createDialogue, RefusedDialogueError } from './create-dialogue.ts';
import { listDialogues } from './list-dialogues.ts';
import { readDialogue, readDialogueByAddress, readDialogueByCode } from './read-dialogue.ts';

onBothEngines('a new dialogue', (createContext) => {
	test('is a draft with a code, an address and its period as moments', async () => {
		const ctx = await createContext();
		const draft = await createDialogue(ctx, await newDialogue(ctx));
		expect(draft).toMatchObject({
			state: 'draft',
			slug: 'trygg-i-saffle',
			code: expect.stringMatching(/^[1-9]\d{5}$/) as string,
			opensAt: new Date('2027-02-28T23:00:00Z'),
			closesAt: new Date('2027-03-31T22:00:00Z')
		});
		expect(await readDialogue(ctx, draft.id)).toEqual(draft);
	});

	test('keeps what is absent absent', async () => {
		const ctx = await createContext();
		const input = await newDialogue(ctx, { closesOn: null, settings: { ...defaultSettings.strict } });
		const draft = await createDialogue(ctx, input);
		expect(await readDialogue(ctx, draft.id)).toMatchObject({
			closesAt: null,
			settings: defaultSettings.strict
		});
	});

	test('is hidden until it is opened', async () => {
		const ctx = await createContext();
		const draft = await createDialogue(ctx, await newDialogue(ctx));
		await expect(readDialogueByCode(ctx, draft.code)).rejects.toMatchObject({ code: 'not-found' });
		await expect(readDialogueByAddress(ctx, draft)).rejects.toMatchObject({ code: 'not-found' });
		expect(await listDialogues(ctx, { placeCode: '1785' })).toEqual([]);
		expect(await listDialogues(ctx, { states: ['draft'] })).toEqual([draft]);
	});

	test('gets an address of its own in the place', async () => {
		const ctx = await createContext();
		const input = await newDialogue(ctx);
		const slugs = [];
		for (const placeCode of ['1785', '1785', '2034', '1785'])
			slugs.push((await createDialogue(ctx, { ...input, placeCode })).slug);
		expect(slugs).toEqual(['trygg-i-saffle', 'trygg-i-saffle-2', 'trygg-i-saffle', 'trygg-i-saffle-3']);
		expect((await createDialogue(ctx, { ...input, title: { sv: '???' } })).slug).toBe('dialog');
	});

	test('gets another code when its first is taken, and many at once get their own', async () => {
		const ctx = await createContext();
		const input = await newDialogue(ctx);
		const first = await createDialogue(ctx, input);
		const integers = [Number(first.code), 402913];
		const random = {
			...ctx.random,
			integer: (least: number, most: number) => integers.shift() ?? ctx.random.integer(least, most)
		};
		expect((await createDialogue({ ...ctx, random }, input)).code).toBe('402913');
		const many = await Promise.all(Array.from({ length: 5 }, () => createDialogue(ctx, input)));
		expect(new Set(many.map(({ slug }) => slug)).size).toBe(5);
		expect(new Set(many.map(({ code }) => code)).size).toBe(5);
	});

	test('is refused for an unknown place, questionnaire or version, and in a place that asks nobody', async () => {
		const ctx = await createContext();
		const input = await newDialogue(ctx);
		const problemsOf = async (changes: Partial<NewDialogue>) => {
			const outcome = await checkNewDialogue(ctx, { ...input, ...changes });
			return outcome.ok ? [] : outcome.problems.map(({ at, code }) => `${at} ${code}`);
		};
		expect(await problemsOf({})).toEqual([]);
		expect(await problemsOf({ placeCode: '9999' })).toEqual(['placeCode unknown']);
		expect(await problemsOf({ placeCode: 'se' })).toEqual(['placeCode unknown']);
		expect(await problemsOf({ questionnaireId: 'other' })).toEqual(['questionnaireId unknown']);
		expect(await problemsOf({ version: 2 })).toEqual(['questionnaireId unknown']);
		await expect(createDialogue(ctx, { ...input, placeCode: '9999' })).rejects.toThrow(RefusedDialogueError);
		expect(await listDialogues(ctx, { states: ['draft'] })).toEqual([]);
	});

	test('is refused when answers would be split by four background questions', async () => {
		const ctx = await createContext();
		const input = await newDialogue(ctx);
		const option = { key: 'a', text: { sv: 'A' } };
		const background = ['district', 'age', 'gender', 'group'].map((key) => ({
			key,
			text: { sv: key },
			options: [option]
		}));
		await ctx.db
			.insertInto('questionnaireVersion')
			.values({
				questionnaireId: input.questionnaireId,
				version: 2,
				definition: JSON.stringify({ ...definition, background })
			})
			.execute();
		expect(await checkNewDialogue(ctx, { ...input, version: 2 })).toMatchObject({
			ok: false,
			problems: [{ at: 'questionnaireId', code: 'too-many-dimensions' }]
		});
	});
});
