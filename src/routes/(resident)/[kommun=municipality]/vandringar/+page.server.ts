import { listPublishedWalks } from '#lib/walks/server/read-walk.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent }) => {
	const { municipality } = await parent();
	return { walks: await listPublishedWalks(locals, municipality.code) };
};
