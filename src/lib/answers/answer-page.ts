import { inLanguage } from '../i18n/languages.ts';
import { mostChoices } from '../questionnaire/kinds/choices.ts';
import { ranksAsked } from '../questionnaire/kinds/ranking.ts';
import { mostCharacters } from '../questionnaire/kinds/text.ts';
import {
	localizeBackground,
	localizeQuestion,
	type LocalBackground,
	type LocalQuestion
} from '../questionnaire/localize.ts';
import type { Question, QuestionnaireDefinition } from '../questionnaire/question.ts';

/** A question as the answering page shows it. */
export interface PageQuestion extends LocalQuestion {
	/** Most options, ranks or characters, by kind. */
	most: number;
	/** If everybody answers alike it will show, and the page says so. */
	unanimityShown: boolean;
	/** What has to be answered for the question to be asked, in words. */
	condition?: { question: string; options: string[] };
}

/** A questionnaire as the answering page shows it, in one language. */
export interface AnswerPage {
	intro?: string;
	questions: PageQuestion[];
	background: LocalBackground[];
}

function mostOf(question: Question): number {
	if (question.kind === 'text') return mostCharacters(question);
	if (question.kind === 'ranking') return ranksAsked(question);
	return question.kind === 'choices' ? mostChoices(question) : 1;
}

function conditionOf({ showIf }: Question, questions: readonly LocalQuestion[]): PageQuestion['condition'] {
	const earlier = questions.find(({ key }) => key === showIf?.question);
	if (!showIf || !earlier) return undefined;
	const options = earlier.options.filter(({ key }) => showIf.anyOf.includes(key)).map(({ text }) => text);
	return { question: earlier.text, options };
}

/** The questionnaire in `language`, with every limit spelled out. */
export function answerPage(definition: QuestionnaireDefinition, language: string): AnswerPage {
	const local = definition.questions.map((question) => localizeQuestion(question, language));
	const questions = definition.questions.map((question, index) => {
		const condition = conditionOf(question, local);
		return {
			...local[index]!,
			most: mostOf(question),
			unanimityShown: question.unanimityShown === true,
			...(condition && { condition })
		};
	});
	return {
		...(definition.intro && { intro: inLanguage(definition.intro, language) }),
		questions,
		background: definition.background.map((question) => localizeBackground(question, language))
	};
}
