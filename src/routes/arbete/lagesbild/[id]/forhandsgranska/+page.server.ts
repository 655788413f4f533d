import { orErrorPage } from '#lib/server/page-error.ts';
import { readPicture } from '#lib/situation/server/read-picture.ts';
import type { PageServerLoad } from './$types';
import { placeOf } from '../../place-page.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { picture, snapshot, signatures } = await orErrorPage(readPicture(locals, params.id));
	return { picture, snapshot, signatures, place: (await placeOf(locals, picture.placeCode)).place };
};
