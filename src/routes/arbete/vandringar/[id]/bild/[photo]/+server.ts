import { orAbsentPage } from '#lib/server/absent-page.ts';
import { photoResponse } from '#lib/walks/server/photo-response.ts';
import { readPhoto } from '#lib/walks/server/read-walk.ts';
import type { RequestHandler } from './$types';

/** A photo of a protocol that is being written. */
export const GET: RequestHandler = ({ fetch, locals, params }) =>
	orAbsentPage(
		readPhoto(locals, { walkId: params.id ?? '', id: params.photo ?? '' }).then((photo) =>
			photoResponse(photo, 'private')
		),
		fetch
	);
