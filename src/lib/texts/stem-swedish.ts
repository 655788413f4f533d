const vowels = 'aeiouyäåö';

/** Where the end of a word begins that may be cut: after the first consonant behind a vowel, never before the fourth letter. */
function regionOf(word: string): number {
	for (let at = 1; at < word.length; at++)
		if (!vowels.includes(word[at]!) && vowels.includes(word[at - 1]!)) return Math.max(at + 1, 3);
	return word.length;
}

const longestFirst = (words: string) => words.split(' ').sort((a, b) => b.length - a.length);

const endings = longestFirst(
	'a arna erna heterna orna ad e ade ande arne are aste en anden aren heten ern ar er heter or as arnas ernas ornas es ades andes ens arens hetens erns at andet het ast an ans'
);
const sEnding = 'bcdfghjklmnoprtvy';
const doubled = ['dd', 'gd', 'nn', 'dt', 'gt', 'kt', 'tt'];
const derived: [string, string][] = [
	['fullt', 'full'],
	['löst', 'lös'],
	['lig', ''],
	['els', ''],
	['ig', '']
];

const hasEnding = (word: string, ending: string, region: number): boolean =>
	word.endsWith(ending) && word.length - ending.length >= region;

function withoutEnding(word: string, region: number): string {
	const ending = endings.find((one) => hasEnding(word, one, region));
	if (ending !== undefined) return word.slice(0, -ending.length);
	const isS = hasEnding(word, 's', region) && sEnding.includes(word.at(-2) ?? '');
	return isS ? word.slice(0, -1) : word;
}

/**
 * The stem of a Swedish word in small letters, by the rules of the Snowball stemmer for Swedish and one more: `-an` and
 * `-ans` are endings too, since residents write `lampan` where the list says `lampa`. Forms of the same word get the same
 * stem (`lampa`, `lampor`, `lampornas` → `lamp`). A stem is for comparing, not for reading.
 */
export function stemSwedish(word: string): string {
	const region = regionOf(word);
	let stem = withoutEnding(word, region);
	if (doubled.some((pair) => hasEnding(stem, pair, region))) stem = stem.slice(0, -1);
	const found = derived.find(([ending]) => hasEnding(stem, ending, region));
	return found ? stem.slice(0, -found[0].length) + found[1] : stem;
}
