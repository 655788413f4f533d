import { describe, expect, test } from 'vitest';
import { lix, lixOf, wordsIn } from './lix.ts';

describe('LIX', () => {
	test.each([
		// five words in one sentence, none long
		['Hur är det hos dig?', 5],
		// ten words in two sentences, two of them long
		['Polisen vill veta hur du har det. Kommunen lyssnar på.', 10 / 2 + 30],
		['', 0],
		['…', 0],
		['112', 0],
		// abbreviations and clock times end no sentence
		['Ring kl. 14.30 om du kan, t.ex. nu. Eller sen?', Math.round(9 / 2)],
		// a line ends a sentence
		['Vi frågar\nDu svarar', 2],
		// six letters are not long, seven are; a hyphen joins letters that are counted together
		['sexton', 1],
		['sjutton', 101],
		['a-traktor', 101],
		['”Hör du?” sa hon.', 4]
	])('of “%s” is %d', (text, index) => {
		expect(lix(text)).toBe(index);
	});

	test('counts words in any alphabet', () => {
		expect(wordsIn('Як справи у вашому районі?')).toBe(5);
		expect(wordsIn('ما رأيك في الأمان هنا؟')).toBe(5);
	});

	test('of a questionnaire adds up its running texts, in one language', () => {
		const content = {
			title: { sv: 'Hej du', en: 'Hello' },
			intro: { sv: 'Vi vill veta.' },
			questions: [{ text: { sv: 'Hur är det?' }, help: { sv: 'Svara fritt.' } }]
		};
		expect(lixOf(content, 'sv')).toBe(Math.round(10 / 4));
		expect(lixOf(content, 'en')).toBe(1);
		expect(lixOf(content, 'so')).toBe(0);
	});
});
