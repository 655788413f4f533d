import { dialogueView } from '#lib/dialogues/dialogue-view.ts';
import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import { formatDay } from '#lib/format/date.ts';
import { inLanguage, type Language } from '#lib/i18n/languages.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { questionCount, timeToAnswer } from '#lib/questionnaire/estimate.ts';
import type { QuestionnaireDefinition } from '#lib/questionnaire/question.ts';
import { groupedCode, readable, shortAddress } from './addresses.ts';

/** Texts about a dialogue that people copy and change. */
export interface ReadyTexts {
	web: string;
	social: string;
	letter: string;
}

interface Told {
	origin: string;
	dialogue: Dialogue;
	definition: QuestionnaireDefinition;
	/** Who asks. */
	sender: string;
}

/** What can be said of a dialogue on a web page, in social media and in a letter, in one language. */
export function readyTexts({ origin, dialogue, definition, sender }: Told, language: Language): ReadyTexts {
	const locale = { locale: language };
	const { title, code, lastDay, resultsDueOn, pledgesDueOn } = dialogueView(dialogue, language);
	const day = (date: string) => formatDay(date, language);
	const count = questionCount(definition);
	const words = {
		title,
		sender,
		questions: count === '1' ? m.ready_question_one({}, locale) : m.ready_questions({ count }, locale),
		time: inLanguage(timeToAnswer(definition), language),
		until: lastDay
			? m.dialogue_open_until({ day: day(lastDay) }, locale)
			: m.dialogue_open_ongoing({}, locale),
		address: shortAddress({ origin, code }, language),
		home: readable(origin),
		code: groupedCode(code),
		results: day(resultsDueOn),
		pledges: day(pledgesDueOn)
	};
	return {
		web: m.ready_web(words, locale),
		social: m.ready_social(words, locale),
		letter: m.ready_letter(words, locale)
	};
}
