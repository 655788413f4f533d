/** Why a value is not there, as the marks of official statistics say. */
export const missingKinds = ['not-available', 'not-applicable', 'nothing', 'suppressed', 'empty'] as const;
export type Missing = (typeof missingKinds)[number];

/** What stands in a cell: a number, or why there is none. */
export type CellValue =
	| { value: number; missing: null; preliminary: boolean }
	| { value: null; missing: Missing; preliminary: boolean };

const marks: Record<string, Missing> = {
	'': 'empty',
	'..': 'not-available',
	'...': 'not-available',
	'…': 'not-available',
	'n/a': 'not-available',
	na: 'not-available',
	nan: 'not-available',
	'uppgift saknas': 'not-available',
	'.': 'not-applicable',
	'-': 'nothing',
	'–': 'nothing',
	'—': 'nothing',
	x: 'suppressed',
	c: 'suppressed',
	':': 'suppressed',
	sekretess: 'suppressed'
};

const grouped = /^[+-]?\d{1,3}(?: \d{3})+(?:[.,]\d+)?$/;
const plain = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d{1,3})?$/i;
const thousandsByPoint = /^[+-]?\d{1,3}(?:\.\d{3}){2,}$|^[+-]?\d{1,3}(?:\.\d{3})+,\d+$/;
const thousandsByComma = /^[+-]?\d{1,3}(?:,\d{3}){2,}$|^[+-]?\d{1,3}(?:,\d{3})+\.\d+$/;
const isPreliminary = /\s*\(?\bprel(?:\.|imin[äa]r\w*)?\)?\s*$/iu;

/** A number as Swedish and international tables write it, or undefined: `1 234,5`, `2 537`, `-3.5`, `1.234,5`. */
function numberOf(text: string): number | undefined {
	if (thousandsByPoint.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'));
	if (thousandsByComma.test(text)) return Number(text.replaceAll(',', ''));
	if (grouped.test(text)) return Number(text.replaceAll(' ', '').replace(',', '.'));
	return plain.test(text) ? Number(text.replace(',', '.')) : undefined;
}

/**
 * What a cell of a table says, as text or as a number: Swedish or international numbers, blanks of any kind between
 * thousands, a percent sign, "prel", and the marks for what is missing. Undefined when it is something else; infinite and
 * undefined numbers are nothing either.
 */
export function readValue(cell: string | number | boolean | null | undefined): CellValue | undefined {
	if (typeof cell === 'number')
		return Number.isFinite(cell) ? { value: cell, missing: null, preliminary: false } : undefined;
	if (cell === null || cell === undefined) return { value: null, missing: 'empty', preliminary: false };
	if (typeof cell === 'boolean' || cell.length > 60) return undefined;
	const text = cell
		.replace(/[\s\u00a0\u2007\u2009\u202f\u2000-\u200a']+/g, ' ')
		.replace(/[\u2212\u2011]/g, '-')
		.trim();
	const preliminary = isPreliminary.test(text);
	const unmarked = text.replace(isPreliminary, '');
	if (unmarked === '' && text !== '') return undefined;
	const bare = unmarked.replace(/\s*%$/, '').replace(/^[–—](?=\d)/, '-');
	const missing = marks[bare.toLowerCase()];
	if (missing !== undefined) return { value: null, missing, preliminary };
	const value = numberOf(bare);
	return value === undefined || !Number.isFinite(value) ? undefined : { value, missing: null, preliminary };
}
