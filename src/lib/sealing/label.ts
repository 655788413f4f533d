/**
 * A label carries, for each background dimension of the dialogue in order, an option key or `*` (not told apart).
 * As text it is the parts joined by `|`; a dialogue without background has the empty label.
 */
export type Label = readonly string[];

/** Background dimension → the option keys that are let through; a dimension that is left out lets everything through. */
export type LabelFilter = Readonly<Record<string, readonly string[]>>;

export const anyValue = '*';

/** The label as it stands in the database. */
export const labelText = (label: Label): string => label.join('|');

/** The label from the database's text. */
export const parseLabel = (text: string): Label => (text === '' ? [] : text.split('|'));

/**
 * The finest label of a sheet: its background in the order of the dialogue's dimensions, `*` where nothing is
 * stated. The caller leaves out options that stand apart ("rather not say").
 */
export const labelOf = (
	dimensions: readonly string[],
	background: Readonly<Record<string, string | undefined>>
): Label => dimensions.map((dimension) => background[dimension] ?? anyValue);

/** The label with nothing told apart, for a dialogue with so many dimensions. */
export const rootLabel = (dimensions: number): Label => Array<string>(dimensions).fill(anyValue);

/** How many dimensions the label tells apart; 0 is the root. */
export const labelDepth = (label: Label): number => label.filter((value) => value !== anyValue).length;

/** The next coarser label: the last value becomes `*`. Null at the root. */
export function parentLabel(label: Label): Label | null {
	const last = label.findLastIndex((value) => value !== anyValue);
	return last < 0 ? null : label.with(last, anyValue);
}

/** For each filtered dimension, whether the label's value is let through, or not told apart. */
function matches(
	label: Label,
	dimensions: readonly string[],
	filter: LabelFilter
): ('yes' | 'no' | 'untold')[] {
	return Object.entries(filter).map(([dimension, allowed]) => {
		const value = label[dimensions.indexOf(dimension)];
		if (value === anyValue && allowed.length > 0) return 'untold';
		return value !== undefined && allowed.includes(value) ? 'yes' : 'no';
	});
}

/** Whether every sheet under the label passes the filter. An unknown dimension or an empty list lets nothing through. */
export const isInside = (label: Label, dimensions: readonly string[], filter: LabelFilter): boolean =>
	matches(label, dimensions, filter).every((match) => match === 'yes');

/** Whether some sheets under the label may pass the filter, but the label cannot tell which. */
export function overlaps(label: Label, dimensions: readonly string[], filter: LabelFilter): boolean {
	const found = matches(label, dimensions, filter);
	return !found.includes('no') && found.includes('untold');
}
