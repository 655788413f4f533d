import * as v from 'valibot';

/** How a dialogue's answers are sealed; frozen by the database at opening. */
export interface AnonymitySettings {
	/** Least number of answers in a block (k). */
	crowd: number;
	/** How many colluding people may know their own answers (c). */
	insiders: number;
	/** Share of the published number that may wait before a release (β); null: never released by freshness. */
	freshness: number | null;
	/** Probability that a block is held back or not split (ρ). */
	coin: number;
	/** `distinct`: sizes count network sources (open links); `each`: every answer counts (supervised). */
	sources: 'distinct' | 'each';
	/** Seconds between two looks at what can be sealed. */
	sealEverySeconds: number;
}

/** Defaults by the way answers are collected, from the anonymity design. */
export const defaultSettings = {
	meeting: { crowd: 5, insiders: 1, freshness: 0.25, coin: 0.1, sources: 'each', sealEverySeconds: 3 },
	openLink: { crowd: 10, insiders: 3, freshness: 0.25, coin: 0.1, sources: 'distinct', sealEverySeconds: 60 },
	strict: { crowd: 10, insiders: 3, freshness: null, coin: 0.1, sources: 'distinct', sealEverySeconds: 60 }
} as const satisfies Record<string, AnonymitySettings>;

/** What a question marked sensitive demands instead. */
export const sensitiveRule = { crowd: 20, insiders: 5 } as const;

const wholeNumber = (least: number, most: number) =>
	v.pipe(v.number(), v.integer('not-whole'), v.minValue(least, 'too-small'), v.maxValue(most, 'too-large'));
const fraction = (least: number, most: number) =>
	v.pipe(v.number(), v.minValue(least, 'too-small'), v.maxValue(most, 'too-large'));

/**
 * The settings as somebody writes them; messages are problem codes. The coin must stay in use, or a block that is held
 * back would say why. At least two answers of a block must be unknown to the insiders.
 */
export const settingsSchema = v.pipe(
	v.strictObject({
		crowd: wholeNumber(3, 1000),
		insiders: wholeNumber(0, 100),
		freshness: v.nullable(fraction(0.05, 1)),
		coin: fraction(0.05, 0.5),
		sources: v.picklist(['distinct', 'each'], 'unknown'),
		sealEverySeconds: wholeNumber(1, 3600)
	}),
	v.forward(
		v.check(({ crowd, insiders }) => insiders <= crowd - 2, 'above-crowd'),
		['insiders']
	)
) satisfies v.GenericSchema<unknown, AnonymitySettings>;
