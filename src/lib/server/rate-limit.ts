/** Counts what happened under each key during the last stretch of time; in memory only. */
export interface WindowCounter {
	/** What was counted under `key` in the window that ends `now` (milliseconds). */
	count(key: string, now: number): number;
	/** Counts one more, or several at once. */
	add(key: string, now: number, number?: number): void;
	/** Takes one back that was added not long ago and did not happen after all. */
	takeBack(key: string): void;
	/** Keys that are remembered. */
	size(): number;
}

export interface WindowOptions {
	/** Length of the window, milliseconds. */
	windowMs: number;
	/** Most keys that are remembered; beyond it those without a count go first, then the oldest. */
	mostKeys?: number;
}

interface Entry {
	/** What was counted in each slot, a ring. */
	slots: number[];
	/** The newest slot. */
	slot: number;
	total: number;
}

/** Parts of a window. The one that has begun comes on top of them, so a full window is never counted short. */
const parts = 12;
const ringSize = parts + 1;

function moveOn(entry: Entry, slot: number): void {
	const steps = Math.min(slot - entry.slot, ringSize);
	for (let step = 1; step <= steps; step++) {
		const at = (entry.slot + step) % ringSize;
		entry.total -= entry.slots[at]!;
		entry.slots[at] = 0;
	}
	// A clock that was set back counts on where it was.
	entry.slot = Math.max(slot, entry.slot);
}

function takeOneBack(entry: Entry): void {
	for (let step = 0; step < ringSize; step++) {
		const at = (entry.slot - step + ringSize) % ringSize;
		if (entry.slots[at] === 0) continue;
		entry.slots[at]! -= 1;
		entry.total -= 1;
		return;
	}
}

/**
 * A counter over a sliding window in twelve steps: never less than what happened in the window, and at most a twelfth
 * of it too long. The clock comes in with each call; counting costs one look-up, whatever the number of keys.
 */
export function createWindowCounter({ windowMs, mostKeys = 50_000 }: WindowOptions): WindowCounter {
	const slotMs = windowMs / parts;
	const entries = new Map<string, Entry>();
	let sweptAt = -1;
	const slotOf = (now: number) => Math.floor(now / slotMs);
	const upToDate = (entry: Entry, slot: number): Entry => {
		if (entry.slot < slot) moveOn(entry, slot);
		return entry;
	};
	const makeRoom = (slot: number) => {
		if (entries.size < mostKeys) return;
		if (sweptAt < slot)
			for (const [key, entry] of entries) if (upToDate(entry, slot).total === 0) entries.delete(key);
		sweptAt = slot;
		if (entries.size >= mostKeys) entries.delete(entries.keys().next().value!);
	};
	return {
		count(key, now) {
			const entry = entries.get(key);
			return entry ? upToDate(entry, slotOf(now)).total : 0;
		},
		add(key, now, number = 1) {
			const slot = slotOf(now);
			let entry = entries.get(key);
			if (!entry) {
				makeRoom(slot);
				entry = { slots: Array<number>(ringSize).fill(0), slot, total: 0 };
				entries.set(key, entry);
			}
			upToDate(entry, slot);
			entry.slots[entry.slot % ringSize]! += number;
			entry.total += number;
		},
		takeBack(key) {
			const entry = entries.get(key);
			if (entry) takeOneBack(entry);
		},
		size: () => entries.size
	};
}
