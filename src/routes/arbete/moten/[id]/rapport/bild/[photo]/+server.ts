import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { readReportPhoto } from '#lib/meetings/server/read-report-parts.ts';
import { orAbsentPage } from '#lib/server/absent-page.ts';
import type { RequestHandler } from './$types';

/** A photo of a report, for who leads the meeting. */
export const GET: RequestHandler = ({ locals, params, fetch }) => {
	const show = async () => {
		const photo = await readReportPhoto(locals, { meetingId: params.id, id: params.photo });
		return new Response(new Uint8Array(photo.content), {
			headers: {
				'content-type': photo.mediaType,
				'content-disposition': 'inline',
				'content-security-policy': "default-src 'none'; sandbox"
			}
		});
	};
	return orAbsentPage(show(), (address) => fetch(localizeHref(address)));
};
