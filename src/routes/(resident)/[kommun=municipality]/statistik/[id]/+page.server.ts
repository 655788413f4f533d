import { orErrorPage } from '#lib/server/page-error.ts';
import { readPublicSeriesPage } from '#lib/statistics/server/read-series-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url, setHeaders }) => {
	const { municipality } = await parent();
	const written = url.searchParams.get('version');
	const version = written && /^\d{1,6}$/.test(written) ? Number(written) : undefined;
	const question = { seriesId: params.id, placeCode: municipality.code, version };
	setHeaders({ 'cache-control': 'no-cache' });
	return orErrorPage(readPublicSeriesPage(locals, question));
};
