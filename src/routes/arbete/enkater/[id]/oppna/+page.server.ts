import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { planFromForm } from '#lib/dialogues/plan-schema.ts';
import { suggestDates } from '#lib/dialogues/plan-suggestion.ts';
import { savePlan } from '#lib/dialogues/server/save-plan.ts';
import { readPlan } from '#lib/dialogues/server/read-plan.ts';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { orErrorPage } from '#lib/server/page-error.ts';
import { planProblems } from '#lib/workspace/server/plan-problems.ts';
import { readOpening } from '#lib/workspace/server/read-opening.ts';
import { saveTargetGroups } from '#lib/workspace/server/save-target-groups.ts';
import { openedInstead } from '../opened-instead.ts';
import type { Actions, PageServerLoad } from './$types';
import { planPage } from './plan-page.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	await openedInstead(locals, params.id);
	return planPage(await orErrorPage(readOpening(locals, params.id)), locals.language);
};

/** What somebody wrote, to be shown again as it was. */
async function written({ request }: RequestEvent<{ id: string }>) {
	const form = await request.formData();
	return { plan: planFromForm(form), groups: form.getAll('groups').map(String) };
}

export const actions: Actions = {
	suggest: async (event) => {
		await orErrorPage(readPlan(event.locals, event.params.id));
		const { plan, groups } = await written(event);
		const dates = suggestDates(event.locals.now(), { opensOn: String(plan.opensOn) });
		return { plan: { ...plan, ...dates }, groups, problems: [], suggested: true };
	},
	save: async (event) => {
		const { locals, params } = event;
		const { plan, groups } = await written(event);
		const saved = await orErrorPage(savePlan(locals, { draftId: params.id, plan }));
		const grouped = await orErrorPage(saveTargetGroups(locals, { draftId: params.id, groups }));
		const problems = [
			...(saved.ok ? await planProblems(locals, params.id) : saved.problems),
			...(grouped.ok ? [] : grouped.problems)
		].map(({ at, code }) => ({ at, code }));
		if (problems.length > 0) return fail(422, { plan, groups, problems, suggested: false });
		redirect(303, localizeHref(`/arbete/enkater/${params.id}/oppna/sammanfattning`));
	}
};
