import { readLogo } from '#lib/places/server/settings-logos.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { RequestHandler } from './$types';

/** A sender's logo: what is at an address never changes. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { mediaType, content } = await orErrorPage(readLogo(locals, params.code));
	return new Response(new Uint8Array(content), {
		headers: {
			'content-type': mediaType,
			'content-length': String(content.length),
			'cache-control': 'public, max-age=31536000, immutable',
			'content-disposition': 'inline',
			'content-security-policy': "default-src 'none'; sandbox"
		}
	});
};
