import { atomFeed } from '#lib/format/atom-feed.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { defaultSender } from '#lib/places/place.ts';
import { readMunicipality } from '#lib/places/server/read-place.ts';
import { feedEntries } from '#lib/pledges/pledge-feed.ts';
import { listPledgeViews } from '#lib/pledges/server/read-pledge-page.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { RequestHandler } from './$types';

/** What happens to a municipality's pledges. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const place = await orErrorPage(readMunicipality(locals, params.kommun));
	const { language } = locals;
	const address = new URL(localizeHref(`/${params.kommun}/loften`), url).href;
	const pledges = await listPledgeViews(locals, place.code);
	const text = atomFeed({
		id: `tag:${url.hostname},2026:${params.kommun}-loften-${language}`,
		title: m.pledges_feed_atom_title({ place: place.name }),
		self: new URL(localizeHref(`/${params.kommun}/flode.atom`), url).href,
		link: address,
		author: defaultSender(place),
		language,
		entries: feedEntries(pledges, { address, host: url.hostname, language })
	});
	return new Response(text, {
		headers: { 'content-type': 'application/atom+xml; charset=utf-8', 'cache-control': 'no-cache' }
	});
};
