import type { Label } from './label.ts';

/** An accepted sheet that waits to be sealed, without its answers: sealing never looks at them. */
export interface PooledSheet {
	id: string;
	/** The finest label. */
	label: Label;
	/** Who or what sent it, as far as it is known: a network's tag, or a value of its own. */
	source: string;
	/** 1; a sheet recovered after a restart, whose source is forgotten, has a source of its own and weighs 0.5. */
	weight: number;
}

/** Sheets by source, in the order of their first sheet. */
export function groupBySource(sheets: readonly PooledSheet[]): Map<string, PooledSheet[]> {
	const groups = new Map<string, PooledSheet[]>();
	for (const sheet of sheets) {
		const group = groups.get(sheet.source);
		if (group) group.push(sheet);
		else groups.set(sheet.source, [sheet]);
	}
	return groups;
}

/** How many people the sheets certainly come from: the largest weight of each source, added. */
export function effectiveSize(sheets: readonly PooledSheet[]): number {
	const weights = new Map<string, number>();
	for (const { source, weight } of sheets) weights.set(source, Math.max(weight, weights.get(source) ?? 0));
	let size = 0;
	for (const weight of weights.values()) size += weight;
	return size;
}
