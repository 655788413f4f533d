import { referenceData } from '#lib/places/reference/reference-data.ts';

const words = new Set<string>();
const names = new Set<string>();
const add = (name: string) => {
	names.add(name.toLocaleLowerCase('sv'));
	for (const [word] of name.matchAll(/\p{L}[\p{L}'’-]{2,40}/gu)) words.add(word.toLocaleLowerCase('sv'));
};
for (const line of referenceData.municipalities) add(line[1]);
for (const line of referenceData.localPoliceAreas) add(line[1]);
for (const name of Object.values(referenceData.counties)) add(name);
for (const lines of Object.values(referenceData.localities)) for (const [, name] of lines) add(name);
for (const lines of Object.values(referenceData.regso)) for (const [, name] of lines) add(name);

const holds = (set: ReadonlySet<string>, word: string): boolean => {
	const lower = word.toLocaleLowerCase('sv');
	return set.has(lower) || (lower.endsWith('s') && set.has(lower.slice(0, -1)));
};

/** Tells whether a word is, or is part of, the name of a Swedish place that we know; also with the s of ownership. */
export const isPlaceWord = (word: string): boolean => holds(words, word);

/** Tells whether a word by itself is the name of a Swedish place that we know. */
export const isPlaceName = (word: string): boolean => holds(names, word);
