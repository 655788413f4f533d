import type { Random } from '#lib/server/random.ts';

/** Numbers that people ring: 112, 113 13, 114 14, 1177. A code must not look like one. */
const rung = /112|11313|11414|1177/;

/** The same digit all over, a pair or a triple said again, or digits in a row: somebody tries these first. */
const repeated = /^(\d)\1{5}$|^(\d\d)\2\2$|^(\d{3})\3$/;
const rows = '01234567890123456789';
const rowsDown = [...rows].reverse().join('');

const isPlain = (code: string): boolean =>
	!rung.test(code) && !repeated.test(code) && !rows.includes(code) && !rowsDown.includes(code);

/** A new code of six digits, 100000–999999, that is neither trivial nor like an emergency number. */
export function newCode(random: Random): string {
	for (;;) {
		const code = String(random.integer(100_000, 999_999));
		if (isPlain(code)) return code;
	}
}

const zeros = [0x0660, 0x06f0];

/**
 * The code that somebody wrote, with blanks, hyphens or Arabic digits if they like; undefined when it is not six
 * digits.
 */
export function parseCode(written: string): string | undefined {
	const code = written
		.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => {
			const value = digit.charCodeAt(0);
			return String(value - zeros.findLast((zero) => zero <= value)!);
		})
		.replace(/[\s.\p{Pd}]/gu, '');
	return /^\d{6}$/.test(code) ? code : undefined;
}
