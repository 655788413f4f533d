import { answeredIn } from '#lib/sealing/histogram.ts';
import { isInside, parseLabel, type LabelFilter } from '#lib/sealing/label.ts';
import { entryKey } from '#lib/sealing/ledger.ts';
import type { PublicState } from './core-dialogue.ts';

/** The background dimensions of a dialogue with their values. */
export type Dimensions = Readonly<Record<string, readonly string[]>>;

/** Every filter there is: in each dimension nothing or any choice of values. */
export function allFilters(dimensions: Dimensions): LabelFilter[] {
	return Object.entries(dimensions).reduce<LabelFilter[]>(
		(filters, [dimension, values]) =>
			filters.flatMap((filter) => [
				filter,
				...choices(values).map((chosen) => ({ ...filter, [dimension]: chosen }))
			]),
		[{}]
	);
}

/** Filters with at most one value in each dimension. */
export function singleFilters(dimensions: Dimensions): LabelFilter[] {
	return Object.entries(dimensions).reduce<LabelFilter[]>(
		(filters, [dimension, values]) =>
			filters.flatMap((filter) => [filter, ...values.map((value) => ({ ...filter, [dimension]: [value] }))]),
		[{}]
	);
}

/** All choices of at least one. */
function choices(values: readonly string[]): string[][] {
	const found: string[][] = [];
	for (let bits = 1; bits < 2 ** values.length; bits++)
		found.push(values.filter((_, index) => bits & (1 << index)));
	return found;
}

/** Numbers of people by label: sealed sheets, then per question published sheets and answers. */
export function numbersByLabel(state: PublicState, questionKeys: readonly string[]): Map<string, number[]> {
	const labels = new Set([...state.sealed.keys(), ...publishedLabels(state)]);
	const numbersOf = (label: string) => [
		state.sealed.get(label) ?? 0,
		...questionKeys.flatMap((key) => {
			const histogram = state.published.get(entryKey(key, label));
			return histogram ? [histogram.sheets, answeredIn(histogram)] : [0, 0];
		})
	];
	return new Map([...labels].map((label) => [label, numbersOf(label)]));
}

/** The numbers of all labels that are inside, added. */
export function sumInside(
	byLabel: ReadonlyMap<string, number[]>,
	inside: (label: string) => boolean
): number[] {
	const sum: number[] = [];
	for (const [label, numbers] of byLabel)
		if (inside(label)) numbers.forEach((number, index) => (sum[index] = (sum[index] ?? 0) + number));
	return sum;
}

const publishedLabels = ({ published }: PublicState): Set<string> =>
	new Set([...published.keys()].map((key) => key.slice(key.indexOf('\n') + 1)));

/** A remembering `isInside` for one dialogue. */
export function insideOf(dimensions: Dimensions, filter: LabelFilter): (label: string) => boolean {
	const names = Object.keys(dimensions);
	const known = new Map<string, boolean>();
	return (label) => {
		const found = known.get(label);
		if (found !== undefined) return found;
		const inside = isInside(parseLabel(label), names, filter);
		known.set(label, inside);
		return inside;
	};
}
