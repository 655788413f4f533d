import { readPledgePage } from '#lib/pledges/server/read-pledge-page.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
	const { municipality } = await parent();
	return {
		page: await orErrorPage(readPledgePage(locals, { placeCode: municipality.code, slug: params.slug }))
	};
};
