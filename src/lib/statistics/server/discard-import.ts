import { recordEvent } from '#lib/audit/server/record-event.ts';
import type { Context } from '#lib/server/context.ts';
import { deleteImport } from './import-store.ts';
import { requireImport } from './require-import.ts';

/**
 * Throws a waiting file away. @returns the place that it waited in
 * @throws AppError `not-found` when no such file waits, or without `situation.edit` in its place
 */
export async function discardImport(
	ctx: Pick<Context, 'db' | 'now' | 'actor' | 'vault'>,
	id: string
): Promise<string> {
	const { placeCode, fileName } = await requireImport(ctx, id);
	await ctx.db.transaction().execute(async (trx) => {
		await deleteImport(trx, id);
		const before = { file: fileName };
		await recordEvent(trx, ctx, { action: 'statistics.removed', placeCode, subject: `import:${id}`, before });
	});
	return placeCode;
}
