import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import { dialogueView } from '#lib/dialogues/dialogue-view.ts';
import { formatDay } from '#lib/format/date.ts';
import { inLanguage, type Language } from '#lib/i18n/languages.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { questionCount, timeToAnswer } from '#lib/questionnaire/estimate.ts';
import type { QuestionnaireDefinition } from '#lib/questionnaire/question.ts';
import { paperForm, type PaperForm } from './paper-form.ts';
import { stampText } from './paper-stamp.ts';

/** What a printed form says around its questions. */
export interface PaperView {
	form: PaperForm;
	title: string;
	/** How many questions and how long. */
	time: string;
	/** Where the form goes when it is filled in. */
	handIn: string;
	/** Which form this is. */
	stamp: string;
	/** The promised days, in words. */
	results: string;
	pledges: string;
}

interface Printed {
	dialogue: Dialogue;
	definition: QuestionnaireDefinition;
	/** What staff wrote about where the form goes; empty for the usual words. */
	handIn: string;
}

/** A dialogue's form in one language, with all that is said around the questions. */
export function paperView({ dialogue, definition, handIn }: Printed, language: Language): PaperView {
	const locale = { locale: language };
	const { title, lastDay, resultsDueOn, pledgesDueOn } = dialogueView(dialogue, language);
	const count = questionCount(definition);
	const time = inLanguage(timeToAnswer(definition), language);
	const usual = lastDay
		? m.paper_hand_in_until({ day: formatDay(lastDay, language) }, locale)
		: m.paper_hand_in_default({}, locale);
	return {
		form: paperForm(definition, language),
		title,
		time:
			count === '1' ? m.paper_intro_time_one({ time }, locale) : m.paper_intro_time({ count, time }, locale),
		handIn: handIn || usual,
		stamp: stampText(dialogue, language),
		results: formatDay(resultsDueOn, language),
		pledges: formatDay(pledgesDueOn, language)
	};
}
