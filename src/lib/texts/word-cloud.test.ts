import { expect, test } from 'vitest';
import { countWords } from './word-cloud.ts';

test('a word counts once a text, in all its forms, and is shown in its commonest', () => {
	const texts = ['Lampan, lampan och lamporna', 'Laga lampan', 'Lampor!', 'lampan'];
	expect(countWords(texts, { least: 4 })).toEqual([{ word: 'lampan', texts: 4 }]);
	expect(countWords(texts, { least: 5 })).toEqual([]);
});

test('places keep their names, masks and words without meaning are left out', () => {
	const texts = [
		'Säffle är mörkt, säger [namn]',
		'Vi i Säffles centrum',
		'Och Säffle då? [namn] [telefonnummer]'
	];
	expect(countWords(texts, { least: 2 })).toEqual([{ word: 'Säffle', texts: 3 }]);
});

test('at most sixty words are told', () => {
	const text = Array.from(
		{ length: 200 },
		(_, n) => `ord${'abcdefghij'[n % 10]}${'klmnopqrst'[Math.floor(n / 10) % 10]}${'uvxyz'[n % 5]}x`
	);
	expect(countWords([text.join(' ')], { least: 1 }).length).toBeLessThanOrEqual(60);
});
