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

/**
 * What imported series become evidence with, over the period of a picture; those without a value in it are left out.
 * @throws AppError `not-found` for a series that the place does not have
 */
export async function takeSeries(
	ctx: Context,
	{ placeCode, from, to, seriesIds, lenient = false }: SeriesWanted
): Promise<Taken[]> {
	const taken: Taken[] = [];
	for (const seriesId of seriesIds) {
		const series = await readSeries(ctx, { seriesId, placeCode });
		const made = seriesEvidence(series, { from: lenient ? '1900-01-01' : from, to });
		if (!made) continue;
		taken.push({ placeCode, kind: 'series', href: null, seq: null, about: null, ...made });
	}
	return taken;
}
