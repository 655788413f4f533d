/** What shows that a pledge worked. */
export const indicatorKinds = ['question', 'series', 'own-count'] as const;
export type IndicatorKind = (typeof indicatorKinds)[number];

/** One number that is looked at before and after. */
export interface Indicator {
	kind: IndicatorKind;
	/** A dialogue's code and question key with a slash between, or a series' id; empty for an own count. */
	ref: string;
	/** "Andel som vill ha en mer tillgänglig polis". */
	what: string;
	/** How it is measured, in words. */
	how: string;
	/** "%", "fordon". */
	unit: string;
	startValue: number | null;
	targetValue: number | null;
}
