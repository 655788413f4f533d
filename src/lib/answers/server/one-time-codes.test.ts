import { expect, test } from 'vitest';
import { closeDialogue } from '#lib/dialogues/server/close-dialogue.ts';
import { closeAndSeal } from '#lib/sealing/server/close-and-seal.ts';
import { sealDialogue } from '#lib/sealing/server/seal-dialogue.ts';
import { answerOnce, mustBeOk, openTestDialogue, type TestAnswer } from '#tests/support/builders.ts';
import { onBothEngines, reopen, type TestContext } from '#tests/support/context.ts';
import { randomId } from '../../server/random.ts';
import type { AnswerSheet } from '../answer-sheet.ts';
import { hashOfCode } from './code-hash.ts';
import { commitAnswers, type Arrival } from './commit-answers.ts';
import { countCodes } from './count-codes.ts';
import { makeCodes } from './make-codes.ts';

const answers = { lighting: 'yes' };

async function withCodes(ctx: TestContext, count: number, settings = {}) {
	const dialogue = await openTestDialogue(ctx, { entry: 'codes', settings });
	const codes = await makeCodes(ctx, { dialogueId: dialogue.id, count });
	/** What becomes of a sheet: `stored`, `repeated`, or the code of the problem. */
	const send = async (sheet: Partial<TestAnswer>, from: TestContext = ctx) => {
		const outcome = await answerOnce(from, dialogue, { answers, ...sheet });
		if (!outcome.ok) return outcome.problems.map(({ code }) => code).join();
		return outcome.value.repeated ? 'repeated' : 'stored';
	};
	return { dialogue, codes, send };
}

const rowsOf = (ctx: TestContext) => async (table: 'pending' | 'pendingText' | 'spent') =>
	(await ctx.db.selectFrom(table).selectAll().execute()).length;

const timesOf = (results: string[]) =>
	Object.fromEntries(
		[...new Set(results)].map((one) => [one, results.filter((other) => other === one).length])
	);

onBothEngines('a dialogue with one-time codes', (createContext) => {
	test('takes one sheet for each code, whatever way the code is written', async () => {
		const ctx = await createContext();
		const { codes, send } = await withCodes(ctx, 3);
		const [one, two, three] = codes as [string, string, string];
		expect(await send({ code: one })).toBe('stored');
		expect(await send({ code: ` ${two.toLowerCase().replaceAll('-', '')} ` })).toBe('stored');
		expect(await send({ code: one })).toBe('code-used');
		expect(await send({ code: three.replaceAll('0', 'O').replaceAll('1', 'l') })).toBe('stored');
		expect(await rowsOf(ctx)('pending')).toBe(3);
	});

	test('refuses a sheet without a code, with an unknown one and with what is no code, and stores nothing', async () => {
		const ctx = await createContext();
		const { codes, send } = await withCodes(ctx, 1);
		const words = { answers: { lighting: 'yes', words: 'Mörkt' } };
		expect(await send(words)).toBe('code-missing');
		expect(await send({ ...words, code: '  ' })).toBe('code-missing');
		expect(await send({ ...words, code: 'ABCD-EFGH-JKMN' })).toBe('code-unknown');
		expect(await send({ ...words, code: '482 913' })).toBe('code-unknown');
		expect(await send({ answers: { lighting: 'maybe' }, code: '' })).toBe('code-missing,unknown-option');
		expect(await rowsOf(ctx)('pending')).toBe(0);
		expect(await rowsOf(ctx)('pendingText')).toBe(0);
		expect(await send({ ...words, code: codes[0]! })).toBe('stored');
	});

	test('tells nobody whether a code is used who does not send a whole sheet with it', async () => {
		const ctx = await createContext();
		const { codes, send } = await withCodes(ctx, 2);
		await send({ code: codes[0]! });
		for (const code of codes) expect(await send({ answers: {}, code })).toBe('empty');
	});

	test('knows the codes of its own only', async () => {
		const ctx = await createContext();
		const { codes } = await withCodes(ctx, 1);
		const { send } = await withCodes(ctx, 1);
		expect(await send({ code: codes[0]! })).toBe('code-unknown');
	});

	test('acknowledges the same sheet a hundred times, and spends one code', async () => {
		const ctx = await createContext();
		const { codes, send } = await withCodes(ctx, 2);
		const key = randomId(ctx.random);
		const results = await Promise.all(
			Array.from({ length: 100 }, (_, index) => send({ key, code: codes[index % 2]! }))
		);
		expect(timesOf(results)).toEqual({ stored: 1, repeated: 99 });
		expect(await send({ key, code: codes[0]! })).toBe('repeated');
		expect(await send({ code: codes[0]! })).toBe('code-used');
		expect(await send({ code: codes[1]! })).toBe('stored');
	});

	test('gives a code to one of the sheets that race for it, and the other sheets theirs', async () => {
		const ctx = await createContext();
		const { codes, send } = await withCodes(ctx, 60);
		const racing = codes.flatMap((code) => [send({ code }), send({ code }), send({ code })]);
		const wrong = Array.from({ length: 20 }, () => send({ code: 'ZZZZ-ZZZZ-ZZZZ' }));
		expect(timesOf(await Promise.all([...racing, ...wrong]))).toEqual({
			stored: 60,
			'code-used': 120,
			'code-unknown': 20
		});
		expect(await rowsOf(ctx)('pending')).toBe(60);
	});

	test('gives each code once, also when two processes are sent the same sheets at once', async () => {
		const ctx = await createContext();
		const { codes, send } = await withCodes(ctx, 40);
		const other = { ...ctx, db: reopen(ctx) };
		const sent = codes.map((code) => ({ code, key: randomId(ctx.random) }));
		const results = await Promise.all([
			...sent.map((sheet) => send(sheet)),
			...sent.toReversed().map((sheet) => send(sheet, other)),
			...sent.map(({ code }) => send({ code }, other)),
			...sent.toReversed().map(({ code }) => send({ code }))
		]);
		await other.db.destroy();
		const times = timesOf(results);
		expect(times.stored).toBe(40);
		expect(times['code-used']! + (times.repeated ?? 0)).toBe(120);
		expect(await rowsOf(ctx)('pending')).toBe(40);
		const taken = await ctx.db.selectFrom('entryCode').select('taken').execute();
		expect(taken.every((row) => row.taken === 1)).toBe(true);
	});

	test('a sheet that is sent twice at once with a used code is refused twice, never thanked for', async () => {
		const ctx = await createContext();
		const { codes, send } = await withCodes(ctx, 1);
		await send({ code: codes[0]! });
		const key = randomId(ctx.random);
		const twice = [send({ key, code: codes[0]! }), send({ key, code: codes[0]! })];
		expect(await Promise.all(twice)).toEqual(['code-used', 'code-used']);
	});

	test('a sheet whose code was mended while the first try waited for the same commit is stored', async () => {
		const ctx = await createContext();
		const { dialogue, codes } = await withCodes(ctx, 1);
		const sheet: AnswerSheet = { answers, texts: [], background: {}, channel: 'web' };
		const arrivalOf = (code: string): Arrival => {
			const id = randomId(ctx.random);
			const codeHash = hashOfCode(ctx, dialogue.id, code);
			return { id, dialogueId: dialogue.id, keyHash: 'the same key', sheet, source: id, codeHash };
		};
		const arrivals = ['ZZZZ-ZZZZ-ZZZZ', codes[0]!, codes[0]!].map(arrivalOf);
		expect(await commitAnswers(ctx, arrivals)).toEqual([
			{ refused: 'code-unknown' },
			{ repeated: false },
			{ repeated: true }
		]);
		expect(await rowsOf(ctx)('pending')).toBe(1);
	});

	test('a code stays used after the seal and after closing, and is written down in the order of the hashes', async () => {
		const ctx = await createContext();
		const { dialogue, codes, send } = await withCodes(ctx, 80);
		for (const code of codes.slice(0, 40)) await send({ code });
		while ((await ctx.db.selectFrom('spentCode').select('codeHash').execute()).length === 0)
			await sealDialogue(ctx, dialogue.id);
		const spent = await ctx.db.selectFrom('spentCode').selectAll().execute();
		expect(spent).toHaveLength(40);
		expect(Object.keys(spent[0]!).sort()).toEqual(['codeHash', 'dialogueId']);
		expect(await rowsOf(ctx)('spent')).toBeLessThanOrEqual(40);
		expect(await send({ code: codes[0]! })).toBe('code-used');
		expect(await send({ code: codes[50]! })).toBe('stored');
		await closeDialogue(ctx, dialogue.id);
		await closeAndSeal(ctx, dialogue.id);
		expect(await ctx.db.selectFrom('spentCode').selectAll().execute()).toHaveLength(41);
		const left = await ctx.db.selectFrom('entryCode').select('taken').execute();
		expect(left).toEqual(Array.from({ length: 39 }, () => ({ taken: 0 })));
		expect(await countCodes(ctx, dialogue.id)).toEqual({ made: 80 });
	});

	test('counts each code as a source of its own, also behind one network and after a restart', async () => {
		const ctx = await createContext();
		const { dialogue, codes, send } = await withCodes(ctx, 40, { sources: 'distinct' });
		for (const code of codes) await send({ code, source: 'one network' });
		const restarted = { ...ctx, db: reopen(ctx) };
		let release = null;
		for (let look = 0; look < 20 && !release; look++) release = await sealDialogue(restarted, dialogue.id);
		await restarted.db.destroy();
		expect(release).toMatchObject({ seq: 1 });
	});

	test('lets a network guess fifty times, then each try costs work for that code', async () => {
		const ctx = await createContext();
		const { codes, send } = await withCodes(ctx, 2);
		const visitor: TestContext = { ...ctx, actor: { kind: 'visitor' } };
		const key = randomId(ctx.random);
		const guess = (code: string, source = 'guesser') => send({ key, code, source }, visitor);
		for (let index = 0; index < 50; index++) expect(await guess('ZZZZ-ZZZZ-ZZZZ')).toBe('code-unknown');
		const needed = async (code: string) =>
			guess(code).then(
				() => undefined,
				(error: { code: string; challenge: { salt: string } }) => error
			);
		const first = await needed(codes[0]!);
		const second = await needed(codes[1]!);
		expect(first).toMatchObject({ code: 'proof-needed' });
		expect(first!.challenge.salt).not.toBe(second!.challenge.salt);
		expect(await guess(codes[0]!, 'somebody else')).toBe('stored');
		ctx.setNow('2027-03-01T12:03:00Z');
		expect(await guess('ZZZZ-ZZZZ-ZZZZ')).toBe('repeated');
		expect(await send({ code: codes[1]!, source: 'guesser' }, visitor)).toBe('stored');
	});

	test('one with an open link refuses codes', async () => {
		const ctx = await createContext();
		const dialogue = await openTestDialogue(ctx);
		const outcome = await answerOnce(ctx, dialogue, { answers, code: 'ABCD-EFGH-JKMN' });
		expect(outcome).toMatchObject({ ok: false, problems: [{ at: 'code', code: 'no-codes' }] });
		await mustBeOk(answerOnce(ctx, dialogue, { answers }));
	});
});
