import { readPlace } from '#lib/places/server/read-place.ts';
import type { Context } from '#lib/server/context.ts';
import type { Outcome } from '#lib/server/problem.ts';
import { previewOf, type ImportPreview } from '../import-preview.ts';
import { planStored } from './plan-stored.ts';
import { requireImport } from './require-import.ts';
import { readable } from './stage-import.ts';

/**
 * What importing a waiting file would keep: its series, what is new and changed, what was not understood. Nothing is
 * stored.
 * @returns a problem at `file` when what was said about its columns has left nothing to read
 * @throws AppError `not-found` when no such file waits, or without `situation.edit` in its place
 */
export async function readImport(
	ctx: Pick<Context, 'db' | 'actor'>,
	id: string
): Promise<Outcome<ImportPreview>> {
	const row = await requireImport(ctx, id);
	const read = await readable(() => planStored(ctx, row));
	if (!read.ok) return read;
	const { code, name } = await readPlace(ctx, row.placeCode);
	const { table, settings, plan, series } = read.value;
	return {
		ok: true,
		value: previewOf({
			...{ id, place: { code, name }, fileName: row.fileName, table, settings, plan },
			series: series.map(({ planned, held, changes }) => ({ planned, isNew: !held?.version, changes }))
		})
	};
}
