import { listOwnActivities } from '#lib/pledges/server/record-progress.ts';
import { pledgeView } from '#lib/pledges/pledge-view.ts';
import { isDueSoon, isLate } from '#lib/pledges/overview.ts';
import { readPledgeOverview } from '#lib/pledges/server/read-overview.ts';
import { createPledge } from '#lib/pledges/server/write-pledge.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { answered } from './answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const overview = await orErrorPage(readPledgeOverview(locals));
	const own = (await listOwnActivities(locals)).map((one) =>
		pledgeView({ ...one, approvals: [], signatures: [] }, overview.today)
	);
	return {
		...overview,
		own,
		late: overview.pledges.filter(({ view }) => isLate(view)),
		due: overview.pledges.filter(({ view }) => isDueSoon(view, overview.today)),
		saved: url.searchParams.has('sparat')
	};
};

export const actions: Actions = {
	create: async ({ locals, request }) => {
		const form = await request.formData();
		const title = String(form.get('title') ?? '');
		const placeCode = String(form.get('placeCode') ?? '');
		return answered(
			form,
			createPledge(locals, { placeCode, content: { title } }),
			({ id }) => `/arbete/loften/${id}/vad`
		);
	}
};
