import { problemOf, type ProblemInWords } from '#lib/ui/form-problems.ts';

/** What a form was sent with, by field; undefined before it was sent. */
export type FormValues = Record<string, string[]> | undefined;

/** A form as it came back: what it was sent with, and what is to be mended. */
export interface SentForm {
	values: FormValues;
	problems: readonly ProblemInWords[];
}

/** What every labelled field takes beside its label and its help. */
export interface TiedField {
	id: string;
	name: string;
	value: string;
	error: string | undefined;
}

/** The text to show in a field: what was sent, else what is stored. */
export const shownIn = (values: FormValues, name: string, stored: string | null | undefined): string =>
	values ? (values[name]?.[0] ?? '') : (stored ?? '');

/** Ties a field to its form: its name, what was sent or else is stored, and what is wrong with it. */
export const tiedField = (
	{ values, problems }: SentForm,
	name: string,
	stored: string | null = null
): TiedField => ({
	id: name,
	name,
	value: shownIn(values, name, stored),
	error: problemOf(problems, name)
});

/**
 * The revision that a form says its author had in front of them: what it was sent with, so that mending a field never
 * hides what somebody else saved, until that has been shown.
 */
export const shownRevision = (values: FormValues, stored: number, shown: boolean): number =>
	shown ? stored : Number(shownIn(values, 'revision', String(stored)));

/** A number as people write it, with a comma; null is an empty field. */
export const asWritten = (stored: number | null): string =>
	stored === null ? '' : String(stored).replace('.', ',');

/** Which boxes to tick: what was sent, else what is stored. */
export const chosenIn = (values: FormValues, name: string, stored: readonly string[]): readonly string[] =>
	values ? (values[name] ?? []) : stored;
