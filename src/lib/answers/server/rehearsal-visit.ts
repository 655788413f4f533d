import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { languages, inLanguage, type Language } from '../../i18n/languages.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { localizeHref } from '../../i18n/paraglide/runtime.js';
import type { DialogueView } from '../../dialogues/dialogue-view.ts';
import { definitionOf } from '../../questionnaire/draft-content.ts';
import type { Draft } from '../../questionnaire/draft.ts';
import { timeToAnswer } from '../../questionnaire/estimate.ts';
import type { QuestionnaireDefinition } from '../../questionnaire/question.ts';
import { randomId } from '../../server/random.ts';
import { answerPage } from '../answer-page.ts';
import { answerPath } from '../answer-path.ts';
import { readSentForm } from '../sent-form.ts';
import { namedPage } from '../unfinished-page.ts';
import { readSentBody } from './answer-visit.ts';
import { recordRehearsal } from './record-rehearsal.ts';

/** The language that the questions are read in: the one the address asks for, when the draft is written in it. */
export function rehearsalLanguage({ content }: Draft, url: URL, language: Language): string {
	const wanted = url.searchParams.get('lang') ?? '';
	return content.languages.includes(wanted) ? wanted : language;
}

/** The page of a draft in `language`, with words for what has none. */
export const rehearsalPage = (definition: QuestionnaireDefinition, language: string) =>
	namedPage(answerPage(definition, language));

/** A dialogue that does not exist yet, as the first page shows it. */
const imagined = (title: string): DialogueView => ({
	...{ code: '', slug: '', kind: 'citizen', state: 'open', title: title.trim() || m.workshop_untitled() },
	...{ opensOn: '', lastDay: null, resultsDueOn: '', pledgesDueOn: '', crowd: 0 }
});

/** Everything that `AnswerVisit.svelte` shows to somebody who tries a draft as a resident would meet it. */
export function loadRehearsalVisit({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>, draft: Draft) {
	const definition = definitionOf(draft.content);
	const language = rehearsalLanguage(draft, url, locals.language);
	return {
		visit: {
			dialogue: imagined(inLanguage(definition.title, language)),
			open: true,
			page: rehearsalPage(definition, language),
			path: answerPath(definition, {}),
			time: inLanguage(timeToAnswer(definition), locals.language),
			sheet: { key: randomId(locals.random), version: draft.revision, made: '' },
			asksCode: false,
			code: ''
		},
		draft: { id: draft.id },
		textLanguage: language,
		languages: languages.filter((one) => draft.content.languages.includes(one)),
		answerForm: 'answers'
	};
}

/**
 * Takes the form of a rehearsal as the answering page takes a real one: the page again while something has to be mended
 * or asked besides, then what would have been stored.
 */
export async function receiveRehearsalVisit(
	{ locals, request, url }: Pick<RequestEvent, 'locals' | 'request' | 'url'>,
	draft: Draft
) {
	const definition = definitionOf(draft.content);
	const form = await readSentBody(request);
	const {
		key = randomId(locals.random),
		values,
		answers,
		background,
		shown
	} = readSentForm(definition, form);
	const path = answerPath(definition, answers, shown);
	const written = { key, values, code: '', path, ticket: undefined };
	if (form.has('language')) return { ...written, path: { ...path, more: [] }, problems: [] };
	if (path.more.length > 0) return { ...written, problems: [] };
	const outcome = await recordRehearsal(locals, { draft, key, answers, background });
	if (!outcome.ok) return fail(422, { ...written, problems: outcome.problems });
	const query = new URLSearchParams({ svar: key });
	const language = url.searchParams.get('lang');
	if (language) query.set('lang', language);
	redirect(303, localizeHref(`/arbete/enkater/${draft.id}/prova/tack?${query}`));
}
