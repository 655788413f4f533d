import { expect, test } from 'vitest';
import { seededRandom } from '#lib/server/random.ts';
import { sealDialogue } from '#lib/sealing/server/seal-dialogue.ts';
import { mustBeOk, openTestDialogue } from '#tests/support/builders.ts';
import { onBothEngines } from '#tests/support/context.ts';
import { createStaff } from '#tests/support/people.ts';
import { enterPaperForm } from './enter-paper-form.ts';
import { openPaperBatch } from './open-paper-batch.ts';
import { paperKeyName } from './paper-envelope.ts';
import { listDifferences, readPaperBatch } from './read-paper-batch.ts';
import { resolvePaperDifferences } from './resolve-paper-difference.ts';
import { submitPaperBatch } from './submit-paper-batch.ts';

type Typed = Record<string, string>;
const random = seededRandom('paper');
const typed = (): Typed => ({
	'q.lighting': `${random.integer(1, 3)}`,
	'q.problems': '1,3',
	'q.priority': `${random.integer(1, 3)}`,
	'q.words': random.chance(0.2) ? 'Mörkt vid hemlighetsbron' : '',
	'b.district': `${random.integer(1, 3)}`
});

onBothEngines('a batch of paper forms', (createContext) => {
	async function prepare(forms: number) {
		const ctx = await createContext();
		const dialogue = await openTestDialogue(ctx, { channels: ['web', 'paper'] });
		const [first, second, third] = [
			await createStaff(ctx, { role: 'facilitator', placeCode: '1785' }),
			await createStaff(ctx, { role: 'editor', placeCode: '1785' }),
			await createStaff(ctx, { role: 'field-collector', placeCode: '1785' })
		];
		const asked = { dialogueId: dialogue.id, name: 'Biblioteket', forms };
		const batch = await mustBeOk(openPaperBatch(first.ctx, asked));
		const enter = (who: typeof first, entry: 1 | 2, [number, sheet]: [number, Typed]) =>
			enterPaperForm(who.ctx, { batchId: batch.id, number, entry, typed: sheet });
		return { ctx, dialogue, first, second, third, batch, enter };
	}

	test('20 forms typed twice with 2 % planted errors list every error, and are handed in once each', async () => {
		const { ctx, dialogue, first, second, batch, enter } = await prepare(20);
		const sheets = Array.from({ length: 20 }, typed);
		// 20 forms of five questions are 100 values: two of them are typed wrong.
		const planted = [3, 17];
		for (const [index, sheet] of sheets.entries()) {
			await mustBeOk(enter(first, 1, [index + 1, sheet]));
			const wrong = planted.includes(index + 1) ? { 'q.problems': '1,2' } : {};
			expect(await listDifferences(ctx, await readPaperBatch(first.ctx, batch.id))).toEqual([]);
			await mustBeOk(enter(second, 2, [index + 1, { ...sheet, ...wrong }]));
		}
		const found = await listDifferences(ctx, await readPaperBatch(first.ctx, batch.id));
		expect(found.map(({ number, name }) => [number, name])).toEqual(
			planted.map((one) => [one, 'q.problems'])
		);
		await expect(submitPaperBatch(second.ctx, batch.id)).rejects.toMatchObject({ code: 'not-open' });
		const stored = JSON.stringify(await ctx.db.selectFrom('paperForm').selectAll().execute());
		expect(stored).not.toMatch(/lighting|hemlighetsbron/);
		const resolutions = found.map(({ number, name }, index) =>
			index === 0 ? { number, name, right: 'first' as const } : { number, name, right: { typed: '3,1' } }
		);
		await mustBeOk(resolvePaperDifferences(first.ctx, { batchId: batch.id, resolutions }));
		expect(await mustBeOk(submitPaperBatch(second.ctx, batch.id))).toEqual({ accepted: 20, blank: 0 });
		await expect(submitPaperBatch(second.ctx, batch.id)).rejects.toMatchObject({ code: 'not-open' });
		expect(await ctx.db.selectFrom('pending').select('id').execute()).toHaveLength(20);
		expect(await ctx.db.selectFrom('paperForm').selectAll().execute()).toEqual([]);
		expect(ctx.vault.epochKey(paperKeyName(batch.id))).toBeUndefined();
		expect(await sealDialogue(ctx, dialogue.id)).toBeDefined();
	});

	test('the two readings are never the same person’s, nor a third one’s', async () => {
		const { ctx, first, second, third, batch, enter } = await prepare(1);
		const refused = { code: 'not-open' };
		await mustBeOk(enter(first, 1, [1, typed()]));
		await expect(enter(first, 2, [1, typed()])).rejects.toMatchObject(refused);
		await expect(enter(second, 1, [1, typed()])).rejects.toMatchObject(refused);
		await mustBeOk(enter(second, 2, [1, typed()]));
		await expect(enter(third, 2, [1, typed()])).rejects.toMatchObject(refused);
		const forged = ctx.db
			.updateTable('paperBatch')
			.set({ secondPersonId: first.personId })
			.where('id', '=', batch.id);
		await expect(forged.execute()).rejects.toThrow(/paper_batch_two_people/);
	});

	test('handing in that broke off is repeated, and each form still counts once; blank ones are left out', async () => {
		const { ctx, first, second, batch, enter } = await prepare(3);
		const sheets: [number, Typed][] = [1, 2, 3].map((number) => [number, number === 2 ? {} : typed()]);
		for (const [who, entry] of [[first, 1] as const, [second, 2] as const])
			for (const sheet of sheets) await mustBeOk(enter(who, entry, sheet));
		const keep = await ctx.db.selectFrom('paperForm').selectAll().execute();
		const key = ctx.vault.epochKey(paperKeyName(batch.id))!;
		await mustBeOk(submitPaperBatch(first.ctx, batch.id));
		// As if it had stopped after the answers were accepted and before the forms were cleared away.
		await ctx.db.insertInto('paperForm').values(keep).execute();
		await ctx.db.updateTable('paperBatch').set({ submitted: 0 }).execute();
		const { vault } = ctx;
		const again = {
			...first.ctx,
			vault: { ...vault, epochKey: (name: string) => vault.epochKey(name) ?? key }
		};
		expect(await mustBeOk(submitPaperBatch(again, batch.id))).toEqual({ accepted: 2, blank: 1 });
		expect(await ctx.db.selectFrom('pending').select('id').execute()).toHaveLength(2);
	});

	test('a form that says what the paper does not offer is not kept', async () => {
		const { first, enter } = await prepare(1);
		expect(await enter(first, 1, [1, { 'q.lighting': '9' }])).toMatchObject({
			ok: false,
			problems: [{ at: 'q.lighting', code: 'no-number' }]
		});
		await expect(enter(first, 1, [2, typed()])).rejects.toMatchObject({ code: 'not-open' });
	});
});
