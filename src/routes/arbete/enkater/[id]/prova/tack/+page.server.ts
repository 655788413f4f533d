import { redirect } from '@sveltejs/kit';
import { rehearsedLines } from '#lib/answers/rehearsal.ts';
import { deleteRehearsal } from '#lib/answers/server/delete-rehearsal.ts';
import { readRehearsals } from '#lib/answers/server/read-rehearsals.ts';
import { rehearsalLanguage, rehearsalPage } from '#lib/answers/server/rehearsal-visit.ts';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { definitionOf, titleOf } from '#lib/questionnaire/draft-content.ts';
import { readDraft } from '#lib/questionnaire/server/read-draft.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const draft = await orErrorPage(readDraft(locals, params.id));
	const id = url.searchParams.get('svar');
	const { number, sheet } = await readRehearsals(locals, { draftId: draft.id, id });
	const language = rehearsalLanguage(draft, url, locals.language);
	const page = rehearsalPage(definitionOf(draft.content), language);
	return {
		draft: { id: draft.id, title: titleOf(draft.content) },
		placeCode: draft.placeCode,
		number,
		lines: sheet && rehearsedLines(page, sheet),
		removed: url.searchParams.has('borttagna'),
		offered: draft.content.languages,
		textLanguage: language
	};
};

export const actions: Actions = {
	remove: async ({ locals, params }) => {
		await orErrorPage(deleteRehearsal(locals, params.id));
		redirect(303, localizeHref(`/arbete/enkater/${params.id}/prova/tack?borttagna`));
	}
};
