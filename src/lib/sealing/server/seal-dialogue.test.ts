import { expect, test } from 'vitest';
import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import { closeDialogue } from '#lib/dialogues/server/close-dialogue.ts';
import { readDialogue } from '#lib/dialogues/server/read-dialogue.ts';
import { answerOnce, definition, mustBeOk, openTestDialogue } from '#tests/support/builders.ts';
import { onBothEngines, reopen, type TestContext } from '#tests/support/context.ts';
import type { Context } from '../../server/context.ts';
import { randomId } from '../../server/random.ts';
import { closeAndSeal } from './close-and-seal.ts';
import { curtainOf } from './curtain.ts';
import { recountDialogue } from './recount-dialogue.ts';
import { sealDialogue } from './seal-dialogue.ts';

const lights = ['yes', 'no', 'unknown'];
const places = ['north', 'south', 'island', undefined];

/** Sends sheets that differ from one another. @returns their keys. */
async function answerMany(ctx: Context, dialogue: Dialogue, number: number): Promise<string[]> {
	const keys = Array.from({ length: number }, () => randomId(ctx.random));
	await Promise.all(
		keys.map((key, index) =>
			mustBeOk(
				answerOnce(ctx, dialogue, {
					key,
					answers: {
						lighting: lights[index % 3],
						...(index % 2 ? { problems: ['traffic'] } : { priority: ['light', 'police'] }),
						...(index % 10 === 0 ? { words: `Text nummer ${index}` } : {})
					},
					background: { district: places[index % 4] }
				})
			)
		)
	);
	return keys;
}

const pendingCount = async ({ db }: TestContext) =>
	(await db.selectFrom('pending').select('id').execute()).length;

onBothEngines('sealing', (createContext) => {
	test('too few answers are not sealed', async () => {
		const ctx = await createContext();
		const dialogue = await openTestDialogue(ctx);
		await answerMany(ctx, dialogue, 9);
		expect(await sealDialogue(ctx, dialogue.id)).toBeNull();
		expect(await pendingCount(ctx)).toBe(9);
	});

	test('a seal leaves a crowd waiting, and counters equal a recount of the sheets', async () => {
		const ctx = await createContext();
		const dialogue = await openTestDialogue(ctx);
		await answerMany(ctx, dialogue, 60);
		expect(await sealDialogue(ctx, dialogue.id)).toEqual({ seq: 1 });
		const waiting = await pendingCount(ctx);
		expect(waiting).toBeGreaterThanOrEqual(5);
		expect(await recountDialogue(ctx, dialogue.id)).toEqual({ sheets: 60 - waiting, faults: [] });
	});

	test('sealed sheets keep no background, text, channel or key, and texts keep no sheet', async () => {
		const ctx = await createContext();
		const dialogue = await openTestDialogue(ctx);
		await answerMany(ctx, dialogue, 60);
		await sealDialogue(ctx, dialogue.id);
		const { show } = curtainOf(ctx, dialogue.id);
		const sheets = await ctx.db.selectFrom('sheet').selectAll().execute();
		const texts = await ctx.db.selectFrom('freeText').selectAll().execute();
		expect(Object.keys(sheets[0]!).sort()).toEqual(['answers', 'blockId', 'id']);
		expect(JSON.stringify(sheets.map(({ answers }) => show(answers)))).not.toMatch(/north|nummer|web/);
		expect(Object.keys(texts[0]!).sort()).toEqual(['dialogueId', 'id', 'questionKey', 'text']);
		expect(texts.map(({ text }) => show(text)).sort()).toEqual(
			[0, 10, 20, 30, 40, 50].map((n) => `Text nummer ${n}`)
		);
	});

	test('without the keys the database tells nothing but what is published, also when everybody answers alike', async () => {
		const ctx = await createContext();
		const dialogue = await openTestDialogue(ctx);
		await Promise.all(
			Array.from({ length: 60 }, () =>
				mustBeOk(answerOnce(ctx, dialogue, { answers: { lighting: 'no', words: 'Mörkt vid stationen' } }))
			)
		);
		await sealDialogue(ctx, dialogue.id);
		const held = await ctx.db.selectFrom('remainder').select('histogram').execute();
		const sheets = await ctx.db.selectFrom('sheet').select('answers').execute();
		const blocks = await ctx.db.selectFrom('blockHistogram').select('histogram').execute();
		const texts = await ctx.db.selectFrom('freeText').select('text').execute();
		const hidden = [...held, ...sheets, ...blocks, ...texts].flatMap((row) => Object.values(row));
		expect(held.length).toBeGreaterThan(0);
		expect(await ctx.db.selectFrom('published').selectAll().execute()).toEqual([]);
		const bytes =
			hidden.map((text) => Buffer.from(text, 'base64url').toString('latin1')).join() + hidden.join();
		expect(bytes).not.toMatch(/lighting|skipped|stationen/);
		expect(new Set(sheets.map(({ answers }) => answers.length)).size).toBe(1);
	});

	test('the key of the epoch is destroyed with the seal, and what waits is still readable', async () => {
		const ctx = await createContext();
		const dialogue = await openTestDialogue(ctx);
		await answerMany(ctx, dialogue, 60);
		const before = ctx.vault.epochs();
		await sealDialogue(ctx, dialogue.id);
		const after = ctx.vault.epochs();
		expect(before).toHaveLength(1);
		expect(after).toHaveLength(1);
		expect(after).not.toEqual(before);
		await answerMany(ctx, dialogue, 40);
		await closeDialogue(ctx, dialogue.id);
		await closeAndSeal(ctx, dialogue.id);
		expect(ctx.vault.epochs()).toEqual([]);
		expect((await recountDialogue(ctx, dialogue.id)).sheets).toBe(100);
	});

	test('a spent key counts once for ever', async () => {
		const ctx = await createContext();
		const dialogue = await openTestDialogue(ctx);
		const keys = await answerMany(ctx, dialogue, 60);
		await sealDialogue(ctx, dialogue.id);
		for (const key of keys)
			expect(await mustBeOk(answerOnce(ctx, dialogue, { key, answers: { lighting: 'yes' } }))).toEqual({
				repeated: true
			});
		expect(await pendingCount(ctx)).toBe(60 - (await recountDialogue(ctx, dialogue.id)).sheets);
	});

	test('closing seals everything, publishes what may be published and closes', async () => {
		const ctx = await createContext();
		const dialogue = await openTestDialogue(ctx);
		await answerMany(ctx, dialogue, 83);
		await closeDialogue(ctx, dialogue.id);
		expect(await closeAndSeal(ctx, dialogue.id)).toEqual({ seq: 1 });
		expect((await readDialogue(ctx, dialogue.id)).state).toBe('closed');
		expect(await pendingCount(ctx)).toBe(0);
		expect(await recountDialogue(ctx, dialogue.id)).toEqual({ sheets: 83, faults: [] });
		expect(await closeAndSeal(ctx, dialogue.id)).toBeNull();
	});

	test('fewer than a crowd in all are kept but never counted', async () => {
		const ctx = await createContext();
		const dialogue = await openTestDialogue(ctx);
		await answerMany(ctx, dialogue, 4);
		await closeDialogue(ctx, dialogue.id);
		await closeAndSeal(ctx, dialogue.id);
		expect(await recountDialogue(ctx, dialogue.id)).toEqual({ sheets: 4, faults: [] });
		expect(await ctx.db.selectFrom('sealedCount').selectAll().execute()).toEqual([]);
		expect(await ctx.db.selectFrom('published').selectAll().execute()).toEqual([]);
	});

	test('answers that arrive while it seals are neither lost nor counted twice', async () => {
		const ctx = await createContext();
		const dialogue = await openTestDialogue(ctx);
		const rounds = Array.from({ length: 6 }, async () => {
			await answerMany(ctx, dialogue, 40);
			await sealDialogue(ctx, dialogue.id);
		});
		await Promise.all(rounds);
		const { sheets, faults } = await recountDialogue(ctx, dialogue.id);
		expect(faults).toEqual([]);
		expect(sheets + (await pendingCount(ctx))).toBe(240);
	});

	test('a flood from one network alone is never sealed', async () => {
		const ctx = await createContext();
		const dialogue = await openTestDialogue(ctx, { settings: { sources: 'distinct' } });
		await Promise.all(
			Array.from({ length: 40 }, () =>
				mustBeOk(answerOnce(ctx, dialogue, { answers: { lighting: 'no' }, source: 'one network' }))
			)
		);
		expect(await sealDialogue(ctx, dialogue.id)).toBeNull();
		expect(await pendingCount(ctx)).toBe(40);
	});

	test('after a restart what waited is still there, and each sheet weighs half a source', async () => {
		const ctx = await createContext();
		const dialogue = await openTestDialogue(ctx, { settings: { sources: 'distinct' } });
		await answerMany(ctx, dialogue, 19);
		const restarted = { ...ctx, db: reopen(ctx) };
		expect(await sealDialogue(restarted, dialogue.id)).toBeNull();
		await answerMany(restarted, dialogue, 41);
		expect(await sealDialogue(restarted, dialogue.id)).toEqual({ seq: 1 });
		const { sheets, faults } = await recountDialogue(restarted, dialogue.id);
		expect(faults).toEqual([]);
		expect(sheets + (await pendingCount(ctx))).toBe(60);
		await restarted.db.destroy();
	});

	test('the chain of releases cannot be changed, not even in the database', async () => {
		const ctx = await createContext();
		const dialogue = await openTestDialogue(ctx, { definition });
		await answerMany(ctx, dialogue, 60);
		await sealDialogue(ctx, dialogue.id);
		await expect(ctx.db.updateTable('release').set({ day: '2020-01-01' }).execute()).rejects.toThrow(
			/never changes/
		);
		await expect(ctx.db.deleteFrom('release').execute()).rejects.toThrow(/never changes/);
	});
});
