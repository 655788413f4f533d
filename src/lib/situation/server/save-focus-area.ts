import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { Outcome } from '#lib/server/problem.ts';
import { randomId } from '#lib/server/random.ts';
import { focusInput, type FocusInput } from '../choice-input.ts';
import type { FocusArea } from '../evidence.ts';
import { selectFocusArea, selectFocusAreas, upsertFocusArea } from './choice-store.ts';
import { parseInput } from './parse-input.ts';

async function requireFocus(ctx: Pick<Context, 'db'>, id: string): Promise<FocusArea> {
	const focus = await selectFocusArea(ctx.db, id);
	if (!focus) throw new AppError('not-found', 'no such focus area');
	return focus;
}

/**
 * The focus areas of a place, begun last first; ended ones too.
 * @throws AppError `not-found` without `results.read` there
 */
export async function listFocusAreas(
	ctx: Pick<Context, 'db' | 'actor'>,
	{ placeCode }: { placeCode: string }
): Promise<FocusArea[]> {
	await requirePermission(ctx, 'results.read', placeCode);
	return selectFocusAreas(ctx.db, placeCode);
}

/**
 * A focus area, for staff.
 * @throws AppError `not-found` when there is none, or without `results.read` in its place
 */
export async function readFocusArea(ctx: Pick<Context, 'db' | 'actor'>, id: string): Promise<FocusArea> {
	const focus = await requireFocus(ctx, id);
	await requirePermission(ctx, 'results.read', focus.placeCode);
	return focus;
}

async function store(ctx: Context, focus: FocusArea): Promise<void> {
	await ctx.db.transaction().execute(async (trx) => {
		await upsertFocusArea(trx, focus);
		await recordEvent(trx, ctx, {
			action: focus.ended ? 'focus.ended' : 'focus.saved',
			placeCode: focus.placeCode,
			subject: `focus-area:${focus.id}`,
			after: { name: focus.name }
		});
	});
}

/**
 * Writes a focus area, or changes one that stands. It may still lack evidence and causes: the chain shows where it does.
 * @returns the focus area, or `missing`, `too-long`, `invalid-day`, `validTo before-start`
 * @throws AppError `not-found` without `situation.edit` in its place
 */
export async function saveFocusArea(ctx: Context, input: FocusInput): Promise<Outcome<FocusArea>> {
	const was = input.id === null ? undefined : await requireFocus(ctx, input.id);
	const placeCode = was?.placeCode ?? input.placeCode;
	await requirePermission(ctx, 'situation.edit', placeCode);
	const parsed = parseInput(focusInput, input);
	if (!parsed.ok) return parsed;
	const written = parsed.value;
	const focus: FocusArea = {
		...{ id: was?.id ?? randomId(ctx.random), placeCode, ended: was?.ended ?? false },
		...{ name: written.name, why: written.why, remit: written.remit },
		...{ validFrom: written.validFrom, validTo: written.validTo },
		...{ evidenceIds: written.evidenceIds, causeIds: written.causeIds }
	};
	await store(ctx, focus);
	return { ok: true, value: focus };
}

/**
 * Says that a focus area is no longer worked on, or that it is again.
 * @throws AppError `not-found` when there is none, or without `situation.edit` in its place
 */
export async function endFocusArea(
	ctx: Context,
	{ id, ended }: { id: string; ended: boolean }
): Promise<FocusArea> {
	const focus = await requireFocus(ctx, id);
	await requirePermission(ctx, 'situation.edit', focus.placeCode);
	await store(ctx, { ...focus, ended });
	return { ...focus, ended };
}
