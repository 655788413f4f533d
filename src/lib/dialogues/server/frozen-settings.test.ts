import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { onBothEngines } from '#tests/support/context.ts';
import { newDialogue, opened } from '#tests/support/march-dialogue.ts';
import { defaultSettings } from '../settings.ts';
import { closeDialogue } from './close-dialogue.ts';
import { createDialogue } from './create-dialogue.ts';
import { markClosed } from './mark-closed.ts';
import { readDialogue } from './read-dialogue.ts';

onBothEngines('the database itself', (createContext) => {
	const frozenChanges = {
		code: `'402913'`,
		place_code: `'2034'`,
		slug: `'other'`,
		kind: `'staff'`,
		questionnaire_id: `'other'`,
		version: '2',
		crowd: '3',
		insiders: '0',
		freshness: 'null',
		coin: '0.5',
		sources: `'each'`,
		entry: `'codes'`,
		state: `'draft'`
	};

	describe.each(['open', 'closing', 'closed'] as const)('in the state %s', (state) => {
		test('refuses every change of what respondents were told, and deleting', async () => {
			const ctx = await createContext();
			const { id } = await opened(ctx);
			if (state !== 'open') await closeDialogue(ctx, id);
			if (state === 'closed') await ctx.db.transaction().execute((trx) => markClosed(trx, id));
			for (const [column, value] of Object.entries(frozenChanges)) {
				const change = sql`update dialogue set ${sql.ref(column)} = ${sql.raw(value)} where id = ${id}`;
				await expect(change.execute(ctx.db), column).rejects.toThrow(
					'settings are frozen when the dialogue opens'
				);
			}
			const removal = ctx.db.deleteFrom('dialogue').where('id', '=', id).execute();
			await expect(removal).rejects.toThrow('an opened dialogue is never deleted');
			expect(await readDialogue(ctx, id)).toMatchObject({ state, settings: defaultSettings.openLink });
		});
	});

	test('lets a draft and a scheduled dialogue be changed and deleted', async () => {
		const ctx = await createContext();
		const draft = await createDialogue(ctx, await newDialogue(ctx));
		const scheduled = await opened(ctx, { opensOn: '2027-03-20' });
		for (const { id } of [draft, scheduled]) {
			await ctx.db.updateTable('dialogue').set({ crowd: 20 }).where('id', '=', id).execute();
			expect((await readDialogue(ctx, id)).settings.crowd).toBe(20);
			await ctx.db.deleteFrom('dialogue').where('id', '=', id).execute();
		}
	});

	test('lets the last day of an open dialogue be moved', async () => {
		const ctx = await createContext();
		const { id } = await opened(ctx);
		await ctx.db
			.updateTable('dialogue')
			.set({ closesAt: Date.parse('2027-04-09T22:00:00Z') })
			.where('id', '=', id)
			.execute();
		expect((await readDialogue(ctx, id)).closesAt).toEqual(new Date('2027-04-09T22:00:00Z'));
	});
});
