import { dayOf } from '#lib/dialogues/period.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { listEvidence } from '#lib/situation/server/read-evidence.ts';
import { listCauses } from '#lib/situation/server/save-cause.ts';
import { endFocusArea, readFocusArea, saveFocusArea } from '#lib/situation/server/save-focus-area.ts';
import { listProblems } from '#lib/situation/server/save-problem.ts';
import type { Actions, PageServerLoad } from './$types';
import { done, field, refused } from '../../form-text.ts';
import { placeOf } from '../../place-page.ts';
import { focusFromForm } from '../focus-form.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const focus = await orErrorPage(readFocusArea(locals, params.id));
	const { placeCode } = focus;
	const evidence = await listEvidence(locals, { placeCode });
	return {
		...(await placeOf(locals, placeCode)),
		focus,
		causes: await listCauses(locals, { placeCode }),
		problems: (await listProblems(locals, placeCode)).map(({ id, name }) => ({ id, name })),
		evidence: evidence.filter(({ id, withdrawn }) => !withdrawn || focus.evidenceIds.includes(id)),
		today: dayOf(locals.now()),
		done: url.searchParams.has('klart')
	};
};

export const actions: Actions = {
	save: async ({ locals, params, request }) => {
		const form = await request.formData();
		const { id, placeCode } = await orErrorPage(readFocusArea(locals, params.id));
		const outcome = await orErrorPage(saveFocusArea(locals, focusFromForm(form, { id, placeCode })));
		return outcome.ok ? done(`/fokus/${id}`, { klart: '1' }) : refused(form, outcome.problems);
	},
	end: async ({ locals, params, request }) => {
		const ended = field(await request.formData(), 'ended') !== 'nej';
		await orErrorPage(endFocusArea(locals, { id: params.id, ended }));
		return done(`/fokus/${params.id}`, { klart: '1' });
	}
};
