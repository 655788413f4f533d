import { m } from '../i18n/paraglide/messages.js';
import type { LocalOption } from '../questionnaire/localize.ts';
import type { AnswerPage, PageQuestion } from './answer-page.ts';

const namedOption = (option: LocalOption, index: number): LocalOption => ({
	...option,
	text: option.text.trim() || m.workshop_option_number({ number: index + 1 })
});

/** A question of a draft: what has no words yet says what it is. */
export const namedQuestion = (question: PageQuestion): PageQuestion => ({
	...question,
	text: question.text.trim() || m.workshop_question_empty(),
	options: question.options.map(namedOption),
	...(question.condition && {
		condition: {
			question: question.condition.question.trim() || m.workshop_question_empty(),
			options: question.condition.options
		}
	})
});

/** The same for all that an answering page shows. */
export const namedPage = (page: AnswerPage): AnswerPage => ({
	...page,
	questions: page.questions.map(namedQuestion),
	background: page.background.map((question) => ({
		...question,
		text: question.text.trim() || m.workshop_question_empty(),
		options: question.options.map(namedOption)
	}))
});
