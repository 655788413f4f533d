import { fail, redirect } from '@sveltejs/kit';
import { inLanguage } from '#lib/i18n/languages.ts';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { sentDraft } from '#lib/questionnaire/editor/draft-post.ts';
import {
	aboutChange,
	backgroundChange,
	listChange,
	questionChange
} from '#lib/questionnaire/editor/form-changes.ts';
import { newQuestion } from '#lib/questionnaire/editor/new-question.ts';
import { fieldText } from '#lib/questionnaire/editor/option-fields.ts';
import { aboutPart, addPart, backgroundPart, partQuery } from '#lib/questionnaire/editor/part-href.ts';
import { withBase } from '#lib/questionnaire/editor/sent-changes.ts';
import { questionKinds, type Question } from '#lib/questionnaire/question.ts';
import { deleteDraft } from '#lib/questionnaire/server/delete-draft.ts';
import { noteEditor, readEditors } from '#lib/questionnaire/server/draft-editors.ts';
import { readBank } from '#lib/questionnaire/server/read-bank.ts';
import { readDraft } from '#lib/questionnaire/server/read-draft.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { Actions, PageServerLoad } from './$types';
import { backTo, choose, left, makeAndGo, readSent } from './draft-forms.ts';

export const load: PageServerLoad = ({ locals, params }) =>
	orErrorPage(
		(async () => {
			const draft = await readDraft(locals, params.id);
			const bank = await readBank(locals, draft.placeCode);
			await noteEditor(locals, draft.id);
			const has = new Set(draft.content.questions.map(({ key }) => key));
			return {
				draft: sentDraft(draft),
				placeCode: draft.placeCode,
				editors: (await readEditors(locals, draft.id)).map(({ name }) => name),
				bank: bank.questions
					.filter(({ key }) => !has.has(key))
					.map(({ key, kind, text }) => ({ key, kind, text: inLanguage(text, locals.language) })),
				background: bank.background
			};
		})()
	);

export const actions: Actions = {
	question: async (event) => {
		const sent = await readSent(event);
		const change = withBase(fieldText(sent.form, 'base'), (base: Question) => questionChange(sent, base));
		if (!change) return fail(422, left());
		const more = listChange(sent, change.key);
		const part = more?.kind === 'copy' ? more.newKey : change.key;
		const query = more?.kind === 'remove' ? `?borttagen=${encodeURIComponent(part)}` : partQuery(part);
		return makeAndGo(event, more ? [change, more] : [change], query);
	},
	about: async (event) => {
		const sent = await readSent(event);
		const change = withBase(fieldText(sent.form, 'base'), (base) => aboutChange(sent, base));
		return change ? makeAndGo(event, [change], partQuery(aboutPart)) : fail(422, left());
	},
	background: async (event) => {
		const sent = await readSent(event);
		const { background } = await readBank(event.locals, sent.draft.placeCode);
		const change = withBase(fieldText(sent.form, 'base'), (base) => backgroundChange(sent, base, background));
		return change ? makeAndGo(event, [change], partQuery(backgroundPart)) : fail(422, left());
	},
	add: async (event) => {
		const { draft, form, newKey } = await readSent(event);
		const kind = questionKinds.find((one) => one === form.get('kind'));
		const { questions } = await readBank(event.locals, draft.placeCode);
		const question = kind ? newQuestion(kind, newKey) : questions.find(({ key }) => key === form.get('bank'));
		if (!question) return backTo(draft.id, partQuery(addPart));
		return makeAndGo(event, [{ kind: 'insert', question }], partQuery(question.key));
	},
	restore: async (event) => {
		const { form } = await readSent(event);
		const key = fieldText(form, 'key');
		return makeAndGo(event, [{ kind: 'restore', key }], partQuery(key));
	},
	choose: (event) => choose(event, ''),
	delete: async (event) => {
		const { draft } = await readSent(event);
		await orErrorPage(deleteDraft(event.locals, draft.id));
		redirect(303, localizeHref(`/arbete/enkater?plats=${draft.placeCode}&borttaget`));
	}
};
