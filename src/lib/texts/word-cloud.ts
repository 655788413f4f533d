import { maskWords } from './mask.ts';
import { isPlaceName } from './place-words.ts';
import { stemSwedish } from './stem-swedish.ts';
import { stopWords } from './stop-words.ts';

/** A word with the number of texts it stands in. */
export interface CountedWord {
	/** In the form that most texts have. */
	word: string;
	texts: number;
}

const wordPattern = /\p{L}[\p{L}\p{M}-]{1,40}/gu;
const masks = [...new Set(Object.values(maskWords))];
/** The most words that are shown. */
const mostWords = 60;

const withoutMasks = (text: string): string => masks.reduce((rest, mask) => rest.replaceAll(mask, ' '), text);

const isNamed = (word: string): boolean => /^\p{Lu}/u.test(word) && isPlaceName(word);

/** The stem of each word of a text, with the forms it has there; names of places are kept as they are. */
function stemsOf(text: string): Map<string, Set<string>> {
	const stems = new Map<string, Set<string>>();
	for (const [found] of withoutMasks(text).matchAll(wordPattern)) {
		const word = found.replace(/-+$/, '');
		const lower = word.toLocaleLowerCase('sv');
		if (word.length < 3 || stopWords.has(lower)) continue;
		const isPlace = isNamed(word);
		const stem = isPlace ? lower.replace(/(?<=..)s$/, '') : stemSwedish(lower);
		stems.set(stem, (stems.get(stem) ?? new Set()).add(isPlace ? word : lower));
	}
	return stems;
}

/** The form that stands in most texts; the shortest, then the first by the alphabet, of equals. */
const commonest = (forms: Map<string, number>): string =>
	[...forms].sort(([a, x], [b, y]) => y - x || a.length - b.length || a.localeCompare(b, 'sv'))[0]![0];

/**
 * The words that stand in at least `least` texts, the commonest first, at most sixty. A word counts once for each text
 * however often it stands there, forms of a word count as one, and words that say nothing by themselves not at all.
 */
export function countWords(texts: readonly string[], { least }: { least: number }): CountedWord[] {
	const counted = new Map<string, { texts: number; forms: Map<string, number> }>();
	for (const text of texts)
		for (const [stem, forms] of stemsOf(text)) {
			const word = counted.get(stem) ?? { texts: 0, forms: new Map<string, number>() };
			word.texts++;
			for (const form of forms) word.forms.set(form, (word.forms.get(form) ?? 0) + 1);
			counted.set(stem, word);
		}
	return [...counted.values()]
		.filter((word) => word.texts >= least)
		.map((word) => ({ word: commonest(word.forms), texts: word.texts }))
		.sort((a, b) => b.texts - a.texts || a.word.localeCompare(b.word, 'sv'))
		.slice(0, mostWords);
}
