import { redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { templateNames, type TemplateName } from '#lib/questionnaire/bank/templates.ts';
import { emptyContent } from '#lib/questionnaire/draft-content.ts';
import type { Draft } from '#lib/questionnaire/draft.ts';
import { createDraft } from '#lib/questionnaire/server/create-draft.ts';
import { draftFromTemplate } from '#lib/questionnaire/server/draft-from-template.ts';
import { draftFromVersion } from '#lib/questionnaire/server/draft-from-version.ts';
import { listDrafts } from '#lib/questionnaire/server/list-drafts.ts';
import { listQuestionnaires } from '#lib/questionnaire/server/list-questionnaires.ts';
import { listTemplates } from '#lib/questionnaire/server/read-bank.ts';
import { AppError } from '#lib/server/app-error.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { listWorkPlaces } from '#lib/workspace/server/read-places.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	orErrorPage(
		(async () => {
			const places = await listWorkPlaces(locals, 'questionnaire.edit');
			const placeCode = url.searchParams.get('plats') ?? places[0]?.code;
			if (placeCode === undefined) throw new AppError('not-found');
			const drafts = await listDrafts(locals, placeCode);
			return {
				placeCode,
				places,
				drafts: drafts.map(({ id, title, questionnaireId, changedAt, changedBy }) => ({
					...{ id, title, changedAt, changedBy },
					isNext: questionnaireId !== null
				})),
				earlier: await listQuestionnaires(locals, placeCode),
				templates: await listTemplates(locals, placeCode),
				deleted: url.searchParams.has('borttaget')
			};
		})()
	);

const field = (form: FormData, name: string): string => String(form.get(name) ?? '');

/** On to the editor. */
async function opened(draft: Promise<Draft>): Promise<never> {
	const { id } = await orErrorPage(draft);
	redirect(303, localizeHref(`/arbete/enkater/${id}`));
}

const isTemplate = (name: string): name is TemplateName =>
	(templateNames as readonly string[]).includes(name);

export const actions: Actions = {
	template: async ({ locals, request }) => {
		const form = await request.formData();
		const name = field(form, 'template');
		if (!isTemplate(name)) return orErrorPage(Promise.reject<never>(new AppError('not-found')));
		return opened(draftFromTemplate(locals, { placeCode: field(form, 'placeCode'), template: name }));
	},
	empty: async ({ locals, request }) => {
		const placeCode = field(await request.formData(), 'placeCode');
		return opened(createDraft(locals, { placeCode, content: emptyContent() }));
	},
	version: async ({ locals, request }) => {
		const form = await request.formData();
		return opened(
			draftFromVersion(locals, {
				placeCode: field(form, 'placeCode'),
				questionnaireId: field(form, 'questionnaireId'),
				version: Number(field(form, 'version')) || 0,
				asNext: field(form, 'as') === 'next'
			})
		);
	}
};
