import * as v from 'valibot';
import { isDay } from '#lib/dialogues/period.ts';
import type { Outcome, Problem } from '#lib/server/problem.ts';
import { parties } from './activity.ts';
import { indicatorKinds } from './indicator.ts';
import { pledgeChannels, type PledgeContent } from './pledge.ts';

const text = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most, 'too-long'));
const id = v.nullable(v.pipe(v.string(), v.maxLength(60)));
const number = v.nullable(v.pipe(v.number('not-a-number'), v.finite('not-a-number')));
const day = v.nullable(
	v.pipe(
		v.string(),
		v.check((written) => isDay(written), 'invalid-day')
	)
);

const activity = v.strictObject({
	id: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
	party: v.picklist(parties, 'missing'),
	what: text(200),
	target: v.nullable(
		v.pipe(v.number('not-a-number'), v.minValue(0, 'too-small'), v.maxValue(1e9, 'too-large'))
	),
	unit: text(40),
	place: text(120),
	startsOn: day,
	dueOn: day,
	recurrence: text(80),
	owner: text(120),
	ownerId: id
});

const parts = v.strictObject({
	title: text(80),
	sentence: text(400),
	place: text(120),
	validFrom: day,
	validTo: day,
	evidenceIds: v.pipe(v.array(v.pipe(v.string(), v.maxLength(60))), v.maxLength(20, 'too-many')),
	focusAreaId: id,
	causeId: id,
	effect: text(400),
	indicator: v.strictObject({
		kind: v.picklist(indicatorKinds, 'missing'),
		ref: text(120),
		what: text(200),
		how: text(400),
		unit: text(40),
		startValue: number,
		targetValue: number
	}),
	nextReportOn: day,
	channels: v.pipe(v.array(v.picklist(pledgeChannels, 'unknown')), v.maxLength(pledgeChannels.length)),
	activities: v.pipe(v.array(activity), v.maxLength(30, 'too-many'))
}) satisfies v.GenericSchema<unknown, PledgeContent>;

const partial = v.partial(parts);

/** What is wrong with a value from outside, as problems with the path of each. */
export function parsed<T>(schema: v.GenericSchema<unknown, T>, input: unknown): Outcome<T> {
	const result = v.safeParse(schema, input);
	if (result.success) return { ok: true, value: result.output };
	const problems = result.issues.map((issue): Problem => {
		const code = /^[a-z-]+$/.test(issue.message) ? issue.message : 'invalid';
		return { at: v.getDotPath(issue) ?? '', code, detail: code };
	});
	return { ok: false, problems };
}

/** Some of what is written about a pledge; what may be left out until it is published may be empty. */
export const parsePledgeParts = (input: unknown): Outcome<Partial<PledgeContent>> =>
	parsed(partial, input) as Outcome<Partial<PledgeContent>>;
