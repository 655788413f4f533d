import type { Texts } from '#lib/i18n/languages.ts';
import type { Question } from './question.ts';

const words = /\p{L}[\p{L}\p{M}\p{N}]*(?:['’:-][\p{L}\p{N}]+)*/gu;
/** A sentence ends where something other than a small letter or a digit follows: not in “kl. 14.30” or “t.ex. här”. */
const sentenceEnds = /[.!?:…؟።]+["”’»)]*(?=\s+[^\s\p{Ll}\p{N}]|\s*$)/u;
const longLetters = 6;
const letters = /\p{L}/gu;

/** What readability is counted from; sums of texts add up. */
interface Count {
	words: number;
	long: number;
	sentences: number;
}

const isLong = (word: string): boolean => (word.match(letters)?.length ?? 0) > longLetters;

function countIn(text: string): Count {
	const found = text.match(words) ?? [];
	const sentences = text
		.split(/\n+/)
		.flatMap((line) => line.split(sentenceEnds))
		.filter((sentence) => sentence.match(words));
	return { words: found.length, long: found.filter(isLong).length, sentences: sentences.length };
}

const lixFrom = (counts: readonly Count[]): number => {
	const sum = (part: keyof Count) => counts.reduce((total, count) => total + count[part], 0);
	return sum('words') === 0
		? 0
		: Math.round(sum('words') / sum('sentences') + (100 * sum('long')) / sum('words'));
};

/** How many words the text has. */
export const wordsIn = (text: string): number => countIn(text).words;

/**
 * The readability index LIX, as a whole number: words per sentence and the percentage of words longer than six
 * letters, added (C. H. Björnsson, Läsbarhet, Liber 1968). Below 30 is very easy, 30–40 easy, 40–50 middling, above
 * that hard. The end of a line ends a sentence. 0 for a text without words.
 */
export const lix = (text: string): number => lixFrom([countIn(text)]);

/**
 * LIX of everything in a questionnaire that is running text, in one language: title, introduction, questions and
 * their help. Options are words in a list and left out; so are texts that are not translated.
 */
export function lixOf(
	content: { title: Texts; intro?: Texts; questions: readonly Pick<Question, 'text' | 'help'>[] },
	language: string
): number {
	const texts = [
		content.title,
		content.intro,
		...content.questions.flatMap((question) => [question.text, question.help])
	];
	return lixFrom(texts.map((text) => countIn(text?.[language] ?? '')));
}
