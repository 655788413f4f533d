import { orErrorPage } from '#lib/server/page-error.ts';
import { readPublishedWalk } from '#lib/walks/server/read-walk.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
	const { municipality } = await parent();
	const address = { placeCode: municipality.code, slug: params.slug };
	const { walk, points } = await orErrorPage(readPublishedWalk(locals, address));
	const { route, day, participants, about, slug } = walk;
	return { walk: { route, day, participants, about, slug }, points };
};
