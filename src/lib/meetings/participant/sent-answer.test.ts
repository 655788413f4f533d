import { expect, test } from 'vitest';
import { keptAnswer, readSentAnswer, wayOf } from './sent-answer.ts';

function form(...entries: [string, string][]): FormData {
	const data = new FormData();
	for (const [name, value] of entries) data.append(name, value);
	return data;
}

test('a form is read as a program would send the answer', () => {
	expect(readSentAnswer(form(['svar', 'yes']), 'tap')).toBe('yes');
	expect(readSentAnswer(form(['svar', 'a'], ['svar', 'b']), 'several')).toEqual(['a', 'b']);
	expect(readSentAnswer(form(['svar2', 'b'], ['svar1', 'a']), 'ranking')).toEqual(['a', 'b']);
	expect(readSentAnswer(form(['svar', 'Fler lampor']), 'text')).toBe('Fler lampor');
});

test('nothing chosen and nothing but blanks is no answer', () => {
	for (const way of ['tap', 'several', 'ranking', 'text'] as const)
		expect(readSentAnswer(form(['svar', '  '], ['steg', 's1']), way)).toBeUndefined();
});

test('every kind of question has a way to be answered', () => {
	expect(['choice', 'scale', 'place'].map(wayOf)).toEqual(['tap', 'tap', 'tap']);
	expect(['choices', 'ranking', 'text'].map(wayOf)).toEqual(['several', 'ranking', 'text']);
});

test('what could not be saved is kept as it was written, field by field', () => {
	const kept = keptAnswer(form(['steg', 's1'], ['svar', 'a'], ['svar', 'b'], ['svar2', 'c'], ['proof', 'x']));
	expect(kept).toEqual({ stepId: 's1', fields: { svar: ['a', 'b'], svar1: [], svar2: ['c'], svar3: [] } });
});
