import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import { selectImport } from './import-store.ts';
import type { StatisticImportRow } from './tables.ts';

/**
 * A file that waits to be confirmed, for somebody who may.
 * @throws AppError `not-found` when there is none, when it has been confirmed, or without `situation.edit` in its place
 */
export async function requireImport(
	ctx: Pick<Context, 'db' | 'actor'>,
	id: string
): Promise<StatisticImportRow> {
	const row = await selectImport(ctx.db, id);
	if (!row || row.confirmedAt !== null) throw new AppError('not-found', 'no such import');
	await requirePermission(ctx, 'situation.edit', row.placeCode);
	return row;
}
