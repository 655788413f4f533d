import * as v from 'valibot';
import { isDay } from '#lib/dialogues/period.ts';
import { correctedFields, outcomes, reasonCodes } from './story.ts';

const needed = (most: number) =>
	v.pipe(v.string('missing'), v.trim(), v.minLength(1, 'missing'), v.maxLength(most, 'too-long'));
const free = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most, 'too-long'));
const day = v.pipe(
	v.string('missing'),
	v.minLength(1, 'missing'),
	v.check((text) => isDay(text), 'invalid-day')
);

/** A reason as it is written: a code out of the list, with a text where the list does not say it. */
export const reasonSchema = v.nullable(
	v.pipe(
		v.strictObject({ code: v.picklist(reasonCodes, 'missing'), text: free(300) }),
		v.forward(
			v.check(({ code, text }) => code !== 'other' || text !== '', 'missing'),
			['text']
		)
	)
);

const outcome = v.nullable(v.picklist(outcomes, 'unknown'));
const amount = v.pipe(
	v.number('not-a-number'),
	v.finite('not-a-number'),
	v.minValue(0, 'too-small'),
	v.maxValue(1e9, 'too-large')
);

/** Most bytes of a photo as it comes from a phone. */
export const mostPhotoBytes = 5_000_000;

/** What somebody did; `photo` comes with its alternative text or not at all. */
export const progressSchema = v.strictObject({
	activityId: v.string(),
	day,
	quantity: amount,
	place: free(120),
	text: needed(500),
	outcome,
	reason: reasonSchema,
	photo: v.nullable(
		v.strictObject({
			alternativeText: needed(200),
			content: v.pipe(
				v.instance(Uint8Array),
				v.check((bytes) => bytes.length <= mostPhotoBytes, 'too-large')
			)
		})
	)
});

/** Word to the residents. */
export const reportSchema = v.strictObject({
	pledgeId: v.string(),
	text: needed(1000),
	outcome,
	reason: reasonSchema,
	value: v.nullable(v.pipe(v.number('not-a-number'), v.finite('not-a-number'))),
	nextReportOn: v.nullable(day)
});

/** A mistake that is mended in the open. */
export const correctionSchema = v.strictObject({
	pledgeId: v.string(),
	field: v.picklist(correctedFields, 'missing'),
	after: needed(400),
	why: needed(300)
});

/** A longer time. */
export const extensionSchema = v.strictObject({
	pledgeId: v.string(),
	to: day,
	why: needed(300),
	reason: v.nonNullable(reasonSchema, 'missing')
});

/** A signature, told by title. */
export const signatureSchema = v.strictObject({
	id: v.string(),
	side: v.picklist(['police', 'municipality'], 'missing'),
	title: needed(120),
	day
});

/** The frame that pledges belong to. */
export const agreementSchema = v.strictObject({
	id: v.nullable(v.string()),
	placeCode: v.string(),
	title: needed(120),
	text: needed(5000),
	validFrom: day,
	validTo: v.nullable(day),
	revision: v.number('missing')
});
