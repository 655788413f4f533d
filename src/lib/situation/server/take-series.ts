import type { Context } from '#lib/server/context.ts';
import type { Taken } from './freeze-result.ts';

/** What imported series become evidence with, over the period of a picture. */
export function takeSeries(
	ctx: Context,
	{ seriesIds }: { placeCode: string; from: string; to: string; seriesIds: readonly string[] }
): Promise<Taken[]> {
	void ctx;
	void seriesIds;
	return Promise.resolve([]);
}
