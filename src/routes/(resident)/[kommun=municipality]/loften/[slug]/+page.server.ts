import { readPledgePage } from '#lib/pledges/server/read-pledge-page.ts';
import { canSendMail } from '#lib/server/mail.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
	const { municipality } = await parent();
	return {
		/** Letters are offered only where they can be sent. */
		letters: canSendMail(),
		page: await orErrorPage(readPledgePage(locals, { placeCode: municipality.code, slug: params.slug }))
	};
};
