import type { Stretch } from './mask.ts';
import {
	wordPattern,
	wordsOf,
	isFirstName,
	isAmbiguous,
	isKnown,
	isCapital,
	isInitial,
	isJoined,
	mayBeName,
	endOfName,
	belongsToPlace,
	stretchOf,
	type Word
} from './name-parts.ts';
import {
	certainSurname,
	lettered,
	nameVerbs,
	openers,
	relations,
	surnameEnding,
	things,
	titles
} from './name-words.ts';
import { isPlaceName, isPlaceWord } from './place-words.ts';

/** Small letters after a word that says that a name follows: only names that are known. */
function smallName(words: Word[], first: number): number | null {
	if (!isFirstName(words[first]!) && !certainSurname.test(words[first]!.lower)) return null;
	const next = words[first + 1];
	return next && isJoined(next) && certainSurname.test(next.lower) ? first + 1 : first;
}

/** Tells whether the verb at `at` says what a street or a team is called. */
function isAboutThing(words: Word[], at: number): boolean {
	const before = words[at - 1];
	const subject = before?.lower === 'som' ? words[at - 2] : before;
	return subject !== undefined && things.test(subject.lower);
}

/** How many words of a cue end at `at`; 0 when none does. */
function isCue(words: Word[], at: number): boolean {
	const { lower } = words[at]!;
	if (nameVerbs.has(lower)) return !isAboutThing(words, at);
	if (titles.has(lower)) return true;
	const before = words[at - 1];
	return before !== undefined && isJoined(words[at]!) && relations.has(`${before.lower}-${lower}`);
}

/** Where the name after the cue at `at` begins: `heter Anna`, `min granne, Anna`, `mitt namn är Anna`. */
function afterCue(words: Word[], at: number): number | null {
	const next = words[at + 1];
	if (!next || !/^(?:[ \t\u00a0,:"”'.]{1,3}|\.)$/u.test(next.gap)) return null;
	const isAbbreviated = /^(?:hr|fr|dr|fam)$/.test(words[at]!.lower);
	if (next.gap.includes('.') && !isAbbreviated) return null;
	if (next.lower === 'är' || next.lower === 'inte' || next.lower === 'alltså')
		return words[at + 2] ? at + 2 : null;
	return at + 1;
}

function namedByCue(words: Word[], at: number): Stretch | null {
	if (!isCue(words, at)) return null;
	const first = afterCue(words, at);
	if (first === null) return null;
	const word = words[first]!;
	const isNamed =
		mayBeName(word) ||
		(isCapital(word) && isKnown(word)) ||
		(/^\p{Lu}{2,20}$/u.test(word.text) && isFirstName(word));
	const isInitials =
		isInitial(word) && words[first + 1] !== undefined && /^\. ?$/u.test(words[first + 1]!.gap);
	if (isNamed || isInitials) {
		const last = endOfName(words, first);
		return belongsToPlace(words, first, last) ? null : stretchOf(words, first, last);
	}
	const last = smallName(words, first);
	return last === null || first !== at + 1 ? null : stretchOf(words, first, last);
}

/** `A. Svensson`, `A.B. Svensson`; not `klass A. Sedan`. */
function initialed(words: Word[], at: number): Stretch | null {
	if (!isInitial(words[at]!)) return null;
	const before = words[at - 1];
	if (before && isJoined(words[at]!) && lettered.has(before.lower)) return null;
	const last = endOfName(words, at);
	const surname = words[last]!;
	if (last === at || isInitial(surname) || openers.has(surname.lower) || isPlaceWord(surname.text))
		return null;
	return belongsToPlace(words, at, last) ? null : stretchOf(words, at, last);
}

/** A first name with a surname, or a first name that is no other word. */
function knownName(words: Word[], at: number): Stretch | null {
	const word = words[at]!;
	if (!isCapital(word) || !isKnown(word)) {
		const next = words[at + 1];
		const isFull = next && isJoined(next) && isCapital(next) && certainSurname.test(next.text);
		return isFull && mayBeName(word) && mayBeName(next) && !openers.has(word.lower) && !titles.has(word.lower)
			? stretchOf(words, at, at + 1)
			: null;
	}
	const last = endOfName(words, at);
	if (belongsToPlace(words, at, last)) return null;
	if (last > at && (!isAmbiguous(word) || surnameEnding.test(words[last]!.text) || isInitial(words[last]!)))
		return stretchOf(words, at, last);
	return isAmbiguous(word) || !isFirstName(word) || isPlaceName(word.text) ? null : stretchOf(words, at, at);
}

/** `Mvh Anna`, `/Anna`: how people sign. */
function signed(words: Word[], at: number, text: string): Stretch | null {
	const word = words[at]!;
	const before = words[at - 1];
	const isGreeted =
		before &&
		/^(?:mvh|hälsningar|hälsn|hälsar|undertecknad|signerat)$/.test(before.lower) &&
		/^[ ,:\n-]{1,3}$/u.test(word.gap);
	const isSlashed = /(?:^|[\s.!?])\/{1,2} ?$/u.test(word.gap) || (at === 0 && /^\/{1,2} ?$/.test(word.gap));
	if ((!isGreeted && !isSlashed) || !(mayBeName(word) || (isCapital(word) && isKnown(word)))) return null;
	const last = endOfName(words, at);
	const isEnd = /^[ .!\n]{0,5}$/u.test(text.slice(words[last]!.end, words[last]!.end + 6));
	return isEnd && !openers.has(word.lower) ? stretchOf(words, at, last) : null;
}

/**
 * Names of people: after words that say so (`heter`, `min granne`, `herr`, `bor hos`, `läraren`), initials before a
 * surname, signatures, and common first names. Names of places, streets and organisations are none. One pass over the
 * words, with a fixed number of words looked at around each.
 */
export function findNames(text: string): Stretch[] {
	const words = wordsOf(text);
	const found: Stretch[] = [];
	for (let at = 0; at < words.length; at++) {
		const stretches = [
			namedByCue(words, at),
			initialed(words, at),
			knownName(words, at),
			signed(words, at, text)
		];
		for (const stretch of stretches) if (stretch) found.push(stretch);
	}
	return found;
}

/** Every pattern of this file. */
export const namePatterns = [{ pattern: wordPattern }];
