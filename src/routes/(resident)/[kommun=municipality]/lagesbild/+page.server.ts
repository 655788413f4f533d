import type { PageServerLoad } from './$types';
import { publishedPage } from './published-page.ts';

export const load: PageServerLoad = async ({ locals, parent }) => {
	const { municipality } = await parent();
	return { published: await publishedPage(locals, { placeCode: municipality.code }) };
};
