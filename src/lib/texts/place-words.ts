import { referenceData } from '#lib/places/reference/reference-data.ts';

const words = new Set<string>();
const add = (name: string) => {
	for (const [word] of name.matchAll(/\p{L}[\p{L}'’-]{2,40}/gu)) words.add(word.toLocaleLowerCase('sv'));
};
for (const line of referenceData.municipalities) add(line[1]);
for (const line of referenceData.localPoliceAreas) add(line[1]);
for (const name of Object.values(referenceData.counties)) add(name);
for (const lines of Object.values(referenceData.localities)) for (const [, name] of lines) add(name);
for (const lines of Object.values(referenceData.regso)) for (const [, name] of lines) add(name);

/** Tells whether a word is, or is part of, the name of a Swedish place that we know; also with the s of ownership. */
export function isPlaceWord(word: string): boolean {
	const lower = word.toLocaleLowerCase('sv');
	return words.has(lower) || (lower.endsWith('s') && words.has(lower.slice(0, -1)));
}
