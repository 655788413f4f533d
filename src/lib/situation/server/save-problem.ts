import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { Outcome } from '#lib/server/problem.ts';
import { randomId } from '#lib/server/random.ts';
import { problemInput, type ProblemInput } from '../choice-input.ts';
import type { SituationProblem } from '../problem.ts';
import { selectProblem, selectProblems, upsertProblem } from './choice-store.ts';
import { parseInput } from './parse-input.ts';

async function requireProblem(ctx: Pick<Context, 'db'>, id: string): Promise<SituationProblem> {
	const problem = await selectProblem(ctx.db, id);
	if (!problem) throw new AppError('not-found', 'no such problem');
	return problem;
}

/**
 * The problems of a place in their order, ended ones too.
 * @throws AppError `not-found` without `results.read` there
 */
export async function listProblems(
	ctx: Pick<Context, 'db' | 'actor'>,
	placeCode: string
): Promise<SituationProblem[]> {
	await requirePermission(ctx, 'results.read', placeCode);
	return selectProblems(ctx.db, placeCode);
}

/**
 * One problem, for staff.
 * @throws AppError `not-found` when there is none, or without `results.read` in its place
 */
export async function readProblem(ctx: Pick<Context, 'db' | 'actor'>, id: string): Promise<SituationProblem> {
	const problem = await requireProblem(ctx, id);
	await requirePermission(ctx, 'results.read', problem.placeCode);
	return problem;
}

async function store(ctx: Context, problem: SituationProblem): Promise<void> {
	await ctx.db.transaction().execute(async (trx) => {
		await upsertProblem(trx, problem);
		await recordEvent(trx, ctx, {
			action: 'picture.changed',
			placeCode: problem.placeCode,
			subject: `problem:${problem.id}`,
			after: { name: problem.name, ...(problem.ended && { ended: true }) }
		});
	});
}

/**
 * Writes a problem, or changes one that stands; what people overrule needs its reason.
 * @returns the problem, or `missing`, `too-long`
 * @throws AppError `not-found` without `situation.edit` in its place
 */
export async function saveProblem(ctx: Context, input: ProblemInput): Promise<Outcome<SituationProblem>> {
	const was = input.id === null ? undefined : await requireProblem(ctx, input.id);
	const placeCode = was?.placeCode ?? input.placeCode;
	await requirePermission(ctx, 'situation.edit', placeCode);
	const parsed = parseInput(problemInput, input);
	if (!parsed.ok) return parsed;
	const written = parsed.value;
	const problem: SituationProblem = {
		...{ id: was?.id ?? randomId(ctx.random), placeCode, ended: was?.ended ?? false },
		...{ name: written.name, note: written.note, evidenceIds: written.evidenceIds },
		overrules: written.overrules
	};
	await store(ctx, problem);
	return { ok: true, value: problem };
}

/**
 * Says that a problem is no longer worked on, or that it is again.
 * @throws AppError `not-found` when there is none, or without `situation.edit` in its place
 */
export async function endProblem(
	ctx: Context,
	{ id, ended }: { id: string; ended: boolean }
): Promise<SituationProblem> {
	const problem = await requireProblem(ctx, id);
	await requirePermission(ctx, 'situation.edit', problem.placeCode);
	await store(ctx, { ...problem, ended });
	return { ...problem, ended };
}
