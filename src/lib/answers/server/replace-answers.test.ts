import { expect, test } from 'vitest';
import { closePartIn, forgetParts } from '#lib/dialogues/server/open-part.ts';
import { readDialogue } from '#lib/dialogues/server/read-dialogue.ts';
import { readResults } from '#lib/results/server/read-results.ts';
import { closeAndSeal } from '#lib/sealing/server/close-and-seal.ts';
import { recountDialogue } from '#lib/sealing/server/recount-dialogue.ts';
import { randomId } from '#lib/server/random.ts';
import { answerOnce, definition, lighting, mustBeOk, openTestDialogue } from '#tests/support/builders.ts';
import { onBothEngines } from '#tests/support/context.ts';
import { readAnswerState, replaceAnswers } from './replace-answers.ts';

const oneQuestion = { ...definition, questions: [lighting] };

onBothEngines('changing an answer', (createContext) => {
	test('replaces the sheet that waits, again and again and at the same time, and it counts once', async () => {
		const ctx = await createContext();
		const dialogue = await openTestDialogue(ctx, { definition: oneQuestion });
		const keys = Array.from({ length: 12 }, () => randomId(ctx.random));
		for (const key of keys)
			await answerOnce(ctx, dialogue, {
				key,
				answers: { lighting: 'yes' },
				background: { district: 'north' }
			});
		const change = (key: string, value: string) =>
			replaceAnswers(ctx, { dialogue, key, channel: 'web', answers: { lighting: value } });
		expect(await readAnswerState(ctx, dialogue, keys[0]!)).toBe('saved');
		expect(await mustBeOk(change(randomId(ctx.random), 'no'))).toBe('none');
		expect(await change(keys[0]!, 'maybe')).toMatchObject({
			ok: false,
			problems: [{ code: 'unknown-option' }]
		});
		for (const key of keys.slice(0, 6))
			await Promise.all([change(key, 'unknown'), change(key, 'unknown'), change(key, 'unknown')]);
		for (const key of keys.slice(0, 6)) expect(await mustBeOk(change(key, 'no'))).toBe('saved');

		await ctx.db.transaction().execute((trx) => closePartIn(trx, dialogue.id));
		forgetParts(ctx);
		await expect(change(keys[0]!, 'yes')).rejects.toThrow('not-open');
		await closeAndSeal(ctx, dialogue.id);
		expect(await readAnswerState(ctx, dialogue, keys[0]!)).toBe('counted');
		const closed = await readDialogue(ctx, dialogue.id);
		await expect(
			replaceAnswers(ctx, { dialogue: closed, key: keys[0]!, channel: 'web', answers: {} })
		).rejects.toThrow('not-open');
		const result = await readResults(ctx, { dialogue: closed, filter: {}, language: 'sv' });
		expect(result.n).toBe(12);
		const { n, options } = result.questions[0]!;
		if (n === 12) expect(options.map(({ count }) => count)).toEqual([6, 6, 0]);
		expect(await recountDialogue(ctx, dialogue.id)).toEqual({ sheets: 12, faults: [] });
	});

	test('never changes what has a free text: nothing ties the text to its sheet', async () => {
		const ctx = await createContext();
		const dialogue = await openTestDialogue(ctx);
		const key = randomId(ctx.random);
		await answerOnce(ctx, dialogue, { key, answers: { words: 'Mer ljus' } });
		const changed = replaceAnswers(ctx, { dialogue, key, channel: 'web', answers: { words: 'Mindre ljus' } });
		expect(await mustBeOk(changed)).toBe('counted');
		expect(await readAnswerState(ctx, dialogue, key)).toBe('counted');
	});
});
