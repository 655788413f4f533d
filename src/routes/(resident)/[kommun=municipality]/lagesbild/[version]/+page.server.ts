import { listPublishedPictures, readPublishedPicture } from '#lib/situation/server/read-picture.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
	const { municipality } = await parent();
	const placeCode = municipality.code;
	const number = Number(params.version);
	const { picture, snapshot, signatures } = await orErrorPage(
		readPublishedPicture(locals, { placeCode, number })
	);
	const versions = await listPublishedPictures(locals, placeCode);
	return {
		...{ picture, snapshot, signatures },
		versions: versions.map((one) => ({ number: one.number, publishedOn: one.publishedOn }))
	};
};
