import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { contentOf } from '#lib/questionnaire/draft-content.ts';
import { createDraft } from '#lib/questionnaire/server/create-draft.ts';
import { deleteDraft } from '#lib/questionnaire/server/delete-draft.ts';
import { answerOnce, definition, mustBeOk, openTestDialogue } from '#tests/support/builders.ts';
import { onBothEngines, type TestContext } from '#tests/support/context.ts';
import { createStaff } from '#tests/support/people.ts';
import { randomId } from '../../server/random.ts';
import { deleteRehearsal, deleteRehearsalIn } from './delete-rehearsal.ts';
import { readRehearsals } from './read-rehearsals.ts';
import { recordRehearsal } from './record-rehearsal.ts';

const answers = { lighting: 'no', problems: ['litter'], priority: ['light', 'youth'], words: 'Mörkt' };
const background = { district: 'north' };

const newDraft = (ctx: TestContext) =>
	createDraft(ctx, { placeCode: '1785', content: contentOf(definition) });

const rehearse = async (ctx: TestContext, draft: { id: string }, key = randomId(ctx.random)) =>
	mustBeOk(recordRehearsal(ctx, { draft, key, answers, background }));

/** Everything that is stored, table by table, but for rehearsals and the log of what staff did. */
async function everythingElse(ctx: TestContext): Promise<Record<string, string[]>> {
	const tables = (await ctx.db.introspection.getTables()).map(({ name }) => name);
	const found: Record<string, string[]> = {};
	for (const table of tables.filter((name) => !['rehearsal_sheet', 'audit_event'].includes(name))) {
		const { rows } = await sql`select * from ${sql.table(table)}`.execute(ctx.db);
		found[table] = rows.map((row) => JSON.stringify(row)).sort();
	}
	return found;
}

onBothEngines('a rehearsal', (createContext) => {
	test('shows what would be stored, as often as somebody tries', async () => {
		const ctx = await createContext();
		const draft = await newDraft(ctx);
		const { id } = await rehearse(ctx, draft);
		await rehearse(ctx, draft);
		expect(await readRehearsals(ctx, { draftId: draft.id, id })).toEqual({
			number: 2,
			sheet: {
				answers: { lighting: 'no', problems: ['litter'], priority: ['light', 'youth'], words: '' },
				texts: [{ question: 'words', text: 'Mörkt' }],
				background
			}
		});
		const unknown = await readRehearsals(ctx, { draftId: draft.id, id: 'unknown' });
		expect(unknown).toEqual({ number: 2, sheet: null });
	});

	test('that is sent twice is kept once', async () => {
		const ctx = await createContext();
		const draft = await newDraft(ctx);
		const key = randomId(ctx.random);
		await Promise.all([rehearse(ctx, draft, key), rehearse(ctx, draft, key)]);
		expect((await readRehearsals(ctx, { draftId: draft.id })).number).toBe(1);
	});

	test('is checked as a real answer', async () => {
		const ctx = await createContext();
		const draft = await newDraft(ctx);
		const sheet = { draft, key: randomId(ctx.random), answers: { lighting: 'maybe' }, background: {} };
		expect(await recordRehearsal(ctx, sheet)).toMatchObject({
			ok: false,
			problems: [{ at: 'answers.lighting', code: 'unknown-option' }]
		});
		expect((await readRehearsals(ctx, { draftId: draft.id })).number).toBe(0);
	});

	test('touches nothing that is counted: pending, blocks, ledger and results stay as they were', async () => {
		const ctx = await createContext();
		const dialogue = await openTestDialogue(ctx);
		await mustBeOk(answerOnce(ctx, dialogue, { answers }));
		const draft = await newDraft(ctx);
		const before = await everythingElse(ctx);
		expect(Object.keys(before).length).toBeGreaterThan(25);
		expect(before.pending).toHaveLength(1);
		await rehearse(ctx, draft);
		await rehearse(ctx, draft);
		expect(await everythingElse(ctx)).toEqual(before);
		await deleteRehearsal(ctx, draft.id);
		expect(await everythingElse(ctx)).toEqual(before);
	});

	test('goes away by itself with its draft, and when somebody or the opening takes it away', async () => {
		const ctx = await createContext();
		const rows = async () => (await ctx.db.selectFrom('rehearsalSheet').select('id').execute()).length;
		const [one, other, third] = [await newDraft(ctx), await newDraft(ctx), await newDraft(ctx)];
		for (const draft of [one, one, other, third]) await rehearse(ctx, draft);
		await deleteRehearsal(ctx, one.id);
		expect(await rows()).toBe(2);
		await ctx.db.transaction().execute((trx) => deleteRehearsalIn(trx, other.id));
		expect(await rows()).toBe(1);
		await deleteDraft(ctx, third.id);
		expect(await rows()).toBe(0);
	});

	test('is for those who write the questionnaire, and leaves lines without answers in the log', async () => {
		const ctx = await createContext();
		const draft = await newDraft(ctx);
		const editor = await createStaff(ctx, { role: 'editor', placeCode: '1785' });
		await rehearse(editor.ctx, draft);
		await deleteRehearsal(editor.ctx, draft.id);
		await deleteRehearsal(editor.ctx, draft.id);
		for (const [role, placeCode] of [
			['facilitator', '1785'],
			['administrator', '2034']
		] as const) {
			const { ctx: other } = await createStaff(ctx, { role, placeCode });
			const absent = { code: 'not-found' };
			await expect(rehearse(other, draft)).rejects.toMatchObject(absent);
			await expect(readRehearsals(other, { draftId: draft.id })).rejects.toMatchObject(absent);
			await expect(deleteRehearsal(other, draft.id)).rejects.toMatchObject(absent);
		}
		const lines = await ctx.db.selectFrom('auditEvent').selectAll().execute();
		const own = lines.filter(({ action }) => action.startsWith('rehearsal.'));
		expect(own.map(({ action }) => action)).toEqual(['rehearsal.sent', 'rehearsal.deleted']);
		expect(JSON.stringify(own)).not.toContain('Mörkt');
	});
});
