import type { Texts } from '#lib/i18n/languages.ts';
import { contentOf } from '../draft-content.ts';
import type { DraftContent } from '../draft.ts';
import type { BackgroundQuestion, Option, Question, QuestionnaireDefinition } from '../question.ts';
import { exchangeFormat, exchangeVersion } from './exchange-schema.ts';

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Swedish first, the others by their codes; without those that are empty. */
function textsOf(texts: Texts): Texts {
	const ordered: Texts = { sv: texts.sv };
	for (const language of Object.keys(texts).sort(compare))
		if (texts[language] !== '') ordered[language] = texts[language]!;
	return ordered;
}

/** A text that may be missing: left out when nothing is written in any language. */
const optional = <Name extends string>(name: Name, texts: Texts | undefined): Partial<Record<Name, Texts>> =>
	texts && Object.values(texts).some((text) => text !== '')
		? ({ [name]: textsOf(texts) } as Record<Name, Texts>)
		: {};

const optionOf = ({ key, text, short, exclusive, apart }: Option): Option => ({
	key,
	text: textsOf(text),
	...optional('short', short),
	...(exclusive && { exclusive }),
	...(apart && { apart })
});

const questionOf = (question: Question): Question => ({
	...{ key: question.key, version: question.version, kind: question.kind },
	text: textsOf(question.text),
	...optional('help', question.help),
	options: question.options.map(optionOf),
	...(question.max !== undefined && { max: question.max }),
	...(question.badSteps !== undefined && { badSteps: question.badSteps }),
	...(question.sensitive && { sensitive: true }),
	...(question.unanimityShown && { unanimityShown: true }),
	...(question.showIf && {
		showIf: { question: question.showIf.question, anyOf: [...question.showIf.anyOf] }
	})
});

const backgroundOf = ({ key, text, options }: BackgroundQuestion): BackgroundQuestion => ({
	key,
	text: textsOf(text),
	options: options.map(optionOf)
});

/** Members by their names, those that are empty left out. */
const sorted = <T extends object>(record: Record<string, T>): Record<string, T> =>
	Object.fromEntries(
		Object.entries(record)
			.filter(([, value]) => Object.keys(value).length > 0)
			.sort(([a], [b]) => compare(a, b))
	);

function reviewOf(review: DraftContent['review']): DraftContent['review'] {
	const states = Object.entries(review).map(([language, byAddress]) => [
		language,
		Object.fromEntries(Object.entries(byAddress).sort(([a], [b]) => compare(a, b)))
	]);
	return sorted(Object.fromEntries(states));
}

/**
 * A draft, or a published version, as a file: JSON in UTF-8 with tabs, its members always in the same order, so that
 * equal questionnaires are equal files. The form is that of `exchangeJsonSchema`.
 */
export function exportQuestionnaire(questionnaire: DraftContent | QuestionnaireDefinition): string {
	const content = 'review' in questionnaire ? questionnaire : contentOf(questionnaire);
	const file = {
		format: exchangeFormat,
		version: exchangeVersion,
		source: content.source,
		languages: [...content.languages],
		title: textsOf(content.title),
		...optional('intro', content.intro),
		questions: content.questions.map(questionOf),
		background: content.background.map(backgroundOf),
		review: reviewOf(content.review)
	};
	return `${JSON.stringify(file, null, '\t')}\n`;
}
