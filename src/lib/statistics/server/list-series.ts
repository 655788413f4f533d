import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { readPlacePath } from '#lib/places/server/read-place-path.ts';
import type { Context } from '#lib/server/context.ts';
import { seriesName, type SeriesSummary } from '../series.ts';
import { selectSpans } from './observation-store.ts';
import { selectLatestSources, selectSeriesOf } from './series-store.ts';
import { selectWaiting } from './import-store.ts';

/** As people look for names: 9 before 10. */
const inOrder = new Intl.Collator('sv', { numeric: true });

/**
 * The series that a place keeps, and those of the places above it that have values of it, by name.
 * @throws AppError `not-found` without `place.read` there
 */
export async function listSeries(
	ctx: Pick<Context, 'db' | 'actor'>,
	{ placeCode }: { placeCode: string }
): Promise<SeriesSummary[]> {
	await requirePermission(ctx, 'place.read', placeCode);
	const rows = await selectSeriesOf(ctx.db, await readPlacePath(ctx, placeCode));
	if (rows.length === 0) return [];
	const seriesIds = rows.map(({ id }) => id);
	const sources = new Map(
		(await selectLatestSources(ctx.db, seriesIds)).map(({ seriesId, source }) => [seriesId, source])
	);
	const spans = new Map(
		(await selectSpans(ctx.db, { seriesIds, placeCode })).map((span) => [span.seriesId, span])
	);
	return rows
		.filter((row) => row.placeCode === placeCode || spans.has(row.id))
		.map((row): SeriesSummary => {
			const span = spans.get(row.id);
			return {
				...{ id: row.id, placeCode: row.placeCode, title: row.title, unit: row.unit },
				...{ parts: JSON.parse(row.parts) as [string, string][], version: row.version },
				...{ source: sources.get(row.id) ?? '', public: row.public === 1 },
				periods: span ? { count: span.count, first: span.first ?? '', last: span.last ?? '' } : null
			};
		})
		.sort((a, b) => inOrder.compare(seriesName(a), seriesName(b)) || a.id.localeCompare(b.id));
}

/** A file that waits to be confirmed. */
export interface WaitingImport {
	id: string;
	fileName: string;
	uploadedAt: Date;
}

/**
 * The files of a place that wait to be confirmed, the latest first.
 * @throws AppError `not-found` without `situation.edit` there
 */
export async function listImports(
	ctx: Pick<Context, 'db' | 'actor'>,
	{ placeCode }: { placeCode: string }
): Promise<WaitingImport[]> {
	await requirePermission(ctx, 'situation.edit', placeCode);
	const rows = await selectWaiting(ctx.db, placeCode);
	return rows.map(({ id, fileName, uploadedAt }) => ({ id, fileName, uploadedAt: new Date(uploadedAt) }));
}
