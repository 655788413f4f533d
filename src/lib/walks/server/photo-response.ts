import type { PhotoFile } from './read-walk.ts';

/** A photo as an answer: what is at an address never changes, and nothing in it can run. */
export const photoResponse = ({ mediaType, content }: PhotoFile, cache: 'public' | 'private'): Response =>
	new Response(new Uint8Array(content), {
		headers: {
			'content-type': mediaType,
			'content-length': String(content.length),
			'cache-control': cache === 'public' ? 'public, max-age=86400' : 'no-store',
			'content-disposition': 'inline',
			'content-security-policy': "default-src 'none'; sandbox"
		}
	});
