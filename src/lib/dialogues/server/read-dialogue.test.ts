import { expect, test } from 'vitest';
import { openPostgres, openSqlite } from '#lib/server/db/open-database.ts';
import { onBothEngines } from '#tests/support/context.ts';
import { opened } from '#tests/support/march-dialogue.ts';
import { closeDialogue } from './close-dialogue.ts';
import { readDialogueByAddress, readDialogueByCode } from './read-dialogue.ts';

onBothEngines('reading an open dialogue', (createContext) => {
	test('asks the database once, however many ask', async () => {
		const ctx = await createContext();
		const { code } = await opened(ctx);
		const first = await readDialogueByCode(ctx, code);
		const again = await Promise.all(Array.from({ length: 100 }, () => readDialogueByCode(ctx, code)));
		expect(again.every((dialogue) => dialogue === first)).toBe(true);
		expect(Object.isFrozen(first)).toBe(true);
	});

	test('sees a move of another process within a second', async () => {
		const ctx = await createContext();
		const { id, code } = await opened(ctx);
		await readDialogueByCode(ctx, code);
		const other = ctx.location.startsWith('postgres')
			? openPostgres(ctx.location, 1)
			: openSqlite(ctx.location);
		await closeDialogue({ ...ctx, db: other }, id);
		await other.destroy();
		await new Promise((resolve) => setTimeout(resolve, 1000));
		expect((await readDialogueByCode(ctx, code)).state).toBe('closing');
	});

	test('finds nothing for an unknown code or address, also when asked again', async () => {
		const ctx = await createContext();
		for (let i = 0; i < 2; i++) {
			await expect(readDialogueByCode(ctx, '999998')).rejects.toMatchObject({ code: 'not-found' });
			await expect(readDialogueByAddress(ctx, { placeCode: '1785', slug: 'x' })).rejects.toMatchObject({
				code: 'not-found'
			});
		}
	});
});
