import { takesAnswers } from '#lib/dialogues/dialogue.ts';
import { readKiosk } from '#lib/collection/server/open-kiosk.ts';
import { inLanguage } from '#lib/i18n/languages.ts';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { timeToAnswer } from '#lib/questionnaire/estimate.ts';
import { readQuestionnaire } from '#lib/questionnaire/server/read-questionnaire.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, setHeaders }) => {
	const { dialogue } = await orErrorPage(readKiosk(locals, params.token));
	const definition = await readQuestionnaire(locals, dialogue);
	setHeaders({ 'cache-control': 'no-store' });
	return {
		title: inLanguage(dialogue.title, locals.language),
		open: takesAnswers(dialogue, locals.now()),
		ways: dialogue.languages.map((language) => ({
			language,
			title: inLanguage(dialogue.title, language),
			time: inLanguage(timeToAnswer(definition), language),
			href: localizeHref(`/kiosk/${params.token}/svara${url.search}`, { locale: language })
		})),
		// The page itself speaks every language.
		languages: [locals.language]
	};
};
