import type { PageServerLoad } from './$types';
import { publishedPage } from '../published-page.ts';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
	const { municipality } = await parent();
	const wanted = { placeCode: municipality.code, number: Number(params.version) };
	return { published: await publishedPage(locals, wanted) };
};
