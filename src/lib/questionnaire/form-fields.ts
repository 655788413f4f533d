import type { Dimension } from './question.ts';

/** Name of a question's field in the answering form; with `rank` (1 is the most important) the field of that rank. */
export const answerField = (questionKey: string, rank?: number): string =>
	rank === undefined ? `q.${questionKey}` : `q.${questionKey}.${rank}`;

/** Name of a background question's field in the answering form. */
export const backgroundField = (dimension: Dimension): string => `b.${dimension}`;

/** The values of a field that are not empty: texts, or files that somebody attached against the form. */
export const filledValues = (form: FormData, field: string): FormDataEntryValue[] =>
	form.getAll(field).filter((value) => value !== '');

/** The field's value; undefined when empty, a list when it was sent more than once. */
export function oneValue(form: FormData, field: string): unknown {
	const values = filledValues(form, field);
	return values.length > 1 ? values : values[0];
}
