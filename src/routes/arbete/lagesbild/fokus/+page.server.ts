import { dayOf } from '#lib/dialogues/period.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { listEvidence } from '#lib/situation/server/read-evidence.ts';
import { listCauses } from '#lib/situation/server/save-cause.ts';
import { listFocusAreas, saveFocusArea } from '#lib/situation/server/save-focus-area.ts';
import { listProblems } from '#lib/situation/server/save-problem.ts';
import type { Actions, PageServerLoad } from './$types';
import { done, refused } from '../form-text.ts';
import { placePage } from '../place-page.ts';
import { focusFromForm } from './focus-form.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const page = await placePage(locals, url);
	const placeCode = page.place.code;
	return {
		...page,
		focusAreas: await listFocusAreas(locals, { placeCode }),
		causes: await listCauses(locals, { placeCode }),
		problems: (await listProblems(locals, placeCode)).map(({ id, name }) => ({ id, name })),
		evidence: (await listEvidence(locals, { placeCode })).filter(({ withdrawn }) => !withdrawn),
		today: dayOf(locals.now()),
		done: url.searchParams.has('klart')
	};
};

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const form = await request.formData();
		const placeCode = url.searchParams.get('plats') ?? '';
		const outcome = await orErrorPage(saveFocusArea(locals, focusFromForm(form, { id: null, placeCode })));
		return outcome.ok ? done('/fokus', { plats: placeCode, klart: '1' }) : refused(form, outcome.problems);
	}
};
