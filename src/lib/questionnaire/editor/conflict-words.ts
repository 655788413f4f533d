import { inLanguage, languageName } from '#lib/i18n/languages.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { DraftContent } from '../draft.ts';
import type { TextPart } from '../draft-texts.ts';
import { questionKinds } from '../question.ts';
import { isText, placeOf } from './change-texts.ts';
import { kindNames } from './workshop-words.ts';

interface Named {
	part: TextPart;
	number?: number | undefined;
	optionNumber?: number | undefined;
}

const partNames: Record<TextPart, (named: Named) => string> = {
	title: m.workshop_part_title,
	intro: m.workshop_part_intro,
	question: ({ number = 0 }) => m.workshop_part_question({ number }),
	help: m.workshop_part_help,
	option: ({ optionNumber = 0 }) => m.workshop_part_option({ number: optionNumber }),
	short: ({ optionNumber = 0 }) => m.workshop_part_short({ number: optionNumber }),
	background: ({ number = 0 }) => m.workshop_part_background({ number }),
	'background-option': ({ optionNumber = 0 }) => m.workshop_part_option({ number: optionNumber }),
	'background-short': ({ optionNumber = 0 }) => m.workshop_part_short({ number: optionNumber })
};

/** What a text of a questionnaire is called, with its number. */
export const partInWords = (named: Named): string => partNames[named.part](named);

const memberNames: Record<string, () => string> = {
	kind: m.workshop_question_kind,
	max: m.workshop_conflict_max,
	badSteps: m.workshop_conflict_max,
	showIf: m.workshop_condition,
	help: m.workshop_question_help
};

const questionNamed = ({ questions }: DraftContent, key: string): string => {
	const index = questions.findIndex((question) => question.key === key);
	return index < 0 ? m.workshop_question_empty() : m.workshop_part_question({ number: index + 1 });
};

/** Where two people differ, in words: "Fråga 3, svar 2, Suomi". */
export function placeInWords(at: string, content: DraftContent): string {
	const [list, key = '', member = '', option, part] = at.split('.');
	if (list === 'title' || list === 'intro') return partInWords({ part: list });
	const owner = list === 'questions' ? questionNamed(content, key) : m.workshop_background();
	const language = isText(at) ? placeOf(at).language : content.source;
	const words = [owner];
	if (member === 'options') {
		const questions: { key: string; options: { key: string }[] }[] =
			list === 'questions' ? content.questions : content.background;
		const options = questions.find((one) => one.key === key)?.options ?? [];
		const optionNumber = options.findIndex((one) => one.key === option) + 1;
		if (optionNumber > 0)
			words.push(partInWords({ part: part === 'short' ? 'short' : 'option', optionNumber }));
	} else if (memberNames[member]) words.push(memberNames[member]());
	if (language !== content.source) words.push(languageName(language));
	return words.join(', ');
}

/** What somebody chose there, in words; a text as it is. */
export function choiceInWords(at: string, words: string, content: DraftContent): string {
	if (at.endsWith('.kind')) return kindNames[questionKinds.find((kind) => kind === words) ?? 'choice']();
	if (!at.endsWith('.showIf') || words === '') return words;
	const [key = '', anyOf = ''] = words.split(' = ');
	const asked = content.questions.find((question) => question.key === key);
	const chosen = asked?.options.filter((option) => anyOf.split(', ').includes(option.key)) ?? [];
	const texts = chosen.map(({ text }) => `”${inLanguage(text, content.source)}”`);
	return `${questionNamed(content, key)}: ${texts.join(', ')}`;
}
