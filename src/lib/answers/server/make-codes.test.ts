import { expect, test } from 'vitest';
import { closeDialogue } from '#lib/dialogues/server/close-dialogue.ts';
import { openTestDialogue } from '#tests/support/builders.ts';
import { onBothEngines } from '#tests/support/context.ts';
import { createStaff } from '#tests/support/people.ts';
import { countCodes } from './count-codes.ts';
import { makeCodes } from './make-codes.ts';

onBothEngines('making one-time codes', (createContext) => {
	test('gives them once; what stays is a keyed hash of each, in no order of theirs', async () => {
		const ctx = await createContext();
		const { id: dialogueId } = await openTestDialogue(ctx, { entry: 'codes' });
		const codes = await makeCodes(ctx, { dialogueId, count: 2000 });
		expect(new Set(codes).size).toBe(2000);
		const rows = await ctx.db.selectFrom('entryCode').selectAll().execute();
		expect(rows).toHaveLength(2000);
		const stored = JSON.stringify(rows);
		for (const code of codes.slice(0, 100)) {
			expect(stored).not.toContain(code);
			expect(stored).not.toContain(code.replaceAll('-', ''));
		}
		expect(await countCodes(ctx, dialogueId)).toEqual({ made: 2000 });
		await makeCodes(ctx, { dialogueId, count: 1 });
		expect(await countCodes(ctx, dialogueId)).toEqual({ made: 2001 });
	});

	test('leaves a line with their number in the log, and no code', async () => {
		const ctx = await createContext();
		const { id: dialogueId } = await openTestDialogue(ctx, { entry: 'codes' });
		const codes = await makeCodes(ctx, { dialogueId, count: 3 });
		const lines = await ctx.db.selectFrom('auditEvent').selectAll().execute();
		expect(lines.filter(({ action }) => action === 'codes.made')).toMatchObject([
			{ subject: `dialogue:${dialogueId}`, placeCode: '1785' }
		]);
		for (const code of codes) expect(JSON.stringify(lines)).not.toContain(code);
	});

	test('is for those who share, in their own place', async () => {
		const ctx = await createContext();
		const { id: dialogueId } = await openTestDialogue(ctx, { entry: 'codes' });
		const editor = await createStaff(ctx, { role: 'editor', placeCode: '1785' });
		expect(await makeCodes(editor.ctx, { dialogueId, count: 2 })).toHaveLength(2);
		const strangers = [
			await createStaff(ctx, { role: 'facilitator', placeCode: '1785' }),
			await createStaff(ctx, { role: 'administrator', placeCode: '2034' })
		];
		for (const { ctx: other } of strangers) {
			await expect(makeCodes(other, { dialogueId, count: 1 })).rejects.toMatchObject({ code: 'not-found' });
			await expect(countCodes(other, dialogueId)).rejects.toMatchObject({ code: 'not-found' });
		}
	});

	test('is refused where no codes are asked for, after closing, and for no number or too many', async () => {
		const ctx = await createContext();
		const open = await openTestDialogue(ctx);
		await expect(makeCodes(ctx, { dialogueId: open.id, count: 1 })).rejects.toMatchObject({
			code: 'not-open'
		});
		const { id: dialogueId } = await openTestDialogue(ctx, { entry: 'codes' });
		for (const count of [0, -1, 1.5, 2001, Number.NaN])
			await expect(makeCodes(ctx, { dialogueId, count })).rejects.toMatchObject({ code: 'too-large' });
		await closeDialogue(ctx, dialogueId);
		await expect(makeCodes(ctx, { dialogueId, count: 1 })).rejects.toMatchObject({ code: 'not-open' });
	});
});
