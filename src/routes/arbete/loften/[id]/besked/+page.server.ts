import { reportFromForm } from '#lib/pledges/pledge-form.ts';
import { monthsAfter } from '#lib/pledges/publish-rule.ts';
import { reportPledge, type NewReport } from '#lib/pledges/server/report-pledge.ts';
import { answered } from '../../answer.ts';
import { readPublished } from '../published-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { pledge, view, today } = await readPublished(locals, params.id, { publishers: false });
	return { pledge, status: view.status, suggested: monthsAfter(today, 3) };
};

export const actions: Actions = {
	default: async ({ locals, params: { id }, request }) => {
		const form = await request.formData();
		// The schema of the use case reads what came from outside.
		return answered(
			form,
			reportPledge(locals, reportFromForm(form, id) as NewReport),
			`/arbete/loften/${id}`
		);
	}
};
