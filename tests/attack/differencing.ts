import type { LabelFilter } from '#lib/sealing/label.ts';
import type { Dimensions } from './public-numbers.ts';

/** Numbers of people in one state, per filter of at most one value in each dimension; null is hidden. */
export type Shown = ReadonlyMap<string, number | null>;

/** The filter's name. */
export const filterName = (filter: LabelFilter): string =>
	Object.entries(filter)
		.map(([dimension, values]) => `${dimension}=${values.join('+')}`)
		.sort()
		.join('&');

/**
 * How many differences single people or a few out: between two states of one filter, between a filter and the next
 * finer one, and between a filter and all of its next finer ones together.
 */
export function countSmallDifferences(
	states: readonly Shown[],
	dimensions: Dimensions,
	crowd: number
): number {
	const isSmall = (number: number | null) => number !== null && number !== 0 && Math.abs(number) < crowd;
	let small = 0;
	for (const [index, state] of states.entries()) {
		for (const [name, number] of state) {
			if (number === null) continue;
			const before = states[index - 1]?.get(name) ?? null;
			const numbers = [
				number,
				before === null ? null : number - before,
				...insideDifferences(state, name, dimensions)
			];
			small += numbers.filter(isSmall).length;
		}
	}
	return small;
}

/** What is left of a filter without one of its finer ones, and without all of a dimension's. */
function insideDifferences(state: Shown, name: string, dimensions: Dimensions): number[] {
	const parts = name === '' ? [] : name.split('&');
	const free = Object.entries(dimensions).filter(
		([key]) => !parts.some((part) => part.startsWith(`${key}=`))
	);
	const whole = state.get(name) ?? 0;
	return free.flatMap(([key, values]) => {
		const finer = values.map((value) => state.get([...parts, `${key}=${value}`].sort().join('&')) ?? null);
		const shown = finer.filter((number) => number !== null);
		const rest =
			shown.length === finer.length ? [whole - shown.reduce((sum, number) => sum + number, 0)] : [];
		return [...shown.filter((number) => number > 0).map((number) => whole - number), ...rest];
	});
}
