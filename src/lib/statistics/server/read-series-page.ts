import { hasPermission, requirePermission } from '#lib/accounts/server/require-permission.ts';
import type { Place } from '#lib/places/place.ts';
import { readPlace } from '#lib/places/server/read-place.ts';
import type { Context } from '#lib/server/context.ts';
import { AppError } from '#lib/server/app-error.ts';
import { methodNotesOf, type MethodNote } from '../method-notes.ts';
import type { Series } from '../series.ts';
import { viewSeries, type SeriesView } from '../series-view.ts';
import { readPublicSeries, readSeries, type SeriesQuestion } from './read-series.ts';
import { selectSeries } from './series-store.ts';

/** A series as a page shows it. */
export interface SeriesPage {
	place: Pick<Place, 'code' | 'name' | 'slug'>;
	series: Series;
	view: SeriesView;
	notes: MethodNote[];
}

function notesOf(series: Series): MethodNote[] {
	const values = series.lines.flatMap((line) => line.values);
	return methodNotesOf({
		...{ title: series.title, unit: series.unit, source: series.versions[0]?.source ?? '' },
		limits: values.some(({ low }) => low !== null),
		preliminary: values.some(({ preliminary }) => preliminary),
		spans: values.some(({ period }) => period.includes('/'))
	});
}

const pageOf = (series: Series, { code, name, slug, population }: Place): SeriesPage => ({
	...{ place: { code, name, slug }, series, view: viewSeries(series, population), notes: notesOf(series) }
});

/**
 * A series as its page in the workspace shows it.
 * @param question.placeCode whose values come first; the place that keeps it when left out
 * @throws AppError `not-found` as `readSeries`, or without `situation.edit` in that place
 */
export async function readSeriesPage(
	ctx: Pick<Context, 'db' | 'actor'>,
	question: Omit<SeriesQuestion, 'placeCode'> & { placeCode?: string | undefined }
): Promise<SeriesPage & { mayChange: boolean }> {
	const row = await selectSeries(ctx.db, question.seriesId);
	if (!row) throw new AppError('not-found', 'no such series');
	const placeCode = question.placeCode ?? row.placeCode;
	await requirePermission(ctx, 'situation.edit', placeCode);
	const series = await readSeries(ctx, { ...question, placeCode });
	const mayChange = await hasPermission(ctx, 'situation.edit', row.placeCode);
	return { ...pageOf(series, await readPlace(ctx, placeCode)), mayChange };
}

/**
 * A series as its public page in a municipality shows it.
 * @throws AppError `not-found` as `readPublicSeries`
 */
export async function readPublicSeriesPage(
	ctx: Pick<Context, 'db'>,
	question: SeriesQuestion
): Promise<SeriesPage> {
	const series = await readPublicSeries(ctx, question);
	return pageOf(series, await readPlace(ctx, question.placeCode));
}
