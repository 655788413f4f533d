import type { Stretch } from './mask.ts';

/** A blank inside a number or between words: also those that word processors put there. */
export const blank = '[ \\t\\u00a0\\u2009\\u202f]';
/** Any of the dashes that people write. */
export const dash = '[-\\u2010-\\u2015\\u2212]';

/** What is sought: a global pattern and whether a match is what it looks like. */
export interface Sought {
	pattern: RegExp;
	/** The stretch of the match that counts; null when it is something else. */
	judge: (match: RegExpExecArray) => Stretch | null;
}

/**
 * The stretches of a text that are what is sought, from left to right. Every repetition in a pattern has an upper bound
 * (a test holds that), so the work at each place is bounded and grows with the length of the text only.
 */
export function scanText(text: string, { pattern, judge }: Sought): Stretch[] {
	const found: Stretch[] = [];
	const search = new RegExp(pattern.source, pattern.flags);
	for (let match = search.exec(text); match; match = search.exec(text)) {
		const stretch = judge(match);
		if (stretch) found.push(stretch);
		search.lastIndex = Math.max(stretch?.end ?? 0, match.index + 1);
	}
	return found;
}

/** The whole match. */
export const whole = (match: RegExpExecArray): Stretch => ({
	start: match.index,
	end: match.index + match[0].length
});

/** A group of a match that was made with the flag `d`. */
export function groupOf(match: RegExpExecArray, group: number): Stretch {
	const [start, end] = match.indices![group]!;
	return { start, end };
}

/** The digits of a text, without what stands between them. */
export const digitsOf = (text: string): string => text.replace(/[^0-9]/g, '');

/** Tells whether a number ends in the check digit of the Luhn rule, as Swedish personal, giro and card numbers do. */
export function hasLuhnDigit(digits: string): boolean {
	let sum = 0;
	for (let place = 0; place < digits.length; place++) {
		const digit = Number(digits[digits.length - 1 - place]);
		const weighed = place % 2 === 1 ? digit * 2 : digit;
		sum += weighed > 9 ? weighed - 9 : weighed;
	}
	return sum % 10 === 0;
}
