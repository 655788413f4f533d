/** A linear equation over classes of people, for all options of a question at once: Σ coefficient · y = counts. */
export interface Equation {
	coefficients: Float64Array;
	counts: Float64Array;
}

const tiny = 1e-7;

const subtract = (row: Float64Array, factor: number, other: Float64Array) => {
	for (let index = 0; index < row.length; index++) {
		const value = row[index]! - factor * other[index]!;
		row[index] = Math.abs(value) < tiny ? 0 : value;
	}
};

const copy = ({ coefficients, counts }: Equation): Equation => ({
	coefficients: coefficients.slice(),
	counts: counts.slice()
});

/** Gauss–Jordan elimination: equations that say the same, each about as few classes as elimination gives. */
export function reduce(equations: readonly Equation[]): Equation[] {
	const reduced = new Map<number, Equation>();
	for (const equation of equations) {
		const row = copy(equation);
		for (const [pivot, other] of reduced) {
			const factor = row.coefficients[pivot]!;
			if (factor !== 0) combine(row, factor, other);
		}
		const pivot = row.coefficients.findIndex((value) => value !== 0);
		if (pivot < 0) continue;
		const scale = row.coefficients[pivot]!;
		row.coefficients = row.coefficients.map((value) => value / scale);
		row.counts = row.counts.map((value) => value / scale);
		for (const other of reduced.values()) {
			const factor = other.coefficients[pivot]!;
			if (factor !== 0) combine(other, factor, row);
		}
		reduced.set(pivot, row);
	}
	return [...reduced.values()];
}

function combine(row: Equation, factor: number, other: Equation): void {
	subtract(row.coefficients, factor, other.coefficients);
	subtract(row.counts, factor, other.counts);
}

/** Least and greatest values of unknown whole numbers. */
export interface Bounds {
	least: Float64Array;
	greatest: Float64Array;
}

/** Tightens the bounds of Σ coefficient · y = total; true when anything moved. */
export function tighten(coefficients: Float64Array, total: number, bounds: Bounds): boolean {
	const { least, greatest } = bounds;
	let low = 0;
	let high = 0;
	for (let index = 0; index < coefficients.length; index++) {
		const factor = coefficients[index]!;
		low += factor * (factor > 0 ? least : greatest)[index]!;
		high += factor * (factor > 0 ? greatest : least)[index]!;
	}
	let moved = false;
	for (let index = 0; index < coefficients.length; index++) {
		const factor = coefficients[index]!;
		if (factor === 0) continue;
		const othersLow = low - factor * (factor > 0 ? least : greatest)[index]!;
		const othersHigh = high - factor * (factor > 0 ? greatest : least)[index]!;
		if (narrow(bounds, index, [(total - othersHigh) / factor, (total - othersLow) / factor])) moved = true;
		low = othersLow + factor * (factor > 0 ? least : greatest)[index]!;
		high = othersHigh + factor * (factor > 0 ? greatest : least)[index]!;
	}
	return moved;
}

/** Moves one unknown's bounds to the whole numbers between the two ends; true when anything moved. */
export function narrow({ least, greatest }: Bounds, index: number, [one, other]: [number, number]): boolean {
	const newLeast = Math.ceil(Math.min(one, other) - 1e-5);
	const newGreatest = Math.floor(Math.max(one, other) + 1e-5);
	const moved = newLeast > least[index]! || newGreatest < greatest[index]!;
	least[index] = Math.max(newLeast, least[index]!);
	greatest[index] = Math.min(newGreatest, greatest[index]!);
	return moved;
}
