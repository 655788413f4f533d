import { expect, test } from 'vitest';
import { listEvents } from '#lib/audit/server/list-events.ts';
import { createDraft } from '#lib/questionnaire/server/create-draft.ts';
import { deleteDraft } from '#lib/questionnaire/server/delete-draft.ts';
import { onBothEngines, type TestContext } from '#tests/support/context.ts';
import { draft } from '#tests/support/faulty-drafts.ts';
import { createStaff } from '#tests/support/people.ts';
import { emptyPlan, suggestDates } from '../plan-suggestion.ts';
import { readPlan } from './read-plan.ts';
import { savePlan } from './save-plan.ts';

const begun = (ctx: TestContext) => createDraft(ctx, { placeCode: '1785', content: draft() });

onBothEngines('the plan of a draft', (createContext) => {
	test('is empty until somebody saves it, and is kept as it was written', async () => {
		const ctx = await createContext();
		const { id } = await begun(ctx);
		expect(await readPlan(ctx, id)).toEqual(emptyPlan());
		const plan = {
			...emptyPlan(),
			...suggestDates(ctx.now()),
			closesOn: null,
			channels: ['paper', 'web'],
			anonymity: 'strict',
			entry: 'codes'
		};
		const saved = { ...plan, channels: ['web', 'paper'] };
		expect(await savePlan(ctx, { draftId: id, plan })).toEqual({ ok: true, value: saved });
		expect(await readPlan(ctx, id)).toEqual(saved);
	});

	test('can be changed in part', async () => {
		const ctx = await createContext();
		const { id } = await begun(ctx);
		await savePlan(ctx, { draftId: id, plan: suggestDates(ctx.now()) });
		await savePlan(ctx, { draftId: id, plan: { anonymity: 'strict' } });
		expect(await readPlan(ctx, id)).toMatchObject({ anonymity: 'strict', closesOn: '2027-03-29' });
	});

	test('is refused with what has the wrong form', async () => {
		const ctx = await createContext();
		const { id } = await begun(ctx);
		const plan = { kind: 'poll', opensOn: '2027-02-30', channels: ['pigeon'], entry: '' };
		expect(await savePlan(ctx, { draftId: id, plan })).toMatchObject({
			ok: false,
			problems: [
				{ at: 'kind', code: 'missing' },
				{ at: 'opensOn', code: 'invalid-day' },
				{ at: 'channels', code: 'unknown' },
				{ at: 'entry', code: 'missing' }
			]
		});
		expect(await readPlan(ctx, id)).toEqual(emptyPlan());
	});

	test('goes with its draft', async () => {
		const ctx = await createContext();
		const { id } = await begun(ctx);
		await savePlan(ctx, { draftId: id, plan: suggestDates(ctx.now()) });
		await deleteDraft(ctx, id);
		expect(await ctx.db.selectFrom('dialoguePlan').select('draftId').execute()).toEqual([]);
	});

	test('is for those who may edit dialogues in the place, and is logged once per change', async () => {
		const created = await createContext();
		const { id } = await begun(created);
		const { ctx: editor } = await createStaff(created, { role: 'editor', placeCode: '1785' });
		const { ctx: reader } = await createStaff(created, { role: 'reader', placeCode: '1785' });
		const { ctx: neighbour } = await createStaff(created, { role: 'publisher', placeCode: '1780' });
		for (const ctx of [reader, neighbour]) {
			await expect(readPlan(ctx, id)).rejects.toMatchObject({ code: 'not-found' });
			await expect(savePlan(ctx, { draftId: id, plan: {} })).rejects.toMatchObject({ code: 'not-found' });
		}
		for (let time = 0; time < 2; time++)
			await savePlan(editor, { draftId: id, plan: { anonymity: 'strict' } });
		const { events } = await listEvents(created, { action: 'plan.saved' });
		expect(events).toMatchObject([
			{ before: { anonymity: 'standard' }, after: { title: 'Trygg här', anonymity: 'strict' } }
		]);
	});
});
