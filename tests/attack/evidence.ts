import type { Histogram } from '#lib/sealing/histogram.ts';
import type { CoreSheet } from './core-dialogue.ts';

/** A public count of people whom the attacker can name, to a question. */
export interface Observation {
	question: string;
	/** Indices of the atoms that were counted, rising. */
	atoms: readonly number[];
	histogram: Histogram;
}

/**
 * What an attacker holds who knows who answered when and with which background, and in which sealed block everybody
 * ended (the worst case: nobody tells them that). Only the answers are unknown.
 */
export interface Evidence {
	/** People who are always counted together. */
	atoms: readonly (readonly CoreSheet[])[];
	observations: Observation[];
}

/** The histogram's number for an option; `''` is a skipped question and `first ...` what was ranked first. */
export function shownCount(histogram: Histogram, option: string): number {
	if (option === skipped) return histogram.skipped;
	if (option === written) return histogram.sheets - histogram.skipped;
	if (option.startsWith(first)) return histogram.first?.[option.slice(first.length)] ?? 0;
	return histogram.counts[option] ?? 0;
}

export const skipped = '';
export const written = 'written';
export const first = 'first ';
