import { expect, test } from 'vitest';
import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import type { Histogram } from '#lib/sealing/histogram.ts';
import { mustBeOk } from '#tests/support/builders.ts';
import { onBothEngines, type TestContext } from '#tests/support/context.ts';
import { createStaff } from '#tests/support/people.ts';
import { storeDialogue, storeRelease } from '#tests/support/published.ts';
import type { Block, Section, SectionKey } from '../picture.ts';
import { draftPicture } from './draft-picture.ts';
import { listPublishedPictures, readPicture, readPublishedPicture } from './read-picture.ts';
import { readEvidence } from './read-evidence.ts';
import { saveSection } from './save-picture.ts';
import { saveFocusArea } from './save-focus-area.ts';
import { copyPicture } from './copy-picture.ts';
import { freezePicture, publishPicture, signPicture } from './sign-picture.ts';

const placeCode = '1785';

const ranked = (lighting: number, drugs: number): Histogram => ({
	...{ sheets: lighting + drugs, skipped: 0, counts: { lighting, drugs } },
	first: { lighting, drugs }
});
const graded = (counts: Record<string, number>): Histogram => ({
	...{ sheets: Object.values(counts).reduce((sum, count) => sum + count), skipped: 0, counts }
});

async function release(ctx: TestContext, dialogue: Dialogue, seq: number, lighting: number): Promise<void> {
	await storeRelease(
		ctx,
		{ dialogue, seq },
		{
			sealed: { 'norra|*': 20, 'sodra|*': 20 },
			published: {
				priority: { 'norra|*': ranked(lighting, 20 - lighting), 'sodra|*': ranked(12, 8) },
				safe_overall: {
					'norra|*': graded({ '1': 2, '2': 2, '3': 8, '4': 8 }),
					'sodra|*': graded({ '1': 8, '2': 8, '3': 2, '4': 2 })
				}
			}
		}
	);
}

async function drafted(ctx: TestContext) {
	const dialogue = await storeDialogue(ctx, 'closed');
	await release(ctx, dialogue, 1, 12);
	const { ctx: editor } = await createStaff(ctx, { role: 'editor', placeCode });
	const picture = await mustBeOk(
		draftPicture(editor, {
			...{ placeCode, title: 'Lägesbild våren 2027', from: '2027-01-01', to: '2027-06-30' },
			...{ dialogueIds: [dialogue.id], seriesIds: [] }
		})
	);
	return { dialogue, editor, picture };
}

const sectionOf = (sections: readonly Section[], key: SectionKey) => sections.find((one) => one.key === key)!;
const words = (text: string): Block[] => [{ id: 'a', kind: 'text', text }];

/** Writes what a draft leaves to people, and freezes it. */
async function frozen(ctx: TestContext) {
	const made = await drafted(ctx);
	const { editor, picture } = made;
	const { sections } = await readPicture(editor, picture.id);
	const { key, revision } = sectionOf(sections, 'chosen');
	const section = { pictureId: picture.id, section: key, revision };
	await mustBeOk(saveSection(editor, { ...section, blocks: words('Vi går vidare med belysningen.') }));
	await mustBeOk(
		saveFocusArea(editor, {
			...{ id: null, placeCode, name: 'Utemiljön', why: 'Mörkt', remit: 'municipality', validTo: null },
			...{ validFrom: '2027-07-01', evidenceIds: [], causeIds: [] }
		})
	);
	await mustBeOk(freezePicture(editor, picture.id));
	return made;
}

async function signed(ctx: TestContext) {
	const made = await frozen(ctx);
	const { ctx: police } = await createStaff(ctx, { role: 'publisher', placeCode: 'lpo-arvika' });
	const { ctx: chair } = await createStaff(ctx, { role: 'publisher', placeCode });
	const { id } = made.picture;
	await mustBeOk(signPicture(police, { id, side: 'police', title: 'Chef för lokalpolisområdet' }));
	return { ...made, id, police, chair };
}

onBothEngines('a picture', (createContext) => {
	test('is drafted by itself: what was asked and said, the lowest graded part, problems, and what nobody knows', async () => {
		const ctx = await createContext();
		const { editor, picture } = await drafted(ctx);
		const { snapshot } = await readPicture(editor, picture.id);
		const statements = snapshot.evidence.map(({ statement }) => statement.replaceAll('\u00a0', ' '));
		expect(statements).toContain('60 % svarade ”Dålig belysning”');
		expect(statements).toContain('Lägst trygghetsbetyg: Södra, 1,9 av 4');
		expect(snapshot.problems.map(({ name }) => name)).toEqual(['Dålig belysning', 'Narkotika']);
		expect(snapshot.matrix[0]!.cells[0]).toMatchObject({ source: 'citizens', strength: 'strong' });
		const section = (key: string) => snapshot.sections.find((one) => one.key === key)!.blocks;
		expect(section('asked')[0]).toMatchObject({ text: expect.stringContaining('40 svarade') as string });
		expect(section('unknown')[0]).toMatchObject({ text: expect.stringContaining('Säffle') as string });
		expect(section('said').filter(({ kind }) => kind === 'evidence').length).toBeGreaterThan(3);
	});

	test('drafted again from the same release rests on the same evidence', async () => {
		const ctx = await createContext();
		const { editor, picture, dialogue } = await drafted(ctx);
		const about = { placeCode, title: 'Igen', from: picture.from, to: picture.to, seriesIds: [] };
		const again = await mustBeOk(draftPicture(editor, { ...about, dialogueIds: [dialogue.id] }));
		const [one, two] = await Promise.all([readPicture(editor, picture.id), readPicture(editor, again.id)]);
		expect(two.snapshot.evidence).toEqual(one.snapshot.evidence);
		expect(two.snapshot.matrix[0]!.cells[0]!.evidenceIds).toHaveLength(1);
		await release(ctx, dialogue, 2, 16);
		const later = await mustBeOk(draftPicture(editor, { ...about, dialogueIds: [dialogue.id] }));
		const { snapshot } = await readPicture(editor, later.id);
		expect(snapshot.evidence.some(({ seq }) => seq === 2)).toBe(true);
	});

	test('is never overwritten by somebody who did not see the latest words', async () => {
		const ctx = await createContext();
		const { editor, picture } = await drafted(ctx);
		const write = (revision: number, text: string) =>
			saveSection(editor, { pictureId: picture.id, section: 'unknown', revision, blocks: words(text) });
		const both = await Promise.all([write(1, 'Min text'), write(1, 'Din text')]);
		expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
		expect(both.find(({ ok }) => !ok)).toMatchObject({ problems: [{ code: 'changed-meanwhile' }] });
		expect(await write(2, 'Sedan')).toMatchObject({ ok: true, value: { revision: 3 } });
	});

	test('is not frozen while it does not say what nobody knows, or what is chosen', async () => {
		const ctx = await createContext();
		const { editor, picture } = await drafted(ctx);
		const section = { pictureId: picture.id, section: 'unknown', revision: 1 } as const;
		await mustBeOk(saveSection(editor, { ...section, blocks: words('') }));
		const refused = await freezePicture(editor, picture.id);
		expect(refused).toMatchObject({
			problems: [{ code: 'unknown-empty' }, { code: 'chosen-empty' }]
		});
	});

	test('is published by two people of two sides, and until then nobody outside sees anything of it', async () => {
		const ctx = await createContext();
		const { id, police, chair, picture } = await signed(ctx);
		const visitor = { ...ctx, actor: { kind: 'visitor' } } as TestContext;
		const { ctx: foreign } = await createStaff(ctx, { role: 'administrator', placeCode: '2034' });
		const evidenceId = (await readPicture(ctx, id)).snapshot.evidence[0]!.id;
		for (const outside of [visitor, foreign]) {
			await expect(readPicture(outside, id)).rejects.toThrow('not-found');
			await expect(readEvidence(outside, evidenceId)).rejects.toThrow('no such');
		}
		expect(await listPublishedPictures(ctx, placeCode)).toEqual([]);
		await expect(readPublishedPicture(ctx, { placeCode, number: 1 })).rejects.toThrow('no published');
		const again = await signPicture(police, { id, side: 'municipality', title: 'Ordförande' });
		expect(again).toMatchObject({ problems: [{ code: 'same-person' }] });
		expect(await publishPicture(police, id)).toMatchObject({ problems: [{ code: 'unsigned' }] });
		await mustBeOk(signPicture(chair, { id, side: 'municipality', title: 'Kommunstyrelsens ordförande' }));
		expect((await mustBeOk(publishPicture(chair, id))).state).toBe('published');
		const shown = await readPublishedPicture(visitor, { placeCode });
		expect(shown.picture).toMatchObject({ number: 1, title: picture.title });
		expect(shown.signatures.map(({ side }) => side)).toEqual(['police', 'municipality']);
		expect((await readEvidence(visitor, evidenceId)).id).toBe(evidenceId);
	});

	test('keeps every figure after new answers, new problems and new focus areas; a change is a new version', async () => {
		const ctx = await createContext();
		const { id, chair, dialogue, editor } = await signed(ctx);
		await mustBeOk(signPicture(chair, { id, side: 'municipality', title: 'Ordförande' }));
		await mustBeOk(publishPicture(chair, id));
		const before = await readPublishedPicture(ctx, { placeCode });
		await release(ctx, dialogue, 2, 1);
		await mustBeOk(
			saveFocusArea(editor, {
				...{ id: null, placeCode, name: 'Annat', why: 'Nytt', remit: 'both', validTo: null },
				...{ validFrom: '2028-01-01', evidenceIds: [], causeIds: [] }
			})
		);
		expect(await readPublishedPicture(ctx, { placeCode })).toEqual(before);
		const copy = await copyPicture(editor, id);
		expect((await mustBeOk(freezePicture(editor, copy.id))).number).toBe(2);
		expect((await readPublishedPicture(ctx, { placeCode })).picture.number).toBe(1);
	});

	test('cannot be changed once it is frozen, nor unsigned, even in the database', async () => {
		const ctx = await createContext();
		const { id, editor } = await signed(ctx);
		const change = (values: object) =>
			ctx.db.updateTable('picture').set(values).where('id', '=', id).execute();
		for (const values of [{ title: 'Annat' }, { snapshot: '{}' }, { state: 'draft' }, { number: 7 }])
			await expect(change(values), JSON.stringify(values)).rejects.toThrow('never changes');
		await expect(ctx.db.deleteFrom('picture').where('id', '=', id).execute()).rejects.toThrow();
		const unsign = ctx.db.deleteFrom('pictureSignature').where('pictureId', '=', id).execute();
		await expect(unsign).rejects.toThrow('never changes');
		const late = saveSection(editor, { pictureId: id, section: 'said', revision: 1, blocks: [] });
		await expect(late).rejects.toThrow('frozen');
	});
});
