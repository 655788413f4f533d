/** What is counted, and how: the first failures are free, then each doubles the wait. */
export interface Limit {
	key: string;
	/** Failures before the first wait. */
	free: number;
	/** Longest wait, milliseconds. */
	longest: number;
	/** Whether a right attempt clears every failure; else it only takes back its own. */
	clears?: boolean;
}

interface Count {
	failures: number;
	/** No attempt before this moment, milliseconds. */
	until: number;
	last: number;
}

/** Counts failures in memory; several processes each allow their own. */
export interface Throttle {
	/**
	 * Asks for one attempt and counts it as failed until `succeeded` says otherwise, so that attempts at the same
	 * time cannot slip past. A refused attempt counts nothing.
	 * @returns the milliseconds to wait; 0: go ahead.
	 */
	attempt(limits: readonly Limit[], now: number): number;
	/** The attempt was a right one: it does not count as failed. */
	succeeded(limits: readonly Limit[]): void;
	/** Failures counted under a key. */
	failures(key: string, now: number): number;
}

const firstWait = 1000;
/** Failures are forgotten when none has come for this long. */
const memory = 60 * 60 * 1000;
const mostKeys = 50_000;

const waitAfter = (failures: number, { free, longest }: Limit): number =>
	failures < free ? 0 : Math.min(longest, firstWait * 2 ** Math.min(failures - free, 30));

/** A throttle that has counted nothing. */
export function createThrottle(): Throttle {
	const counts = new Map<string, Count>();
	const countOf = (key: string, now: number): Count => {
		const count = counts.get(key);
		return count && now - count.last <= memory ? count : { failures: 0, until: 0, last: now };
	};
	const store = (key: string, count: Count) => {
		counts.delete(key);
		counts.set(key, count);
		if (counts.size > mostKeys) counts.delete(counts.keys().next().value!);
	};
	return {
		attempt(limits, now) {
			const wait = Math.max(0, ...limits.map(({ key }) => countOf(key, now).until - now));
			if (wait > 0) return wait;
			for (const limit of limits) {
				const failures = countOf(limit.key, now).failures + 1;
				store(limit.key, { failures, until: now + waitAfter(failures, limit), last: now });
			}
			return 0;
		},
		succeeded(limits) {
			for (const { key, clears } of limits) {
				const count = counts.get(key);
				if (!count) continue;
				count.failures -= 1;
				count.until = 0;
				if (clears || count.failures <= 0) counts.delete(key);
			}
		},
		failures: (key, now) => countOf(key, now).failures
	};
}
