import type { Stretch } from './mask.ts';
import {
	ambiguousNames,
	firstNames,
	honours,
	knownToAll,
	notNames,
	notPersonEnding,
	placeEnding,
	placeNouns
} from './name-words.ts';
import { isPlaceWord } from './place-words.ts';

/** A word of the text with what stands before it. */
export interface Word extends Stretch {
	text: string;
	lower: string;
	/** Between the word before and this one. */
	gap: string;
}

/** A word with the hyphens, apostrophes and colons inside it. */
export const wordPattern = /\p{L}[\p{L}\p{M}'’:-]{0,40}/gu;
const mostWords = 5;

/** The words of a text, in their order. */
export function wordsOf(text: string): Word[] {
	let last = 0;
	return [...text.matchAll(wordPattern)].map(({ 0: found, index }) => {
		const word = found.replace(/[:'’-]+$/u, '');
		const gap = text.slice(last, index);
		last = index + word.length;
		return { start: index, end: last, text: word, lower: word.toLocaleLowerCase('sv'), gap };
	});
}

const bare = (lower: string) => (lower.length > 3 && lower.endsWith('s') ? lower.slice(0, -1) : lower);
/** A common first name, also with the s of whose something is. */
export const isFirstName = ({ lower }: Word) => firstNames.has(lower) || firstNames.has(bare(lower));
/** A first name that is an ordinary word too. */
export const isAmbiguous = ({ lower }: Word) => ambiguousNames.has(lower) || ambiguousNames.has(bare(lower));
/** A first name, or a word that may be one. */
export const isKnown = (word: Word) => isFirstName(word) || isAmbiguous(word);
/** Written with a capital and small letters after it. */
export const isCapital = ({ text }: Word) => /^\p{Lu}(?:\p{Ll}|['’-]\p{Lu})/u.test(text);
/** One capital letter. */
export const isInitial = ({ text }: Word) => /^\p{Lu}$/u.test(text);
/** Only blanks between it and the word before. */
export const isJoined = ({ gap }: Word) => /^[ \t\u00a0]{1,3}$/u.test(gap);
const isParticle = ({ lower }: Word) => /^(?:von|af|de|la|el|al|van|bin|ben|der)$/.test(lower);

/** A capitalised word that may be a name: no place, no organisation, no street. */
export const mayBeName = (word: Word): boolean =>
	isCapital(word) &&
	!notNames.has(word.lower) &&
	!notPersonEnding.test(word.lower) &&
	!isPlaceWord(word.text);

/** The last word of the name that begins at `first`, with the surnames that follow. */
export function endOfName(words: Word[], first: number): number {
	let last = first;
	for (let next = first + 1; next < Math.min(words.length, first + mostWords); next++) {
		const word = words[next]!;
		const isAfterInitial = isInitial(words[last]!) && /^\. ?$/u.test(word.gap);
		if (!isJoined(word) && !isAfterInitial) break;
		if (isParticle(word) && words[next + 1] && isJoined(words[next + 1]!) && isCapital(words[next + 1]!))
			continue;
		const isMore = isCapital(word)
			? !notNames.has(word.lower) && !notPersonEnding.test(word.lower)
			: isInitial(word);
		if (!isMore) break;
		last = next;
	}
	return last;
}

/** Tells whether a name that ends here is the name of a street, a church or a king. */
export function belongsToPlace(words: Word[], first: number, last: number): boolean {
	const before = words[first - 1];
	const after = words[last + 1];
	if (before && isJoined(words[first]!) && honours.has(before.lower)) return true;
	const second = words[first + 1];
	if (second && knownToAll.has(`${words[first]!.lower}-${bare(second.lower)}`)) return true;
	if (!after) return false;
	return (
		(isJoined(after) &&
			(placeNouns.has(after.lower) || (isCapital(after) && placeEnding.test(after.lower)))) ||
		/^[IVX]{1,5}(?::s)?$/u.test(after.text)
	);
}

/** From the beginning of one word to the end of another. */
export const stretchOf = (words: Word[], first: number, last: number): Stretch => ({
	start: words[first]!.start,
	end: words[last]!.end
});
