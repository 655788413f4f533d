import * as v from 'valibot';
import { submissionSchema } from '#lib/answers/submission.ts';
import { dialogueKinds } from '#lib/dialogues/dialogue.ts';
import { languages } from '#lib/i18n/languages.ts';
import { parties } from '#lib/pledges/activity.ts';
import { statuses } from '#lib/pledges/pledge.ts';
import { placeKinds } from '#lib/places/place.ts';
import { dimensions, questionKinds } from '#lib/questionnaire/question.ts';
import { situationSchema } from './situation-schema.ts';

const nullable = <T extends v.GenericSchema>(schema: T) => v.nullable(schema);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
const moment = v.pipe(v.string(), v.isoTimestamp());
/** Six digits; twelve for a question that a meeting asks. */
const code = v.pipe(v.string(), v.regex(/^[1-9]\d{5}(\d{6})?$/));
const state = v.picklist(['scheduled', 'open', 'closed']);
const hidden = v.optional(v.literal(true));

const place = {
	code: v.string(),
	name: v.string(),
	kind: v.picklist(placeKinds),
	parent: nullable(v.string())
};

const option = v.strictObject({
	key: v.string(),
	text: v.string(),
	exclusive: v.optional(v.literal(true)),
	apart: v.optional(v.literal(true))
});

const question = v.strictObject({
	key: v.string(),
	version: count,
	kind: v.picklist(questionKinds),
	text: v.string(),
	help: v.optional(v.string()),
	options: v.array(option),
	max: v.optional(count),
	showIf: v.optional(v.strictObject({ question: v.string(), anyOf: v.array(v.string()) }))
});

const resultOption = v.strictObject({
	key: v.string(),
	text: v.string(),
	count: nullable(count),
	hidden,
	share: nullable(share),
	rank: nullable(count),
	tied: v.boolean(),
	apart: v.optional(v.literal(true)),
	first: v.optional(nullable(count))
});

const resultQuestion = v.strictObject({
	key: v.string(),
	version: count,
	kind: v.picklist(questionKinds),
	text: v.string(),
	n: nullable(count),
	hidden,
	skipped: nullable(count),
	withheld: nullable(count),
	meeting: v.optional(
		v.pipe(
			count,
			v.description(
				'sealed sheets that answered this question alone, in meetings: n + skipped + withheld is n of the result and these'
			)
		)
	),
	meetingNotSplit: v.optional(
		v.pipe(
			count,
			v.description('such sheets that the filter cannot split, so that they are not in the numbers')
		)
	),
	base: nullable(count),
	options: v.array(resultOption)
});

/** Every body of the open interface by its name in the document; the test holds answers against these too. */
export const schemas = {
	Places: v.strictObject({ places: v.array(v.strictObject(place)) }),
	Place: v.strictObject({
		...place,
		openDialogues: v.array(
			v.strictObject({ code, title: v.string(), kind: v.picklist(dialogueKinds), closesAt: nullable(moment) })
		)
	}),
	Dialogue: v.strictObject({
		code,
		state,
		kind: v.picklist(dialogueKinds),
		title: v.string(),
		place: v.string(),
		opensAt: moment,
		closesAt: nullable(moment),
		resultsDueOn: day,
		pledgesDueOn: day,
		languages: v.array(v.picklist(languages)),
		version: count,
		background: v.array(
			v.strictObject({ key: v.picklist(dimensions), text: v.string(), options: v.array(option) })
		),
		questions: v.array(question)
	}),
	Submission: submissionSchema,
	Accepted: v.strictObject({ accepted: v.literal(true) }),
	Results: v.strictObject({
		dialogue: code,
		seq: count,
		state,
		n: nullable(count),
		hidden,
		questions: v.array(resultQuestion),
		filter: v.record(v.string(), v.array(v.string())),
		notSplit: count
	}),
	Releases: v.strictObject({
		releases: v.array(v.strictObject({ seq: count, day, hash: v.string(), previous: v.string() }))
	}),
	Pledges: v.strictObject({
		pledges: v.array(
			v.strictObject({
				slug: v.string(),
				title: v.string(),
				sentence: v.string(),
				status: v.picklist(statuses),
				validFrom: day,
				validTo: day,
				nextReportOn: nullable(day),
				overdue: v.boolean(),
				example: v.optional(v.literal(true)),
				activities: v.array(
					v.strictObject({
						party: v.picklist(parties),
						text: v.string(),
						target: nullable(v.number()),
						done: v.number(),
						unit: v.string(),
						status: v.picklist(statuses)
					})
				),
				evidence: v.array(
					v.strictObject({
						statement: v.string(),
						figure: nullable(v.string()),
						n: nullable(count),
						day,
						selection: v.string(),
						source: v.string(),
						href: nullable(v.string())
					})
				)
			})
		)
	}),
	Situation: situationSchema,
	Problem: v.strictObject({
		type: v.string(),
		title: v.string(),
		status: count,
		detail: v.optional(v.string()),
		problems: v.array(v.strictObject({ at: v.string(), code: v.string(), detail: v.string() })),
		challenge: v.optional(v.strictObject({ salt: v.string(), bits: count, expires: count }))
	})
};
