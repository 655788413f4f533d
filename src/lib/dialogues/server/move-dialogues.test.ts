import { expect, test } from 'vitest';
import { onBothEngines } from '#tests/support/context.ts';
import { newDialogue, opened } from '#tests/support/march-dialogue.ts';
import { closeDialogue } from './close-dialogue.ts';
import { createDialogue } from './create-dialogue.ts';
import { listDialogues } from './list-dialogues.ts';
import { markClosed } from './mark-closed.ts';
import { moveDialoguesByClock } from './move-dialogues-by-clock.ts';
import { openDialogue } from './open-dialogue.ts';
import { readDialogue, readDialogueByAddress, readDialogueByCode } from './read-dialogue.ts';

onBothEngines('a dialogue', (createContext) => {
	test('opens, stops taking answers and is closed', async () => {
		const ctx = await createContext();
		const dialogue = await opened(ctx);
		expect(dialogue.state).toBe('open');
		expect(await readDialogueByCode(ctx, dialogue.code)).toEqual(dialogue);
		expect(await readDialogueByAddress(ctx, dialogue)).toEqual(dialogue);
		expect((await closeDialogue(ctx, dialogue.id)).state).toBe('closing');
		expect((await readDialogueByCode(ctx, dialogue.code)).state).toBe('closing');
		const close = () => ctx.db.transaction().execute((trx) => markClosed(trx, dialogue.id));
		expect(await close()).toBe(true);
		expect(await close()).toBe(false);
		expect((await readDialogueByCode(ctx, dialogue.code)).state).toBe('closed');
		expect((await readDialogueByAddress(ctx, dialogue)).state).toBe('closed');
	});

	test('refuses moves that the table does not have', async () => {
		const ctx = await createContext();
		const draft = await createDialogue(ctx, await newDialogue(ctx));
		await expect(closeDialogue(ctx, draft.id)).rejects.toMatchObject({ code: 'not-open' });
		await openDialogue(ctx, draft.id);
		await expect(openDialogue(ctx, draft.id)).rejects.toMatchObject({ code: 'not-open' });
		await closeDialogue(ctx, draft.id);
		await expect(closeDialogue(ctx, draft.id)).rejects.toMatchObject({ code: 'not-open' });
		await expect(openDialogue(ctx, draft.id)).rejects.toMatchObject({ code: 'not-open' });
		await expect(openDialogue(ctx, 'unknown')).rejects.toMatchObject({ code: 'not-found' });
	});

	test('does not open after its last day', async () => {
		const ctx = await createContext();
		const draft = await createDialogue(ctx, await newDialogue(ctx));
		ctx.setNow('2027-03-31T22:00:00Z');
		await expect(openDialogue(ctx, draft.id)).rejects.toMatchObject({ code: 'not-open' });
	});

	test('opens and closes by the clock in Sweden, over the change to summer time', async () => {
		const ctx = await createContext();
		const { id, code } = await opened(ctx, { opensOn: '2027-03-27', closesOn: '2027-03-28' });
		const movesAt = async (moment: string) => {
			ctx.setNow(moment);
			return moveDialoguesByClock(ctx);
		};
		expect(await readDialogueByCode(ctx, code)).toMatchObject({ state: 'scheduled' });
		expect(await openDialogue(ctx, id)).toMatchObject({ state: 'scheduled' });
		expect(await movesAt('2027-03-26T22:59:59.999Z')).toEqual([]);
		expect(await movesAt('2027-03-26T23:00:00.000Z')).toEqual([{ id, code, from: 'scheduled', to: 'open' }]);
		expect(await readDialogueByCode(ctx, code)).toMatchObject({ state: 'open' });
		expect(await movesAt('2027-03-28T21:59:59.999Z')).toEqual([]);
		expect(await movesAt('2027-03-28T22:00:00.000Z')).toEqual([{ id, code, from: 'open', to: 'closing' }]);
		expect(await readDialogueByCode(ctx, code)).toMatchObject({ state: 'closing' });
		expect(await movesAt('2027-03-29T22:00:00Z')).toEqual([]);
	});

	test('that slept through its whole period opens and closes in one run', async () => {
		const ctx = await createContext();
		const { id } = await opened(ctx, { opensOn: '2027-03-10', closesOn: '2027-03-11' });
		ctx.setNow('2027-05-01T00:00:00Z');
		expect((await moveDialoguesByClock(ctx)).map(({ to }) => to)).toEqual(['open', 'closing']);
		expect(await readDialogue(ctx, id)).toMatchObject({ state: 'closing' });
	});

	test('without a last day stays open', async () => {
		const ctx = await createContext();
		await opened(ctx, { closesOn: null });
		ctx.setNow('2037-01-01T00:00:00Z');
		expect(await moveDialoguesByClock(ctx)).toEqual([]);
	});

	test('is moved by one of two clocks that run at once', async () => {
		const ctx = await createContext();
		await opened(ctx, { opensOn: '2027-03-02' });
		ctx.setNow('2027-03-02T00:00:00Z');
		const moves = await Promise.all([moveDialoguesByClock(ctx), moveDialoguesByClock(ctx)]);
		expect(moves.flat().length).toBe(1);
	});

	test('is listed by place and state, the latest opening first', async () => {
		const ctx = await createContext();
		await opened(ctx, { title: { sv: 'Första' } });
		await opened(ctx, { title: { sv: 'Andra' }, opensOn: '2027-03-10' });
		await opened(ctx, { title: { sv: 'Orsa' }, placeCode: '2034' });
		const titles = async (filter: Parameters<typeof listDialogues>[1]) =>
			(await listDialogues(ctx, filter)).map(({ title }) => title.sv);
		expect(await titles({ placeCode: '1785' })).toEqual(['Andra', 'Första']);
		expect(await titles({ placeCode: '1785', states: ['open'] })).toEqual(['Första']);
		expect((await titles({})).length).toBe(3);
		expect(await titles({ states: [] })).toEqual([]);
	});
});
