import { dialogueView } from '#lib/dialogues/dialogue-view.ts';
import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import { formatDay } from '#lib/format/date.ts';
import { direction, inLanguage, languageName, type Language } from '#lib/i18n/languages.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { questionCount, timeToAnswer } from '#lib/questionnaire/estimate.ts';
import type { QuestionnaireDefinition } from '#lib/questionnaire/question.ts';

/** What a poster says in one language. */
export interface PosterTexts {
	language: Language;
	dir: 'ltr' | 'rtl';
	title: string;
	scan: string;
	or: string;
	code: string;
	/** How long it takes, and until when. */
	facts: string[];
	anonymous: string;
	noId: string;
}

interface Asked {
	dialogue: Dialogue;
	definition: QuestionnaireDefinition;
}

function factsOf({ dialogue, definition }: Asked, language: Language): string[] {
	const { lastDay, opensOn, state } = dialogueView(dialogue, language);
	const locale = { locale: language };
	const count = questionCount(definition);
	const time = inLanguage(timeToAnswer(definition), language);
	return [
		count === '1' ? m.poster_time_one({ time }, locale) : m.poster_time({ count, time }, locale),
		state === 'scheduled' && m.poster_opens({ day: formatDay(opensOn, language) }, locale),
		lastDay && m.poster_until({ day: formatDay(lastDay, language) }, locale)
	].filter((fact) => typeof fact === 'string');
}

/** A dialogue's poster in one language, in words. */
export function posterTexts(asked: Asked, language: Language): PosterTexts {
	const locale = { locale: language };
	return {
		language,
		dir: direction(language),
		title: inLanguage(asked.dialogue.title, language),
		scan: m.poster_scan({}, locale),
		or: m.poster_or({}, locale),
		code: m.poster_code({}, locale),
		facts: factsOf(asked, language),
		anonymous: m.poster_anonymous({}, locale),
		noId: m.poster_no_id({}, locale)
	};
}

/** The languages one can answer in, each by its own name: `Svenska · English`. */
export const languageNames = (languages: readonly Language[]): string =>
	languages.map(languageName).join(' · ');
