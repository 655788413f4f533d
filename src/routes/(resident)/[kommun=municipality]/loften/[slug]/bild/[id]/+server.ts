import { readMunicipality } from '#lib/places/server/read-place.ts';
import { readProgressPhoto } from '#lib/pledges/server/read-photo.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { RequestHandler } from './$types';

/** A photo of what was done. It never changes, so it may be kept. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { code } = await orErrorPage(readMunicipality(locals, params.kommun));
	const photo = await orErrorPage(readProgressPhoto(locals, { id: params.id, placeCode: code }));
	return new Response(Buffer.from(photo.content), {
		headers: { 'content-type': photo.mediaType, 'cache-control': 'public, max-age=86400' }
	});
};
