import type { Context } from '#lib/server/context.ts';
import type { ImportSettings } from '../import-settings.ts';
import { requireImport } from './require-import.ts';

/**
 * What has been said about a waiting file so far.
 * @throws AppError `not-found` when no such file waits, or without `situation.edit` in its place
 */
export async function readImportSettings(
	ctx: Pick<Context, 'db' | 'actor'>,
	id: string
): Promise<ImportSettings> {
	return JSON.parse((await requireImport(ctx, id)).settings) as ImportSettings;
}
