import { expect, test } from 'vitest';
import { findQuotes, mostShown } from './quotable.ts';

const source = (kind: 'report' | 'dialogue', texts: string[]) => ({
	...{ title: kind, kind },
	texts: texts.map((text, index) => ({ id: `${kind}-${index}`, text }))
});

test('texts are found by all of the words, in capitals or not, and sources without any are left out', () => {
	const sources = [
		source('report', ['Mörkt vid stationen', 'Ljust på torget']),
		source('dialogue', ['Bra buss'])
	];
	const found = findQuotes(sources, ' STATIONEN mörkt ');
	expect(found).toMatchObject({ all: 1, shown: 1, sources: [{ kind: 'report' }] });
	expect(findQuotes(sources, '')).toMatchObject({ all: 3, shown: 3 });
	expect(findQuotes(sources, 'cykel')).toEqual({ all: 0, shown: 0, sources: [] });
});

test('at most so many are shown, counted over all sources', () => {
	const many = Array.from({ length: mostShown - 1 }, (_, index) => `text ${index}`);
	const found = findQuotes([source('report', many), source('dialogue', ['text a', 'text b'])], 'text');
	expect(found).toMatchObject({ all: mostShown + 1, shown: mostShown });
	expect(found.sources[1]!.texts).toHaveLength(1);
});
