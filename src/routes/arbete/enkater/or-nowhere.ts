import type { RequestEvent } from '@sveltejs/kit';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { AppError } from '#lib/server/app-error.ts';

/**
 * Answers a request to an endpoint of the workspace. What its use cases call absent answers, byte for byte, as an
 * address as deep that is not there.
 */
export async function orNowhere(
	{ fetch, request, url }: RequestEvent,
	work: () => Promise<Response>
): Promise<Response> {
	try {
		return await work();
	} catch (problem) {
		if (!(problem instanceof AppError)) throw problem;
		if (problem.code !== 'not-found') return new Response(null, { status: problem.status });
		const nowhere = localizeHref(
			`/arbete${'/-'.repeat(url.pathname.replace(/^\/en\//, '/').split('/').length - 2)}`
		);
		const headers = { accept: request.headers.get('accept') ?? '*/*', origin: url.origin };
		return fetch(nowhere, { method: 'POST', headers, body: new URLSearchParams() });
	}
}
