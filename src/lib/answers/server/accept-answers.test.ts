import { expect, test } from 'vitest';
import { closeDialogue } from '#lib/dialogues/server/close-dialogue.ts';
import { answerOnce, definition, mustBeOk, openTestDialogue } from '#tests/support/builders.ts';
import { onBothEngines } from '#tests/support/context.ts';
import { AppError } from '../../server/app-error.ts';
import { randomId } from '../../server/random.ts';
import { acceptAnswers } from './accept-answers.ts';
import { openPendingRow } from './read-pool.ts';

onBothEngines('accepting answers', (createContext) => {
	const pendingOf = (ctx: Awaited<ReturnType<typeof createContext>>) =>
		ctx.db.selectFrom('pending').selectAll().execute();

	test('a sheet is stored encrypted, without time, source or key', async () => {
		const ctx = await createContext();
		const dialogue = await openTestDialogue(ctx);
		const key = randomId(ctx.random);
		const answers = { lighting: 'no', problems: ['traffic', 'litter'], words: 'Mörkt vid stationen' };
		await mustBeOk(
			answerOnce(ctx, dialogue, { answers, background: { district: 'north' }, key, source: 'network-7' })
		);
		const [row] = await pendingOf(ctx);
		const texts = await ctx.db.selectFrom('pendingText').selectAll().execute();
		expect(Object.keys(row!).sort()).toEqual(['dialogueId', 'epoch', 'id', 'keyHash', 'payload']);
		const stored = JSON.stringify([row, texts]);
		for (const secret of ['traffic', 'north', 'stationen', key, 'network-7'])
			expect(stored).not.toContain(secret);
		expect(texts).toHaveLength(1);
	});

	test('the same key a hundred times at once counts once', async () => {
		const ctx = await createContext();
		const dialogue = await openTestDialogue(ctx);
		const key = randomId(ctx.random);
		const sent = Array.from({ length: 100 }, () =>
			mustBeOk(answerOnce(ctx, dialogue, { answers: { lighting: 'yes', words: 'Hej' }, key }))
		);
		const results = await Promise.all(sent);
		expect(results.filter(({ repeated }) => !repeated)).toHaveLength(1);
		expect(await pendingOf(ctx)).toHaveLength(1);
		expect(await ctx.db.selectFrom('pendingText').selectAll().execute()).toHaveLength(1);
	});

	test('two hundred sheets at once are all stored', async () => {
		const ctx = await createContext();
		const dialogue = await openTestDialogue(ctx);
		await Promise.all(
			Array.from({ length: 200 }, () => mustBeOk(answerOnce(ctx, dialogue, { answers: { lighting: 'no' } })))
		);
		expect(await pendingOf(ctx)).toHaveLength(200);
	});

	test('what is wrong is named and nothing is stored', async () => {
		const ctx = await createContext();
		const dialogue = await openTestDialogue(ctx);
		const cases: [Record<string, unknown>, Record<string, unknown>, string, string][] = [
			[{ lighting: 'maybe' }, {}, 'answers.lighting', 'unknown-option'],
			[{ weather: 'good' }, {}, 'answers.weather', 'unknown-question'],
			[{ problems: ['traffic', 'drugs', 'litter'] }, {}, 'answers.problems', 'too-many'],
			[{ problems: ['traffic', 'none'] }, {}, 'answers.problems', 'exclusive'],
			[{ lighting: 'yes' }, { district: 'moon' }, 'background.district', 'unknown-option'],
			[{ lighting: 'yes' }, { age: '16-19' }, 'background.age', 'unknown-dimension'],
			[{}, { district: 'north' }, 'answers', 'empty']
		];
		for (const [answers, background, at, code] of cases) {
			const outcome = await answerOnce(ctx, dialogue, { answers, background });
			expect(outcome.ok ? [] : outcome.problems).toMatchObject([{ at, code }]);
		}
		expect(await pendingOf(ctx)).toHaveLength(0);
	});

	test('what was answered to a question that is not asked is stored nowhere, whoever sends it', async () => {
		const ctx = await createContext();
		const after = { showIf: { question: 'lighting', anyOf: ['no'] } };
		const questions = definition.questions.map((question) =>
			question.key === 'lighting' ? question : { ...question, ...after }
		);
		const dialogue = await openTestDialogue(ctx, { definition: { ...definition, questions } });
		const answers = { lighting: 'yes', problems: ['litter'], priority: ['light'], words: 'Bara ett ord' };
		await mustBeOk(answerOnce(ctx, dialogue, { answers, background: { district: 'north' } }));
		const [row] = await pendingOf(ctx);
		expect(openPendingRow(ctx, row!)).toEqual({
			answers: { lighting: 'yes' },
			background: { district: 'north' },
			channel: 'web'
		});
		expect(await ctx.db.selectFrom('pendingText').selectAll().execute()).toEqual([]);
	});

	test('another version and a channel that is not open are refused', async () => {
		const ctx = await createContext();
		const dialogue = await openTestDialogue(ctx);
		const sheet = {
			dialogue,
			key: randomId(ctx.random),
			answers: { lighting: 'yes' },
			background: {},
			source: 's'
		};
		const oldVersion = await acceptAnswers(ctx, { ...sheet, version: 7, channel: 'web' });
		const closedChannel = await acceptAnswers(ctx, { ...sheet, version: 1, channel: 'paper' });
		expect(oldVersion).toMatchObject({ ok: false, problems: [{ at: 'version', code: 'wrong-version' }] });
		expect(closedChannel).toMatchObject({ ok: false, problems: [{ at: 'channel', code: 'closed-channel' }] });
	});

	test('nothing is accepted before the opening, after the last day or once closed', async () => {
		const ctx = await createContext();
		const dialogue = await openTestDialogue(ctx);
		const send = () => answerOnce(ctx, dialogue, { answers: { lighting: 'yes' } });
		ctx.setNow('2027-02-28T22:59:59Z');
		await expect(send()).rejects.toThrow(AppError);
		ctx.setNow('2027-03-31T21:59:59Z');
		await expect(send()).resolves.toMatchObject({ ok: true });
		ctx.setNow('2027-03-31T22:00:00Z');
		await expect(send()).rejects.toThrow(AppError);
		ctx.setNow('2027-03-15T12:00:00Z');
		await closeDialogue(ctx, dialogue.id);
		await expect(send()).rejects.toThrow(AppError);
	});

	test('a key that was accepted is acknowledged again after the dialogue has closed', async () => {
		const ctx = await createContext();
		const dialogue = await openTestDialogue(ctx);
		const key = randomId(ctx.random);
		await mustBeOk(answerOnce(ctx, dialogue, { answers: { lighting: 'yes' }, key }));
		ctx.setNow('2027-04-02T12:00:00Z');
		expect(await answerOnce(ctx, dialogue, { answers: { lighting: 'yes' }, key })).toEqual({
			ok: true,
			value: { repeated: true }
		});
	});
});
