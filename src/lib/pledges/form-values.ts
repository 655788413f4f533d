/** What a form was sent with, by field; undefined before it was sent. */
export type FormValues = Record<string, string[]> | undefined;

/** The text to show in a field: what was sent, else what is stored. */
export const shownIn = (values: FormValues, name: string, stored: string | null): string =>
	values ? (values[name]?.[0] ?? '') : (stored ?? '');

/** The number to show in a field, with a comma as people write it. */
export const shownNumber = (values: FormValues, name: string, stored: number | null): string =>
	shownIn(values, name, stored === null ? '' : String(stored).replace('.', ','));

/** Which boxes to tick: what was sent, else what is stored. */
export const chosenIn = (values: FormValues, name: string, stored: readonly string[]): readonly string[] =>
	values ? (values[name] ?? []) : stored;
