import { seriesName } from '#lib/statistics/series.ts';
import { readSeries } from '#lib/statistics/server/read-series.ts';
import type { Context } from '#lib/server/context.ts';
import { seriesEvidence } from '../series-evidence.ts';
import type { Taken } from './freeze-result.ts';

/** Which series, seen from which place, over which period (days). */
export interface SeriesWanted {
	placeCode: string;
	from: string;
	to: string;
	seriesIds: readonly string[];
	/** Where the period has no value, the latest before it will do. */
	lenient?: boolean;
}

/** What series say about a period, and the names of those that say nothing about it. */
interface SeriesTaken {
	taken: Taken[];
	silent: string[];
}

/**
 * What imported series become evidence with, over the period of a picture.
 * @throws AppError `not-found` for a series that the place does not have
 */
export async function takeSeries(
	ctx: Context,
	{ placeCode, from, to, seriesIds, lenient = false }: SeriesWanted
): Promise<SeriesTaken> {
	const taken: Taken[] = [];
	const silent: string[] = [];
	for (const seriesId of seriesIds) {
		const series = await readSeries(ctx, { seriesId, placeCode });
		const made = seriesEvidence(series, { from: lenient ? '1900-01-01' : from, to });
		if (made) taken.push({ placeCode, kind: 'series', href: null, seq: null, about: null, ...made });
		else silent.push(seriesName(series));
	}
	return { taken, silent };
}
