import type { AnswerValue, QuestionKind } from '#lib/questionnaire/question.ts';

/** One question of a paper form, as it is typed in: with digits, in the order of the paper. */
export interface PaperField {
	/** Name of the input. */
	name: string;
	/** Where the answer belongs. */
	of: { kind: 'answers' | 'background'; key: string };
	kind: QuestionKind;
	text: string;
	/** Numbered from 1 on the paper. */
	options: { key: string; text: string; alone: boolean }[];
	/** Most options, ranks or characters. */
	most: number;
}

/** What was typed, read: a value (undefined for blank) and what it says, or what is wrong with it. */
export type ReadField =
	| { ok: true; value: AnswerValue | undefined; words: string[] }
	| { ok: false; code: 'no-number' | 'too-many' | 'twice' | 'alone' | 'too-long' };

/** Whether several numbers are typed into a field. */
export const takesSeveral = ({ kind }: Pick<PaperField, 'kind'>): boolean =>
	kind === 'choices' || kind === 'ranking';

function readText(typed: string, most: number): ReadField {
	const text = typed.trim().replace(/\s+/g, ' ');
	if (text.length > most) return { ok: false, code: 'too-long' };
	return { ok: true, value: text === '' ? undefined : text, words: text === '' ? [] : [text] };
}

/**
 * Reads what was typed from one question of the paper: the numbers of the ticked options, `1,3` or `1 3`; for a ranking in
 * the order of importance; a text as it stands. Nothing is a question that was left blank.
 */
export function readField(field: PaperField, typed: string): ReadField {
	if (field.kind === 'text') return readText(typed, field.most);
	const parts = typed.split(/[\s,;.+]+/).filter((part) => part !== '');
	const numbers = parts.map((part) => (/^\d{1,2}$/.test(part) ? Number(part) : NaN));
	if (numbers.some((number) => !(number >= 1 && number <= field.options.length)))
		return { ok: false, code: 'no-number' };
	if (new Set(numbers).size < numbers.length) return { ok: false, code: 'twice' };
	if (numbers.length > (takesSeveral(field) ? field.most : 1)) return { ok: false, code: 'too-many' };
	const ordered = field.kind === 'ranking' ? numbers : numbers.toSorted((a, b) => a - b);
	const chosen = ordered.map((number) => field.options[number - 1]!);
	if (chosen.length > 1 && chosen.some(({ alone }) => alone)) return { ok: false, code: 'alone' };
	const keys = chosen.map(({ key }) => key);
	const value = keys.length === 0 ? undefined : takesSeveral(field) ? keys : keys[0];
	return { ok: true, value, words: chosen.map(({ text }) => text) };
}

/** A value as it would be typed. */
export function typedValue(field: PaperField, value: AnswerValue | undefined): string {
	if (value === undefined) return '';
	if (field.kind === 'text') return String(value);
	return [value]
		.flat()
		.map((key) => field.options.findIndex((option) => option.key === key) + 1)
		.join(',');
}

/** What a value says; empty for a question left blank. */
export function valueWords(field: PaperField, value: AnswerValue | undefined): string {
	const read = readField(field, typedValue(field, value));
	return read.ok ? read.words.join(', ') : '';
}
