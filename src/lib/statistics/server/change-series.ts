import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import { selectSeries, updateSeries } from './series-store.ts';
import type { StatisticSeriesRow } from './tables.ts';

type Changing = Pick<Context, 'db' | 'now' | 'actor' | 'vault'>;

async function requireOwn(ctx: Changing, id: string): Promise<StatisticSeriesRow> {
	const row = await selectSeries(ctx.db, id);
	if (!row || row.removed === 1 || row.version === 0) throw new AppError('not-found', 'no such series');
	await requirePermission(ctx, 'situation.edit', row.placeCode);
	return row;
}

/**
 * Shows a series to everybody, or to staff only.
 * @throws AppError `not-found` when there is none, or without `situation.edit` in the place that keeps it
 */
export async function changeSeries(
	ctx: Changing,
	{ id, public: shown }: { id: string; public: boolean }
): Promise<void> {
	const { placeCode, title, public: before } = await requireOwn(ctx, id);
	await ctx.db.transaction().execute(async (trx) => {
		await updateSeries(trx, id, { public: Number(shown) });
		await recordEvent(trx, ctx, {
			...{ action: 'statistics.changed', placeCode, subject: `series:${id}` },
			...{ before: { title, public: before === 1 }, after: { title, public: shown } }
		});
	});
}

/**
 * Takes a series away: nobody sees it any more. What was taken from it as evidence keeps its numbers; the next file that
 * holds it brings it back. @returns the place that kept it
 * @throws AppError `not-found` when there is none, or without `situation.edit` in the place that keeps it
 */
export async function removeSeries(ctx: Changing, id: string): Promise<string> {
	const { placeCode, title } = await requireOwn(ctx, id);
	await ctx.db.transaction().execute(async (trx) => {
		await updateSeries(trx, id, { removed: 1 });
		const before = { title };
		await recordEvent(trx, ctx, { action: 'statistics.removed', placeCode, subject: `series:${id}`, before });
	});
	return placeCode;
}
