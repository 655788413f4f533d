import { readAnnouncedMeeting } from '#lib/meetings/server/list-meetings.ts';
import { readPublishedPhoto } from '#lib/meetings/server/read-report-parts.ts';
import { readMunicipality } from '#lib/places/server/read-place.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { RequestHandler } from './$types';

/** A photo of a published report. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { code } = await orErrorPage(readMunicipality(locals, params.kommun));
	const meeting = await orErrorPage(readAnnouncedMeeting(locals, { placeCode: code, slug: params.slug }));
	const photo = await orErrorPage(readPublishedPhoto(locals, { meeting, id: params.photo }));
	return new Response(new Uint8Array(photo.content), {
		headers: {
			'content-type': photo.mediaType,
			'cache-control': 'public, max-age=86400',
			'content-disposition': 'inline',
			'content-security-policy': "default-src 'none'; sandbox"
		}
	});
};
