import { readChainGaps } from '#lib/situation/server/read-chain.ts';
import { listPictures } from '#lib/situation/server/read-picture.ts';
import { readReview } from '#lib/situation/server/read-review.ts';
import type { PageServerLoad } from './$types';
import { placePage } from './place-page.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const page = await placePage(locals, url);
	const { code } = page.place;
	return {
		...page,
		pictures: await listPictures(locals, code),
		gaps: await readChainGaps(locals, code),
		review: await readReview(locals, code)
	};
};
