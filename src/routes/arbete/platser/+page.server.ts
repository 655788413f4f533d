import { orErrorPage } from '#lib/server/page-error.ts';
import { readPlaceTree } from '#lib/workspace/server/read-places.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	tree: await orErrorPage(readPlaceTree(locals))
});
