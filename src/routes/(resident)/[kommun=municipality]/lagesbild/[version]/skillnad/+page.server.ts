import { comparePictures } from '#lib/situation/compare-pictures.ts';
import { readPublishedPicture } from '#lib/situation/server/read-picture.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
	const { municipality } = await parent();
	const read = (number: number) =>
		orErrorPage(readPublishedPicture(locals, { placeCode: municipality.code, number }));
	const newer = await read(Number(params.version));
	const older = await read(Number(url.searchParams.get('mot') ?? newer.picture.number - 1));
	return {
		number: newer.picture.number,
		title: newer.snapshot.title,
		older: { number: older.picture.number, publishedOn: older.picture.publishedOn },
		changes: comparePictures(older.snapshot, newer.snapshot)
	};
};
