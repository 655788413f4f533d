import { expect, test } from 'vitest';
import { sectionFromForm, tableOf, tableWritten } from './section-form.ts';

const form = (entries: [string, string][]): FormData => {
	const data = new FormData();
	for (const [name, value] of entries) data.append(name, value);
	return data;
};

const written: [string, string][] = [
	['revision', '4'],
	...(['a', 'b', 'c'] as const).map((id): [string, string] => ['block', id]),
	['kind.a', 'text'],
	['text.a', 'Ett'],
	['kind.b', 'evidence'],
	['evidence.b', 'E1'],
	['show.b', 'whole'],
	['note.b', 'Obs'],
	['kind.c', 'table'],
	['caption.c', 'Tabell'],
	['cells.c', 'Plats; Antal\r\nTorget; 3']
];

test('every button keeps what was written in the other blocks', () => {
	const after = (act: string, more: [string, string][] = []) =>
		sectionFromForm(form([...written, ['do', act], ...more]), 'new');
	expect(after('save')).toEqual({
		revision: 4,
		at: null,
		blocks: [
			{ id: 'a', kind: 'text', text: 'Ett' },
			{ id: 'b', kind: 'evidence', evidenceId: 'E1', show: 'whole', note: 'Obs' },
			{ id: 'c', kind: 'table', caption: 'Tabell', columns: ['Plats', 'Antal'], rows: [['Torget', '3']] }
		]
	});
	const order = (act: string) =>
		after(act)
			.blocks.map(({ id }) => id)
			.join('');
	expect([order('up:b'), order('down:b'), order('up:a'), order('remove:b'), order('up:x')]).toEqual([
		...['bac', 'acb', 'abc', 'ac', 'abc']
	]);
	expect(after('add:text').blocks.at(-1)).toEqual({ id: 'new', kind: 'text', text: '' });
	expect(after('add:evidence').blocks).toHaveLength(3);
	expect(after('add:evidence', [['newEvidence', 'E2']]).blocks.at(-1)).toMatchObject({ evidenceId: 'E2' });
});

test('a table is read back as it was written', () => {
	expect(tableOf(tableWritten({ columns: ['a', 'b'], rows: [['1', '2']] }))).toEqual({
		columns: ['a', 'b'],
		rows: [['1', '2']]
	});
});
