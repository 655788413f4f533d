import type { Stretch } from './mask.ts';
import { scanText, whole, type Sought } from './scan-text.ts';

/** Three letters in capitals before three digits that are no plate: currencies, rooms, statutes, apartments. */
const noPlates = new Set(
	'SEK EUR USD GBP NOK DKK SFS SOU BFS AFS TFS FFS RUM SAL HUS BUS LGH LSS BRF BRA DEL TAB KAP TEL FAX MOB LAG ART PAR ROT RUT PER FOR MED DET TAR TRE TOR FRE LED SKR LGR HKP MAX MIN KLO SOS'.split(
		' '
	)
);
const letter = 'A-HJ-PR-UW-Z';
/** The last sign of the newer plates may be a letter. */
const rest = '[ \\u00a0-]?\\d{2}[\\dA-HJ-NPR-UW-Z]';

const capitals: Sought = {
	pattern: new RegExp(`(?<![\\p{L}\\d])([${letter}]{3})(${rest})(?![\\p{L}\\d:])`, 'gu'),
	judge: (match) => {
		const [, letters = '', digits = ''] = match;
		if (noPlates.has(letters)) return null;
		// A sentence in capitals is full of three-letter words before numbers.
		const before = match.input.slice(Math.max(0, match.index - 30), match.index);
		const after = match.input.slice(match.index + match[0].length).slice(0, 30);
		const isShouted =
			/(?<![\p{Ll}\d])\p{Lu}{2,20}[ ,.!]{0,3}$/u.test(before) ||
			/^[ ,.!]{0,3}\p{Lu}{2,20}(?!\p{Ll})/u.test(after);
		return isShouted && digits.startsWith(' ') && !named.test(before) ? null : whole(match);
	}
};

const named =
	/reg(?:\.|istrerings)?[ -]?(?:nr|nummer|numret|skylt|skylten|plåt)?\.?[ :]{0,3}(?:är |var )?$/iu;

const nearCar =
	/(?<!\p{L})(?:bil\p{L}{0,12}|reg\p{L}{0,18}|skylt\p{L}{0,6}|moped\p{L}{0,8}|epa\p{L}{0,10}|mc|motorcykel\p{L}{0,3}|lastbil\p{L}{0,4}|volvo\p{L}?|saab\p{L}?|bmw|audi\p{L}?|kör\p{L}{0,4}|parker\p{L}{0,6}|släp\p{L}{0,6})(?!\p{L})/iu;

/** Small letters are a plate only where a car or a plate is spoken of. */
const smallLetters: Sought = {
	pattern: new RegExp(`(?<![\\p{L}\\d])([${letter}]{3})(${rest})(?![\\p{L}\\d:])`, 'giu'),
	judge: (match) => {
		const [text, letters = '', digits = ''] = match;
		if (/^[A-Z]{3}/.test(text) || noPlates.has(letters.toUpperCase())) return null;
		const before = match.input.slice(Math.max(0, match.index - 60), match.index);
		const after = match.input.slice(match.index + text.length).slice(0, 40);
		if (named.test(before)) return whole(match);
		const isJoined = /^[\d-]/.test(digits);
		return isJoined && (nearCar.test(before) || nearCar.test(after)) ? whole(match) : null;
	}
};

/** Registration plates of the old form ABC 123 and the new one ABC 12D, without the letters that no plate has. */
export const findPlates = (text: string): Stretch[] => [
	...scanText(text, capitals),
	...scanText(text, smallLetters)
];

/** Every pattern of this file. */
export const platePatterns = [capitals, smallLetters];
