import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { Outcome, Problem } from '#lib/server/problem.ts';
import { randomId } from '#lib/server/random.ts';
import { causeInput, type CauseInput } from '../choice-input.ts';
import type { Cause } from '../evidence.ts';
import {
	deleteCauseRow,
	selectCause,
	selectCauses,
	selectFocusAreas,
	selectProblem,
	upsertCause
} from './choice-store.ts';
import { parseInput } from './parse-input.ts';

const refused = (at: string, code: string): { ok: false; problems: Problem[] } => ({
	ok: false,
	problems: [{ at, code, detail: code }]
});

/**
 * The causes of a place's problems, in the order they were written.
 * @throws AppError `not-found` without `results.read` there
 */
export async function listCauses(
	ctx: Pick<Context, 'db' | 'actor'>,
	{ placeCode }: { placeCode: string }
): Promise<Cause[]> {
	await requirePermission(ctx, 'results.read', placeCode);
	return selectCauses(ctx.db, placeCode);
}

const sits = (causes: readonly Cause[], from: string | null, under: string): boolean => {
	const above = causes.find(({ id }) => id === from);
	return above !== undefined && (above.id === under || sits(causes, above.parentId, under));
};

/**
 * Writes a cause on a bone, or below another cause of the same problem, whose bone it then has.
 * @returns the cause, or `missing`, `too-long`, `parentId unknown`
 * @throws AppError `not-found` without such a problem, or without `situation.edit` in its place
 */
export async function saveCause(ctx: Context, input: CauseInput): Promise<Outcome<Cause>> {
	const problem = await selectProblem(ctx.db, input.problemId);
	if (!problem) throw new AppError('not-found', 'no such problem');
	const { placeCode } = problem;
	await requirePermission(ctx, 'situation.edit', placeCode);
	const parsed = parseInput(causeInput, input);
	if (!parsed.ok) return parsed;
	const { id, problemId, parentId, ...written } = parsed.value;
	const causes = (await selectCauses(ctx.db, placeCode)).filter((cause) => cause.problemId === problemId);
	if (id !== null && !causes.some((cause) => cause.id === id)) throw new AppError('not-found');
	const parent = causes.find((cause) => cause.id === parentId);
	if (parentId !== null && (!parent || (id !== null && sits(causes, parentId, id))))
		return refused('parentId', 'unknown');
	const cause: Cause = {
		...{ id: id ?? randomId(ctx.random), placeCode, problemId, parentId },
		...{ bone: parent?.bone ?? written.bone, text: written.text, evidenceIds: written.evidenceIds }
	};
	await ctx.db.transaction().execute(async (trx) => {
		await upsertCause(trx, cause);
		await recordEvent(trx, ctx, {
			...{ action: 'cause.saved', placeCode, subject: `cause:${cause.id}` },
			after: { title: cause.text }
		});
	});
	return { ok: true, value: cause };
}

/**
 * Takes a cause away that nothing hangs on.
 * @returns problems `has-causes`, `in-focus-area` when something does
 * @throws AppError `not-found` when there is none, or without `situation.edit` in its place
 */
export async function removeCause(ctx: Context, id: string): Promise<Outcome<Cause>> {
	const cause = await selectCause(ctx.db, id);
	if (!cause) throw new AppError('not-found', 'no such cause');
	const { placeCode } = cause;
	await requirePermission(ctx, 'situation.edit', placeCode);
	if ((await selectCauses(ctx.db, placeCode)).some(({ parentId }) => parentId === id))
		return refused('', 'has-causes');
	if ((await selectFocusAreas(ctx.db, placeCode)).some(({ causeIds }) => causeIds.includes(id)))
		return refused('', 'in-focus-area');
	await ctx.db.transaction().execute(async (trx) => {
		await deleteCauseRow(trx, id);
		await recordEvent(trx, ctx, {
			...{ action: 'cause.saved', placeCode, subject: `cause:${id}` },
			before: { title: cause.text },
			after: { ended: true }
		});
	});
	return { ok: true, value: cause };
}
