import type { Stretch } from './mask.ts';
import { blank, dash, digitsOf, groupOf, scanText, whole, type Sought } from './scan-text.ts';

const areaCodes = new Set(
	'010 011 013 016 018 019 021 023 026 031 033 035 036 040 042 044 046 054 060 063 070 072 073 076 079 090'.split(
		' '
	)
);
/** Numbers that everybody is meant to call. */
const publicNumbers = new Set(
	'112 11414 1177 11313 11613 116000 116111 116117 116123 118118 90000 90510'.split(' ')
);

interface Groups {
	digits: string;
	sizes: number[];
	separators: string[];
}

/** The groups of digits, one by one. */
const partsOf = ({ digits, sizes }: Groups): string[] => {
	let from = 0;
	return sizes.map((size) => digits.slice(from, (from += size)));
};

/** `08-16 2027` is opening hours and a year, `0413 2027-03` ends in a month; `08-12 13-17` are hours twice. */
function areHours(groups: Groups): boolean {
	const parts = partsOf(groups);
	const year = parts.findIndex((part, at) => at > 0 && /^(?:19|20)\d\d$/.test(part));
	const isMonth = (part: string | undefined) => part !== undefined && /^(?:0[1-9]|1[0-2])$/.test(part);
	if (year > 0 && ((year === 2 && parts[1]!.length === 2) || isMonth(parts[year + 1]))) return true;
	if (parts[0]!.length !== 2) return false;
	const isHours = parts.every((part) => part.length === 2 && Number(part) <= 24);
	return isHours && groups.separators.filter((one) => new RegExp(dash, 'u').test(one)).length > 1;
}

function isNational(groups: Groups): boolean {
	const { digits, sizes, separators } = groups;
	if (!/^0[1-9]/.test(digits) || /^0(?:20|77|900|939|944)/.test(digits)) return false;
	if (sizes.slice(1).some((size) => size < 2) || areHours(groups)) return false;
	if (sizes[0] === 2 && separators.some((one) => one.includes('.'))) return false;
	const first = digits.slice(0, sizes[0]);
	const isMobile = /^07[02369]/.test(digits);
	if (isMobile) return digits.length === 10 && first.length >= 2;
	if (digits.startsWith('08')) return digits.length >= 8 && digits.length <= 10 && first.length !== 3;
	if (digits.length < 9 || digits.length > 10) return false;
	const isKnownArea = first.length === 3 ? areaCodes.has(first) : first.length === 4 || sizes.length === 1;
	return isKnownArea && (sizes.length === 1 || sizes.slice(1).every((size) => size <= 7));
}

function isInternational(written: string, { digits }: Groups): boolean {
	const isDialled = /^\(?\+/.test(written) || /^\(?00[1-9]/.test(written.replace(/\s/g, ''));
	const abroad = /^\(?\+/.test(written) ? digits : digits.replace(/^00/, '');
	if (!isDialled && !/^46 ?7[02369]/.test(written)) return false;
	if (!abroad.startsWith('46')) return abroad.length >= 9 && abroad.length <= 15;
	const national = abroad.slice(2).replace(/^0/, '');
	return /^[1-9]/.test(national) && national.length >= 7 && national.length <= 9;
}

/** The longest run of groups that is a telephone number, beginning with the first. */
function judgePhone(match: RegExpExecArray): Stretch | null {
	const parts = [...match[0].matchAll(/\d{1,15}/g)];
	for (let count = parts.length; count > 0; count--) {
		const last = parts[count - 1]!;
		const end = last.index + last[0].length;
		const written = match[0].slice(0, end);
		const groups: Groups = {
			digits: digitsOf(written),
			sizes: parts.slice(0, count).map(([digits]) => digits.length),
			separators: written.split(/\d{1,15}/).slice(1, -1)
		};
		if (isNational(groups) || isInternational(written, groups))
			return { start: match.index, end: match.index + end };
	}
	return null;
}

const phone: Sought = {
	pattern: new RegExp(
		`(?<![\\p{L}\\d,.])(?<!\\d(?:${dash}|[:/]))(?:\\(?(?:\\+|00)${blank}?\\d|\\(?0|46)(?:(?:${blank}|${dash}|[().\\/]){0,3}\\d){6,15}`,
		'gu'
	),
	judge: judgePhone
};

const politely = `(?:${blank}|[.:,]|är|på|mig|till|nr|gärna|honom|henne|oss|mitt|nummer){0,8}`;

/** Digits that are called a telephone number, however few or strange. */
const namedPhone: Sought = {
	pattern: new RegExp(
		`(?<!\\p{L})(tel|tfn|tlf|telnr|telefon|telefonnr|telefonnummer|telefonnumret|mobil|mobilnr|mobilnummer|mobilen|swish|swisha|sms|sms:a|smsa|ring|ringa|whatsapp|mitt nummer|hans nummer|hennes nummer|nås på)(?!\\p{L})${politely}(\\d(?:(?:${blank}|${dash}){0,2}\\d){3,11})(?!\\d)`,
		'dgiu'
	),
	judge: (match) => {
		const digits = digitsOf(match[2]!);
		const isDay = /^(?:19|20)\d{2}\D?[01]\d\D?[0-3]\d/.test(match[2]!);
		if (publicNumbers.has(digits) || digits.startsWith('020') || digits.startsWith('077') || isDay)
			return null;
		const least = /^(?:ring|sms|swish)/i.test(match[1]!) ? 6 : 5;
		return digits.length >= least ? groupOf(match, 2) : null;
	}
};

/** Swedish and foreign telephone numbers, but none that everybody is meant to call. */
export const findPhones = (text: string): Stretch[] => [
	...scanText(text, phone),
	...scanText(text, namedPhone)
];

const bracketed = (words: string) => `[(\\[{<]${blank}?(?:${words})${blank}?[)\\]}>]`;
const at = `(?:${blank}?[@＠]${blank}?|${blank}?${bracketed('at|a|@|snabel-?a|snabel a|kanelbulle|alfa')}${blank}?|${blank}{1,2}(?:snabel-?a|snabel a|kanelbulle|alfakrull)${blank}{1,2})`;
const spokenAt = `${blank}{1,2}at${blank}{1,2}`;
const dot = `(?:\\.|${blank}?${bracketed('punkt|dot|\\.')}${blank}?|${blank}{1,2}(?:punkt|dot)${blank}{1,2}|${blank}\\.${blank}?)`;
const part = '[\\p{L}\\d_%+-]{1,64}';
const local = `(?<![\\p{L}\\d._%+@-])${part}(?:(?:\\.|${blank}{1,2}punkt${blank}{1,2}|${blank}?${bracketed('punkt|dot')}${blank}?)${part}){0,4}`;
const tops = 'se|com|nu|net|org|eu|io|no|dk|fi|de|uk|info|me|ax|gov|edu';
const hosts =
	'gmail|hotmail|outlook|live|yahoo|icloud|telia|protonmail|proton|spray|bredband|comhem|me|msn|tele2';
const domain = `[\\p{L}\\d-]{1,63}(?:${dot}[\\p{L}\\d-]{1,63}){0,3}`;

const email: Sought = {
	pattern: new RegExp(`${local}${at}(?:${domain}${dot}(?:\\p{L}{2,24})|(?:${hosts}))(?![\\p{L}\\d])`, 'giu'),
	judge: whole
};

const spokenEmail: Sought = {
	pattern: new RegExp(`${local}${spokenAt}(?:${domain}${dot}(?:${tops})|(?:${hosts}))(?![\\p{L}\\d])`, 'giu'),
	judge: whole
};

/** E-mail addresses, also those written so that machines shall not see them: `namn (at) exempel punkt se`. */
export const findEmails = (text: string): Stretch[] => [
	...scanText(text, email),
	...scanText(text, spokenEmail)
];

/** Every pattern of this file. */
export const contactPatterns = [phone, namedPhone, email, spokenEmail];
