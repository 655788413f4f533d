import { expect, test } from 'vitest';
import { asWritten } from './written-text.ts';

test('empty lines part paragraphs and lines with a dash are a list', () => {
	expect(asWritten('Vi frågade:\n• Ett\n- Två\n\n\nSlut.\r\nMer')).toEqual([
		{ kind: 'paragraph', lines: ['Vi frågade:'] },
		{ kind: 'list', lines: ['Ett', 'Två'] },
		{ kind: 'paragraph', lines: ['Slut.', 'Mer'] }
	]);
	expect(asWritten('')).toEqual([]);
});
