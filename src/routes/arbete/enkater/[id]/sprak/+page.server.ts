import { fail } from '@sveltejs/kit';
import { isTextLanguage } from '#lib/i18n/languages.ts';
import { sentDraft } from '#lib/questionnaire/editor/draft-post.ts';
import { fieldText } from '#lib/questionnaire/editor/option-fields.ts';
import { languagesChange, reviewChange, translationChange } from '#lib/questionnaire/editor/translation.ts';
import { withBase } from '#lib/questionnaire/editor/sent-changes.ts';
import { noteEditor, readEditors } from '#lib/questionnaire/server/draft-editors.ts';
import { readDraft } from '#lib/questionnaire/server/read-draft.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { choose, left, makeAndGo, readSent } from '../draft-forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	orErrorPage(
		(async () => {
			const draft = await readDraft(locals, params.id);
			await noteEditor(locals, draft.id);
			const editors = (await readEditors(locals, draft.id)).map(({ name }) => name);
			return { draft: sentDraft(draft), placeCode: draft.placeCode, editors };
		})()
	);

export const actions: Actions = {
	languages: async (event) => {
		const { form, command, content } = await readSent(event);
		const language = fieldText(form, 'language');
		if (!isTextLanguage(language)) return fail(422, left());
		const change = languagesChange(content, command, language);
		return makeAndGo(event, [change], command === 'add' ? `/sprak?sprak=${language}` : '/sprak');
	},
	texts: async (event) => {
		const { form, command, content } = await readSent(event);
		const language = fieldText(form, 'language');
		if (!isTextLanguage(language)) return fail(422, left());
		const written = withBase(fieldText(form, 'base'), (base) => translationChange(form, language, base));
		if (!written) return fail(422, left());
		const review = reviewChange(content, command, language);
		const changes = review ? [written, review] : [written];
		return makeAndGo(event, changes, `/sprak?sprak=${language}`);
	},
	choose: (event) => choose(event, '/sprak')
};
