/**
 * A document as a download, never shown inside a page: whatever it holds runs nowhere. Its name is made harmless for the
 * header; the type is the one its bytes have.
 */
export function fileResponse({
	mediaType,
	name,
	content
}: {
	mediaType: string;
	name: string;
	content: Buffer;
}): Response {
	const ending = { 'application/pdf': 'pdf', 'image/png': 'png', 'image/jpeg': 'jpg' }[mediaType] ?? 'bin';
	const stem = name.replace(/\.[^.]*$/, '') || 'underlag';
	const plain = stem.normalize('NFD').replace(/[^A-Za-z0-9 _-]/g, '') || 'underlag';
	return new Response(new Uint8Array(content), {
		headers: {
			'content-type': mediaType,
			'content-length': String(content.length),
			'content-disposition': `attachment; filename="${plain}.${ending}"; filename*=UTF-8''${encodeURIComponent(stem)}.${ending}`,
			'content-security-policy': "default-src 'none'; sandbox",
			'x-content-type-options': 'nosniff',
			'cache-control': 'private, no-cache'
		}
	});
}
