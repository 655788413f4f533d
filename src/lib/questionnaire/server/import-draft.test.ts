import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listEvents } from '#lib/audit/server/list-events.ts';
import type { Role } from '#lib/server/role.ts';
import { onBothEngines, type TestContext } from '#tests/support/context.ts';
import { createStaff } from '#tests/support/people.ts';
import { template } from '../bank/templates.ts';
import { exportQuestionnaire } from '../exchange/export-questionnaire.ts';
import { exportDraft, exportVersion } from './export-questionnaire.ts';
import { importDraft, readImportFile } from './import-draft.ts';
import { publishQuestionnaire } from './publish-questionnaire.ts';
import { readDraft } from './read-draft.ts';

const placeCode = '1785';
const survey = readFileSync('tests/samples/limesurvey/ls261_uk_core_survey.lss');
const by = async (ctx: TestContext, role: Role = 'editor', place = placeCode) =>
	(await createStaff(ctx, { role, placeCode: place })).ctx;
const stored = async (ctx: TestContext) =>
	(await ctx.db.selectFrom('questionnaireDraft').select('id').execute()).length;

onBothEngines('an import', (createContext) => {
	test('is read without anything being stored, then begins a draft, and the log says where it came from', async () => {
		const ctx = await createContext();
		const editor = await by(ctx);
		const read = await readImportFile(editor, { placeCode, bytes: survey });
		if (!read.ok) throw new Error('the sample can be read');
		expect(await stored(ctx)).toBe(0);
		const { text, format, content } = read.value;
		const imported = await importDraft(editor, { placeCode, text, format });
		if (!imported.ok) throw new Error('what was read can be stored');
		const draft = await readDraft(editor, imported.value.id);
		expect(draft).toMatchObject({ placeCode, questionnaireId: null, revision: 1 });
		expect(draft.content).toEqual(content);
		const { events } = await listEvents(ctx, { placeCodes: [placeCode], limit: 5 });
		expect(events.find(({ action }) => action === 'draft.created')).toMatchObject({
			subject: `draft:${draft.id}`,
			after: { title: 'UK-RSE Survey', imported: 'lss' }
		});
	});

	test('of a file that cannot be read says why and stores nothing', async () => {
		const ctx = await createContext();
		const editor = await by(ctx);
		const bytes = survey.subarray(0, 100_000);
		expect(await readImportFile(editor, { placeCode, bytes })).toEqual({
			ok: false,
			problems: [{ at: 'file', code: 'truncated', detail: expect.any(String) as string }]
		});
		for (const text of ['', '{}', '{"format":"lyhord-questionnaire","version":1}'])
			expect(await importDraft(editor, { placeCode, text, format: 'json' })).toMatchObject({
				ok: false,
				problems: [{ at: 'file' }]
			});
		expect(await stored(ctx)).toBe(0);
	});

	test('is nothing for those who may not write questionnaires there', async () => {
		const ctx = await createContext();
		const text = exportQuestionnaire(template('K3', { areas: [] }));
		for (const other of [await by(ctx, 'reader'), await by(ctx, 'editor', '2034')]) {
			const missing = expect.objectContaining({ code: 'not-found' }) as unknown;
			await expect(readImportFile(other, { placeCode, bytes: survey })).rejects.toEqual(missing);
			await expect(importDraft(other, { placeCode, text, format: 'json' })).rejects.toEqual(missing);
		}
		expect(await stored(ctx)).toBe(0);
	});
});

onBothEngines('an export', (createContext) => {
	test('of a draft imports as that draft, and of a version as that version', async () => {
		const ctx = await createContext();
		const editor = await by(ctx);
		const definition = template('S8', { areas: [] });
		const published = await publishQuestionnaire(ctx, { placeCode, definition });
		const version = await exportVersion(editor, published);
		expect(version).toEqual({ name: 'hur-trygg-ar-du-dar-du-bor-1', text: exportQuestionnaire(definition) });
		const imported = await importDraft(editor, { placeCode, text: version.text, format: 'json' });
		if (!imported.ok) throw new Error('an export can be imported');
		expect(await exportDraft(editor, imported.value.id)).toEqual({
			name: 'hur-trygg-ar-du-dar-du-bor',
			text: version.text
		});
	});

	test('is nothing for those who may not write questionnaires there, or when there is no such thing', async () => {
		const ctx = await createContext();
		const definition = template('K3', { areas: [] });
		const published = await publishQuestionnaire(ctx, { placeCode, definition });
		const editor = await by(ctx);
		const imported = await importDraft(editor, {
			placeCode,
			text: exportQuestionnaire(definition),
			format: 'json'
		});
		const id = imported.ok ? imported.value.id : '';
		const missing = expect.objectContaining({ code: 'not-found' }) as unknown;
		for (const other of [await by(ctx, 'reader'), await by(ctx, 'editor', '2034')]) {
			await expect(exportDraft(other, id)).rejects.toEqual(missing);
			await expect(exportVersion(other, published)).rejects.toEqual(missing);
		}
		await expect(exportDraft(editor, 'unknown')).rejects.toEqual(missing);
		await expect(exportVersion(editor, { ...published, version: 2 })).rejects.toEqual(missing);
		await expect(exportVersion(editor, { questionnaireId: 'x', version: 1 })).rejects.toEqual(missing);
	});
});
