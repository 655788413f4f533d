import { calendarFile } from '#lib/format/calendar-file.ts';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { readMunicipality } from '#lib/places/server/read-place.ts';
import { reportDays } from '#lib/pledges/pledge-feed.ts';
import { listPledgeViews } from '#lib/pledges/server/read-pledge-page.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { RequestHandler } from './$types';

/** The days for which word about the pledges is promised. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { code } = await orErrorPage(readMunicipality(locals, params.kommun));
	const address = new URL(localizeHref(`/${params.kommun}/loften`), url).href;
	const setup = { address, host: url.hostname, language: locals.language };
	return new Response(calendarFile(reportDays(await listPledgeViews(locals, code), setup)), {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': `attachment; filename="${params.kommun}-besked.ics"`
		}
	});
};
