import type { AnswerValue } from '#lib/questionnaire/question.ts';
import type { Problem } from '#lib/server/problem.ts';
import { readField, type PaperField } from './paper-field.ts';

/** What one person read on one form, by the field's name; blank questions are left out. */
export interface PaperSheet {
	values: Record<string, AnswerValue>;
	/** The one-time code on the form, where the dialogue asks for one. */
	code?: string;
}

/** A pile of paper forms that two people type in, each for themselves. */
export interface PaperBatch {
	id: string;
	dialogueId: string;
	name: string;
	/** How many forms. */
	forms: number;
	firstPersonId: string;
	secondPersonId: string | null;
	submitted: boolean;
}

/** Most forms of one batch: a pile that two people manage in an evening. */
export const mostForms = 200;

/** Name of the field for the one-time code. */
export const codeName = 'code';

/** Something that two people read differently on the same form. */
export interface PaperDifference {
	number: number;
	/** Name of the field. */
	name: string;
	first: AnswerValue | undefined;
	second: AnswerValue | undefined;
}

/** Which of two readings is whose turn: the first person's, the second person's, or nobody else's. */
export function entryOf(
	batch: Pick<PaperBatch, 'firstPersonId' | 'secondPersonId'>,
	personId: string
): 1 | 2 | undefined {
	if (batch.firstPersonId === personId) return 1;
	return batch.secondPersonId === null || batch.secondPersonId === personId ? 2 : undefined;
}

/** Reads a typed form; problems at the names of its fields. */
export function readSheet(
	fields: readonly PaperField[],
	typed: Readonly<Record<string, string>>
): { sheet: PaperSheet; problems: Problem[] } {
	const values: Record<string, AnswerValue> = {};
	const problems: Problem[] = [];
	for (const field of fields) {
		const read = readField(field, typed[field.name] ?? '');
		if (!read.ok) problems.push({ at: field.name, code: read.code, detail: 'not what the paper offers' });
		else if (read.value !== undefined) values[field.name] = read.value;
	}
	const code = (typed[codeName] ?? '').trim();
	return { sheet: { values, ...(code !== '' && { code }) }, problems };
}

const isSame = (a: AnswerValue | undefined, b: AnswerValue | undefined): boolean =>
	JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Everything two people read differently on one form, in the order of the paper. */
export function sheetDifferences(
	names: readonly string[],
	number: number,
	[first, second]: readonly [PaperSheet, PaperSheet]
): PaperDifference[] {
	const valueOf = (sheet: PaperSheet, name: string) => (name === codeName ? sheet.code : sheet.values[name]);
	return [codeName, ...names]
		.map((name) => ({ number, name, first: valueOf(first, name), second: valueOf(second, name) }))
		.filter((difference) => !isSame(difference.first, difference.second));
}

/** The sheet with another value in one field; undefined for blank. */
export function withValue(sheet: PaperSheet, name: string, value: AnswerValue | undefined): PaperSheet {
	if (name === codeName) return { values: sheet.values, ...(value !== undefined && { code: String(value) }) };
	const { [name]: _, ...others } = sheet.values;
	return { ...sheet, values: value === undefined ? others : { ...others, [name]: value } };
}

/** What the answers room takes: answers and background by their own keys. */
export function answersOf(
	fields: readonly PaperField[],
	{ values }: PaperSheet
): { answers: Record<string, unknown>; background: Record<string, unknown> } {
	const of = (kind: PaperField['of']['kind']) =>
		Object.fromEntries(
			fields
				.filter((field) => field.of.kind === kind && values[field.name] !== undefined)
				.map((field) => [field.of.key, values[field.name]])
		);
	return { answers: of('answers'), background: of('background') };
}
