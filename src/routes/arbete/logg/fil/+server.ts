import { exportLog } from '#lib/accounts/server/read-log.ts';
import { dayOf } from '#lib/dialogues/period.ts';
import { AppError } from '#lib/server/app-error.ts';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { logFilter } from '#lib/workspace/log-filter.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url, fetch }) => {
	const { personId, action, from, until } = logFilter(url.searchParams);
	const placeCode = url.searchParams.get('plats') ?? '';
	const file = await exportLog(locals, { placeCode, personId, action, from, until }).catch((problem) => {
		if (!(problem instanceof AppError)) throw problem;
	});
	// The same page, byte for byte, as an address as deep that is not there.
	if (file === undefined) return fetch(localizeHref('/arbete/-/-'));
	return new Response(file, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="logg-${dayOf(locals.now())}.csv"`
		}
	});
};
