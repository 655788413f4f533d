import type { PlannedValue } from './plan-import.ts';

/** A value as a series holds it. */
export type HeldValue = Omit<PlannedValue, 'missing'> & { missing: string | null };

/** A value that a file gives another number than the series holds. */
export interface Revision {
	placeCode: string;
	period: string;
	before: number | null;
	after: number | null;
}

/** What is new in a file, and what it changes. */
export interface Changes {
	added: PlannedValue[];
	revised: PlannedValue[];
	revisions: Revision[];
	/** As they were. */
	same: number;
}

const isSame = (a: HeldValue, b: HeldValue): boolean =>
	a.value === b.value &&
	a.missing === b.missing &&
	a.preliminary === b.preliminary &&
	a.low === b.low &&
	a.high === b.high;

/** Compares what a file holds with what a series held before. What the file leaves out stays as it was. */
export function compareValues(planned: readonly PlannedValue[], held: readonly HeldValue[]): Changes {
	const before = new Map(held.map((value) => [`${value.placeCode} ${value.period}`, value]));
	const changes: Changes = { added: [], revised: [], revisions: [], same: 0 };
	for (const value of planned) {
		const earlier = before.get(`${value.placeCode} ${value.period}`);
		if (!earlier) changes.added.push(value);
		else if (isSame(earlier, value)) changes.same++;
		else {
			changes.revised.push(value);
			const { placeCode, period } = value;
			changes.revisions.push({ placeCode, period, before: earlier.value, after: value.value });
		}
	}
	return changes;
}
