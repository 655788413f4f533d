import * as v from 'valibot';
import { isDay } from '#lib/dialogues/period.ts';
import { sources, strengths } from './problem.ts';

const line = (most: number) =>
	v.pipe(v.string('missing'), v.trim(), v.nonEmpty('missing'), v.maxLength(most, 'too-long'));
const text = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most, 'too-long'));
const ids = v.pipe(
	v.array(v.string()),
	v.maxLength(100, 'too-many'),
	v.transform((list) => [...new Set(list)])
);
const day = v.pipe(
	v.string(),
	v.nonEmpty('missing'),
	v.check((written) => isDay(written), 'invalid-day')
);

export const bones = ['victim', 'offender', 'place'] as const;
export const remits = ['police', 'municipality', 'both', 'other'] as const;

/** A problem as somebody writes it; messages are problem codes. */
export const problemInput = v.strictObject({
	id: v.nullable(v.string()),
	placeCode: v.string(),
	name: line(120),
	note: text(1000),
	evidenceIds: ids,
	overrules: v.record(
		v.picklist(sources),
		v.strictObject({ strength: v.picklist(strengths, 'missing'), reason: line(300) })
	)
});
export type ProblemInput = v.InferInput<typeof problemInput>;

/** A bone of the cause analysis as somebody writes it; below another it is of the same kind. */
export const causeInput = v.strictObject({
	id: v.nullable(v.string()),
	problemId: v.string(),
	bone: v.picklist(bones, 'missing'),
	text: line(240),
	parentId: v.nullable(v.string()),
	evidenceIds: ids
});
export type CauseInput = v.InferInput<typeof causeInput>;

/** A focus area as somebody writes it. */
export const focusInput = v.pipe(
	v.strictObject({
		id: v.nullable(v.string()),
		placeCode: v.string(),
		name: line(120),
		why: line(1000),
		remit: v.picklist(remits, 'missing'),
		validFrom: day,
		validTo: v.nullable(day),
		evidenceIds: ids,
		causeIds: ids
	}),
	v.forward(
		v.check(({ validFrom, validTo }) => validTo === null || validTo >= validFrom, 'before-start'),
		['validTo']
	)
);
export type FocusInput = v.InferInput<typeof focusInput>;
