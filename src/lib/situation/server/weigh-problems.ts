import * as v from 'valibot';
import { requirePermission, requireStaff } from '#lib/accounts/server/require-permission.ts';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { Outcome } from '#lib/server/problem.ts';
import type { RankedProblem } from '../picture.ts';
import { disputed, mostScore, rankProblems, type Criterion, type Scores } from '../priority.ts';
import type { SituationProblem } from '../problem.ts';
import {
	selectAssessments,
	selectSituationSettings,
	upsertAssessment,
	upsertSituationSettings,
	type SituationSettings
} from './assessment-store.ts';
import { selectProblem, selectProblems } from './choice-store.ts';
import { parseInput } from './parse-input.ts';

/** The problems of a place with what people think of them. */
export interface Weighing {
	settings: SituationSettings;
	ranking: (RankedProblem & { disputed: Criterion[] })[];
	/** What who asks has given: problem → scores. */
	mine: Record<string, Scores>;
	problems: SituationProblem[];
}

/**
 * How the problems of a place stand, by everybody who has weighed them; who gave what is not told.
 * @throws AppError `not-found` without `results.read` there
 */
export async function readWeighing(ctx: Pick<Context, 'db' | 'actor'>, placeCode: string): Promise<Weighing> {
	await requirePermission(ctx, 'results.read', placeCode);
	const problems = (await selectProblems(ctx.db, placeCode)).filter(({ ended }) => !ended);
	const settings = await selectSituationSettings(ctx.db, placeCode);
	const assessments = await selectAssessments(
		ctx.db,
		problems.map(({ id }) => id)
	);
	const me = ctx.actor.kind === 'staff' ? ctx.actor.personId : '';
	const given = (id: string) => assessments.filter(({ problemId }) => problemId === id);
	return {
		settings,
		ranking: rankProblems({ problems, criteria: settings.criteria, assessments }).map((one) => ({
			...one,
			disputed: disputed(
				given(one.problemId).map(({ scores }) => scores),
				settings.criteria
			)
		})),
		mine: Object.fromEntries(
			assessments.filter(({ personId }) => personId === me).map((one) => [one.problemId, one.scores])
		),
		problems
	};
}

const score = v.pipe(v.number('not-whole'), v.integer('not-whole'), v.minValue(0), v.maxValue(mostScore));

/**
 * Keeps what who acts thinks of a problem, in place of what they thought before; grounds may be left out.
 * @returns the scores, or `not-whole`
 * @throws AppError `not-found` without such a problem, or without `situation.edit` in its place
 */
export async function assessProblem(
	ctx: Context,
	{ problemId, scores }: { problemId: string; scores: Scores }
): Promise<Outcome<Scores>> {
	const problem = await selectProblem(ctx.db, problemId);
	if (!problem) throw new AppError('not-found', 'no such problem');
	const { placeCode, name } = problem;
	await requirePermission(ctx, 'situation.edit', placeCode);
	const { personId } = requireStaff(ctx);
	const parsed = parseInput(v.record(v.string(), score), scores);
	if (!parsed.ok) return parsed;
	await ctx.db.transaction().execute(async (trx) => {
		await upsertAssessment(trx, { problemId, personId, scores: parsed.value });
		await recordEvent(trx, ctx, {
			...{ action: 'priority.assessed', placeCode, subject: `problem:${problemId}` },
			after: { name }
		});
	});
	return parsed;
}

const whole = (least: number, most: number) =>
	v.pipe(
		v.number('not-whole'),
		v.integer('not-whole'),
		v.minValue(least, 'too-small'),
		v.maxValue(most, 'too-large')
	);

const settingsInput = v.strictObject({
	criteria: v.pipe(
		v.array(
			v.strictObject({
				key: v.pipe(v.string(), v.nonEmpty()),
				name: v.nullable(v.pipe(v.string(), v.trim(), v.nonEmpty('missing'), v.maxLength(80, 'too-long'))),
				weight: whole(0, 5)
			})
		),
		v.maxLength(16, 'too-many'),
		v.check((list) => list.some(({ weight }) => weight > 0), 'all-zero')
	),
	review: v.pipe(
		v.strictObject({ months: whole(1, 120), reminderMonths: whole(1, 120) }),
		v.forward(
			v.check(({ months, reminderMonths }) => reminderMonths <= months, 'after-review'),
			['reminderMonths']
		)
	)
});

/**
 * Sets on which grounds a place weighs its problems, and how often it looks its picture over.
 * @returns the settings, or problems at `criteria.N.weight`, `review.months`, `review.reminderMonths`
 * @throws AppError `not-found` without `situation.edit` there
 */
export async function saveSituationSettings(
	ctx: Context,
	{ placeCode, ...settings }: { placeCode: string } & SituationSettings
): Promise<Outcome<SituationSettings>> {
	await requirePermission(ctx, 'situation.edit', placeCode);
	const parsed = parseInput(settingsInput, settings);
	if (!parsed.ok) return parsed;
	await ctx.db.transaction().execute(async (trx) => {
		await upsertSituationSettings(trx, placeCode, parsed.value);
		await recordEvent(trx, ctx, {
			...{ action: 'settings.saved', placeCode, subject: `place:${placeCode}` },
			after: { count: parsed.value.criteria.length }
		});
	});
	return parsed;
}
