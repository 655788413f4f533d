import type { Stretch } from './mask.ts';
import { blank, dash, digitsOf, groupOf, hasLuhnDigit, scanText, whole, type Sought } from './scan-text.ts';

const sep = `[ \\t\\u00a0\\u2009\\u202f./\\-\\u2010-\\u2015]`;

/** Tells whether a month has such a day; 60 is added in coordination numbers. */
function isDate(years: readonly number[], month: number, day: number): boolean {
	const inMonth = day > 60 ? day - 60 : day;
	if (month < 1 || month > 12 || inMonth < 1) return false;
	return years.some((year) => inMonth <= new Date(Date.UTC(year, month, 0)).getUTCDate());
}

/** A day and a time of day look like a personal number when nothing but a blank stands between: `2027-05-12 1830`. */
const isMoment = (text: string, last: string): boolean =>
	/^\d{4}[^\d]\d{1,2}[^\d]\d{1,2}\s/.test(text) &&
	Number(last.slice(0, 2)) < 24 &&
	Number(last.slice(2)) < 60;

const personalNumber: Sought = {
	pattern: new RegExp(
		`(?<!\\d)(?:(18|19|20)${blank}?)?(\\d{2})${sep}?(\\d{2})${sep}?(\\d{2})(?:${blank}{0,2}(?:${dash}|[+./])?${blank}{0,2})(\\d{2})${blank}?(\\d)${blank}?(\\d)(?!\\d)`,
		'gu'
	),
	judge: (match) => {
		const [text, century, yy = '', mm = '', dd = '', two = '', third = '', fourth = ''] = match;
		const years = (century ? [century] : ['19', '20']).map((first) => Number(first + yy));
		const last = two + third + fourth;
		if (!isDate(years, Number(mm), Number(dd)) || !hasLuhnDigit(yy + mm + dd + last)) return null;
		return isMoment(text, last) ? null : whole(match);
	}
};

/** What somebody calls a personal number is one, also with a slip of the pen. */
const namedPersonalNumber: Sought = {
	pattern: new RegExp(
		`(?<!\\p{L})(?:person|samordnings)(?:nummer|nr|numret)(?!\\p{L})[^\\d\\n]{0,20}((?:\\d[ \\-+]{0,2}){5,13}\\d)(?!\\d)|(?<!\\p{L})p(?:ers)?\\.?nr(?!\\p{L})[^\\d\\n]{0,20}((?:\\d[ \\-+]{0,2}){5,13}\\d)(?!\\d)`,
		'dgiu'
	),
	judge: (match) => groupOf(match, match[1] ? 1 : 2)
};

/** Personnummer and samordningsnummer: 10 or 12 digits with a date and a check digit, however they are written. */
export const findPersonalNumbers = (text: string): Stretch[] => [
	...scanText(text, personalNumber),
	...scanText(text, namedPersonalNumber)
];

const ibanLengths: Record<string, number> = {
	...{ SE: 24, NO: 15, DK: 18, FI: 18, IS: 26, DE: 22, GB: 22, PL: 28, NL: 18, FR: 27, ES: 24, IT: 27 },
	...{ EE: 20, LV: 21, LT: 20, AT: 20, BE: 16, CH: 21, IE: 22, PT: 25, RO: 24, HU: 28, CZ: 24, GR: 27 },
	...{ TR: 26, HR: 21, BG: 22, SK: 24, LU: 20, UA: 29 }
};

/** Tells whether the check digits of an IBAN without blanks are right (ISO 7064, remainder 1 of 97). */
function isIban(compact: string): boolean {
	const moved = compact.slice(4) + compact.slice(0, 4);
	let rest = 0;
	for (const sign of moved)
		for (const digit of String(parseInt(sign, 36))) rest = (rest * 10 + Number(digit)) % 97;
	return rest === 1;
}

const iban: Sought = {
	pattern: new RegExp(`(?<![\\p{L}\\d])([a-z]{2})(\\d{2})(?:[ \\u00a0-]?[a-z0-9]){11,30}`, 'giu'),
	judge: (match) => {
		const length = ibanLengths[match[1]!.toUpperCase()];
		if (!length) return null;
		let compact = '';
		let end = match.index;
		for (const sign of match[0]) {
			if (compact.length === length) break;
			end += sign.length;
			if (/[a-z0-9]/i.test(sign)) compact += sign.toUpperCase();
		}
		return compact.length === length && isIban(compact) ? { start: match.index, end } : null;
	}
};

/** IBAN with the right length for its country and the right check digits. */
export const findIbans = (text: string): Stretch[] => scanText(text, iban);

const card: Sought = {
	pattern: /(?<!\d)(\d{4})[ -]?(\d{4})[ -]?(\d{4})[ -]?(\d{4})(?!\d)/gu,
	judge: (match) => (hasLuhnDigit(digitsOf(match[0])) ? whole(match) : null)
};

const giro: Sought = {
	pattern: new RegExp(
		`(?<!\\p{L})(?:bankgiro(?:t|nummer)?|bg(?:nr)?|plusgiro(?:t|nummer)?|postgiro(?:t)?|pg(?:nr)?)(?!\\p{L})[^\\d\\n]{0,12}((?:\\d ?){1,8}${dash}? ?\\d{1,4})(?!\\d)`,
		'dgiu'
	),
	judge: (match) => (/\d[^\d ] ?\d|(?:\d ?){5}/.test(match[1]!) ? groupOf(match, 1) : null)
};

const account: Sought = {
	pattern: new RegExp(
		`(?<!\\p{L})(?:clearing(?:nummer|nr)?|(?:bank)?konto(?:nummer|nr|t)?)(?!\\p{L})[^\\d\\n]{0,15}(\\d(?:[ ,.-]{0,2}\\d){5,19})(?!\\d)`,
		'dgiu'
	),
	judge: (match) => groupOf(match, 1)
};

/** Bank accounts, bankgiro and plusgiro named as such, and card numbers. */
export const findAccounts = (text: string): Stretch[] => [
	...scanText(text, card),
	...scanText(text, giro),
	...scanText(text, account)
];

/** Every pattern of this file. */
export const numberPatterns = [personalNumber, namedPersonalNumber, iban, card, giro, account];
