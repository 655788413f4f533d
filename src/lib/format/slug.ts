const letters: Record<string, string> = {
	æ: 'ae',
	ø: 'o',
	œ: 'oe',
	ß: 'ss',
	đ: 'd',
	ð: 'd',
	ł: 'l',
	þ: 'th',
	ı: 'i'
};

/** The text in lower case with plain letters: å and ä become a, ö becomes o, é becomes e. */
export const plainLetters = (text: string): string =>
	text
		.toLowerCase()
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[æøœßđðłþı]/g, (letter) => letters[letter] ?? letter);

/**
 * A part of an address made of a text: lower case a–z and digits, words joined by hyphens, cut between words at
 * `most` characters. Empty when the text has no Latin letters or digits.
 */
export function slugOf(text: string, most = 60): string {
	const words = plainLetters(text)
		.split(/[^a-z0-9]+/)
		.filter((word) => word !== '');
	let slug = (words.shift() ?? '').slice(0, most);
	for (const word of words) {
		if (slug.length + 1 + word.length > most) break;
		slug += `-${word}`;
	}
	return slug;
}
