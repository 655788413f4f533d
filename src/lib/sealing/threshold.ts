import type { Random } from '../server/random.ts';

/** Secret draws that decide when sheets are sealed; held in memory only, drawn anew after a restart. */
export interface Thresholds {
	/** Label text → the effective size at which that label's sheets are sealed. */
	strata: Map<string, number>;
	/** The effective size at which the whole pool is looked at; null: not drawn yet. */
	pool: number | null;
}

/** Nothing drawn yet. */
export const freshThresholds = (): Thresholds => ({ strata: new Map(), pool: null });

/** A label's threshold: uniform in k..2k. */
export const drawStratumThreshold = (crowd: number, random: Random): number =>
	random.integer(crowd, 2 * crowd);

/** The pool's threshold: uniform in 2k..3k. */
export const drawPoolThreshold = (crowd: number, random: Random): number =>
	random.integer(2 * crowd, 3 * crowd);
