import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import { dayOf } from '#lib/dialogues/period.ts';
import type { Context } from '#lib/server/context.ts';
import { itemKeys, type Ticked } from '../checklist.ts';
import { replaceTicked, selectTicked } from './assessment-store.ts';

/**
 * What a place has ticked in the five steps.
 * @throws AppError `not-found` without `results.read` there
 */
export async function readChecklist(ctx: Pick<Context, 'db' | 'actor'>, placeCode: string): Promise<Ticked> {
	await requirePermission(ctx, 'results.read', placeCode);
	return selectTicked(ctx.db, placeCode);
}

/**
 * Keeps which items are done and what is noted beside them; the day an item was done stays.
 * @throws AppError `not-found` without `situation.edit` there
 */
export async function saveChecklist(
	ctx: Context,
	{ placeCode, done, notes }: { placeCode: string; done: readonly string[]; notes: Record<string, string> }
): Promise<void> {
	await requirePermission(ctx, 'situation.edit', placeCode);
	const today = dayOf(ctx.now());
	await ctx.db.transaction().execute(async (trx) => {
		const was = await selectTicked(trx, placeCode);
		const ticked: Ticked = Object.fromEntries(
			itemKeys
				.filter((item) => done.includes(item))
				.map((item) => [
					item,
					{ doneOn: was[item]?.doneOn ?? today, note: (notes[item] ?? '').trim().slice(0, 300) }
				])
		);
		await replaceTicked(trx, placeCode, ticked);
		await recordEvent(trx, ctx, {
			...{ action: 'checklist.changed', placeCode, subject: `place:${placeCode}` },
			after: { count: Object.keys(ticked).length }
		});
	});
}
