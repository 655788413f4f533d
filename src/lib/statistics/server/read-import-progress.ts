import type { Context } from '#lib/server/context.ts';
import { progressOf, type Progress } from './import-progress.ts';
import { requireImport } from './require-import.ts';

/**
 * How far the import of a waiting file has come; null before it begins, and where another process imports it.
 * @throws AppError `not-found` when no such file waits, or without `situation.edit` in its place
 */
export async function readImportProgress(
	ctx: Pick<Context, 'db' | 'actor'>,
	id: string
): Promise<Progress | null> {
	await requireImport(ctx, id);
	return progressOf(id);
}
