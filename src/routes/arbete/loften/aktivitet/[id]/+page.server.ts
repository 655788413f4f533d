import { progressFromForm } from '#lib/pledges/pledge-form.ts';
import { pledgeView } from '#lib/pledges/pledge-view.ts';
import { readReportable, recordProgress, type NewProgress } from '#lib/pledges/server/record-progress.ts';
import { dayOf } from '#lib/dialogues/period.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { answered } from '../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { pledge, story } = await orErrorPage(readReportable(locals, params.id));
	const today = dayOf(locals.now());
	const view = pledgeView({ pledge, story, approvals: [], signatures: [] }, today);
	return { title: view.title, activity: view.activities.find(({ id }) => id === params.id)!, today };
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const form = await request.formData();
		// The schema of the use case reads what came from outside.
		const written = (await progressFromForm(form, params.id)) as NewProgress;
		return answered(form, recordProgress(locals, written), '/arbete/loften?sparat');
	}
};
