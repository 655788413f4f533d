import type { Random } from '../server/random.ts';
import { anyValue, type Label } from './label.ts';
import { effectiveSize, type PooledSheet } from './pool.ts';

/** Sheets that will be one block, under the label they share. */
export interface PlannedBlock {
	label: Label;
	sheets: PooledSheet[];
	/** Fewer than a crowd were left at closing: kept, but never counted in public. */
	tooSmall?: true;
}

export interface SplitOptions {
	/** How many dimensions the labels have. */
	dimensions: number;
	/** Least effective size of a block. */
	crowd: number;
	/** Probability that a set is not split any further. */
	coin: number;
}

/**
 * Cuts sheets into blocks, dimension by dimension, as finely as crowds allow. Looks at counts and labels only. If
 * the sheets make a crowd, so does every block; every sheet lands in exactly one.
 */
export function splitIntoBlocks(
	sheets: readonly PooledSheet[],
	options: SplitOptions,
	random: Random
): PlannedBlock[] {
	const split = (part: PooledSheet[], known: Label): PlannedBlock[] => {
		const open = options.dimensions - known.length;
		if (open === 0 || random.chance(options.coin))
			return [{ label: [...known, ...Array<string>(open).fill(anyValue)], sheets: part }];
		return partition(part, known.length, options.crowd).flatMap(({ value, members }) =>
			split(members, [...known, value])
		);
	};
	return sheets.length === 0 ? [] : split([...sheets], []);
}

interface Part {
	value: string;
	members: PooledSheet[];
}

/** The sheets by their value in one dimension; what is not stated or no crowd is pooled under `*`. */
function partition(sheets: PooledSheet[], dimension: number, crowd: number): Part[] {
	const groups = new Map<string, PooledSheet[]>();
	for (const sheet of sheets) {
		const value = sheet.label[dimension] ?? anyValue;
		const group = groups.get(value);
		if (group) group.push(sheet);
		else groups.set(value, [sheet]);
	}
	const rest = groups.get(anyValue) ?? [];
	groups.delete(anyValue);
	const parts: (Part & { size: number })[] = [];
	for (const [value, members] of groups) {
		const size = effectiveSize(members);
		if (size < crowd) rest.push(...members);
		else parts.push({ value, members, size });
	}
	parts.sort((a, b) => b.size - a.size || (a.value < b.value ? -1 : 1));
	while (rest.length > 0 && parts.length > 0 && effectiveSize(rest) < crowd)
		rest.push(...parts.pop()!.members);
	return rest.length > 0 ? [...parts, { value: anyValue, members: rest }] : parts;
}
