import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { readDialogue } from '#lib/dialogues/server/read-dialogue.ts';
import type { Histogram } from '#lib/sealing/histogram.ts';
import { onBothEngines, type TestContext } from '#tests/support/context.ts';
import { createStaff } from '#tests/support/people.ts';
import { storeDialogue, storeRelease } from '#tests/support/published.ts';
import { mustBeOk } from '#tests/support/builders.ts';
import { image } from '#tests/support/staff-cast.ts';
import type { FocusInput } from '../choice-input.ts';
import type { EvidenceInput } from '../evidence-input.ts';
import { listCauses, removeCause, saveCause } from './save-cause.ts';
import {
	listEvidence,
	listEvidenceOfAnswer,
	publishEvidence,
	readEvidence,
	readEvidenceFile
} from './read-evidence.ts';
import { recordEvidence, withdrawEvidence } from './record-evidence.ts';
import { listFocusAreas, readFocusArea, saveFocusArea } from './save-focus-area.ts';
import { saveProblem } from './save-problem.ts';

const placeCode = '1785';
const counts = (lighting: number, drugs: number): Histogram => ({
	...{ sheets: lighting + drugs, skipped: 0 },
	...{ counts: { lighting, drugs }, first: { lighting, drugs } }
});

async function released(ctx: TestContext, seq: number, [lighting, drugs]: [number, number]): Promise<void> {
	const dialogue = seq === 1 ? await storeDialogue(ctx) : await readDialogue(ctx, 'dialogue');
	const published = { priority: { '*|*': counts(lighting, drugs) } };
	await storeRelease(ctx, { dialogue, seq }, { sealed: { '*|*': lighting + drugs }, published });
}

const shown: EvidenceInput = {
	kind: 'result',
	dialogueCode: '482913',
	questionKey: 'priority',
	optionKey: 'lighting'
};

onBothEngines('evidence', (createContext) => {
	test('keeps its value after new answers arrive and after its dialogue is purged, and leads on from an answer', async () => {
		const ctx = await createContext();
		await released(ctx, 1, [12, 8]);
		const { ctx: editor } = await createStaff(ctx, { role: 'editor', placeCode });
		const taken = await mustBeOk(recordEvidence(editor, shown));
		expect(taken).toMatchObject({ figure: '60\u00a0%', n: 20, seq: 1, source: 'Trygghet i Säffle' });
		expect(taken.statement).toBe('60\u00a0% svarade ”Dålig belysning”');
		expect(taken.selection).toBe('självvalt urval, webb');
		await released(ctx, 2, [12, 28]);
		for (const table of ['published', 'sealedCount'] as const) await ctx.db.deleteFrom(table).execute();
		expect(await readEvidence(editor, taken.id)).toEqual(taken);
		await expect(readEvidence({ ...ctx, actor: { kind: 'visitor' } }, taken.id)).rejects.toThrow('no such');
		const about = { dialogueCode: '482913', questionKey: 'priority', optionKey: 'lighting' };
		expect(await listEvidenceOfAnswer(ctx, about)).toEqual([]);
		await ctx.db.transaction().execute((trx) => publishEvidence(trx, ctx, [taken.id]));
		expect((await readEvidence({ ...ctx, actor: { kind: 'visitor' } }, taken.id)).figure).toBe('60\u00a0%');
		expect((await listEvidenceOfAnswer(ctx, about)).map(({ id }) => id)).toEqual([taken.id]);
	});

	test('cannot be changed or deleted even in the database, but taken back', async () => {
		const ctx = await createContext();
		await released(ctx, 1, [12, 8]);
		const { id } = await mustBeOk(recordEvidence(ctx, shown));
		const change = ctx.db.updateTable('evidence').set({ figure: '99 %' }).where('id', '=', id).execute();
		await expect(change).rejects.toThrow('never changes');
		await expect(sql`delete from evidence`.execute(ctx.db)).rejects.toThrow('never changes');
		await withdrawEvidence(ctx, { id, withdrawn: true });
		expect((await readEvidence(ctx, id)).withdrawn).toBe(true);
	});

	test('is not made of what may not be shown, nor of a file of another kind than it takes', async () => {
		const ctx = await createContext();
		await released(ctx, 1, [12, 8]);
		const hidden = await recordEvidence(ctx, { ...shown, questionKey: 'safe_overall', optionKey: '1' });
		expect(hidden).toMatchObject({ ok: false, problems: [{ code: 'not-shown' }] });
		const document: EvidenceInput = {
			kind: 'document',
			placeCode,
			statement: 'Buskörning på Sundsgatan',
			source: 'Polisen',
			day: '2027-02-01'
		};
		const script = await recordEvidence(ctx, { ...document, content: Buffer.from('<svg/>') });
		expect(script).toMatchObject({ ok: false, problems: [{ at: 'file', code: 'unknown-type' }] });
		const { id } = await mustBeOk(
			recordEvidence(ctx, { ...document, content: image, fileName: 'karta.png' })
		);
		expect(await readEvidenceFile(ctx, id)).toMatchObject({ mediaType: 'image/png', name: 'karta.png' });
		expect(await listEvidence(ctx, { placeCode })).toHaveLength(1);
		const { ctx: stranger } = await createStaff(ctx, { role: 'editor', placeCode: '2034' });
		await expect(readEvidenceFile(stranger, id)).rejects.toThrow('no such');
		await expect(recordEvidence(stranger, document)).rejects.toThrow('not-found');
	});
});

onBothEngines('causes and focus areas', (createContext) => {
	test('hang together from the problem to the focus area, and a cause that is used stays', async () => {
		const ctx = await createContext();
		const problem = await mustBeOk(
			saveProblem(ctx, {
				...{ id: null, placeCode, name: 'Buskörning', note: '', evidenceIds: [], overrules: {} }
			})
		);
		const cause = (text: string, parentId: string | null) =>
			mustBeOk(
				saveCause(ctx, {
					...{ id: null, problemId: problem.id, bone: 'offender', text, parentId, evidenceIds: [] }
				})
			);
		const above = await cause('Unga samlas i bilar', null);
		const below = await cause('Ingenstans att vara', above.id);
		expect(await removeCause(ctx, above.id)).toMatchObject({ problems: [{ code: 'has-causes' }] });
		const { id, bone, text } = above;
		const loop = await saveCause(ctx, {
			...{ id, bone, text, problemId: problem.id, parentId: below.id, evidenceIds: [] }
		});
		expect(loop.ok).toBe(false);
		const written: FocusInput = {
			...{ id: null, placeCode, name: 'Synlighet', why: 'Invånarna ber om det', remit: 'both' },
			...{ validFrom: '2027-04-01', validTo: '2028-04-01', evidenceIds: [], causeIds: [below.id] }
		};
		const focus = await mustBeOk(saveFocusArea(ctx, written));
		expect(await removeCause(ctx, below.id)).toMatchObject({ problems: [{ code: 'in-focus-area' }] });
		expect(await readFocusArea(ctx, focus.id)).toEqual(focus);
		expect(await listFocusAreas(ctx, { placeCode })).toEqual([focus]);
		expect((await listCauses(ctx, { placeCode })).map(({ text }) => text)).toEqual([above.text, below.text]);
		const early = await saveFocusArea(ctx, { ...written, id: focus.id, validTo: '2026-01-01' });
		expect(early).toMatchObject({ problems: [{ at: 'validTo', code: 'before-start' }] });
	});
});
