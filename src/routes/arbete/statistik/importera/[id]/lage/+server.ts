import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { AppError } from '#lib/server/app-error.ts';
import { readImportProgress } from '#lib/statistics/server/read-import-progress.ts';
import type { RequestHandler } from './$types';

/** How far an import has come. What is not there answers, byte for byte, as an address as deep that is not there. */
export const GET: RequestHandler = async ({ locals, params, fetch, request }) => {
	try {
		const progress = await readImportProgress(locals, params.id);
		return Response.json(progress ?? {}, { headers: { 'cache-control': 'no-store' } });
	} catch (problem) {
		if (!(problem instanceof AppError)) throw problem;
		const headers = { accept: request.headers.get('accept') ?? '*/*' };
		return fetch(localizeHref('/arbete/-/-/-/-'), { headers });
	}
};
