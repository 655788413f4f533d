import { answerPage } from '#lib/answers/answer-page.ts';
import { answerField, backgroundField } from '#lib/questionnaire/form-fields.ts';
import type { QuestionnaireDefinition } from '#lib/questionnaire/question.ts';
import type { PaperField } from './paper-field.ts';

/** The questions of a paper form in Swedish, in the order of the paper; questions that hang on others are all there. */
export function paperFields(definition: QuestionnaireDefinition): PaperField[] {
	const page = answerPage(definition, 'sv');
	const questions = page.questions.map(({ key, kind, text, options, most }): PaperField => {
		const numbered = options.map((option) => ({
			key: option.key,
			text: option.text,
			alone: option.exclusive === true
		}));
		return { name: answerField(key), of: { kind: 'answers', key }, kind, text, options: numbered, most };
	});
	const background = page.background.map(({ key, text, options }): PaperField => {
		const numbered = options.map((option) => ({ key: option.key, text: option.text, alone: false }));
		const of = { kind: 'background', key } as const;
		return { name: backgroundField(key), of, kind: 'choice', text, options: numbered, most: 1 };
	});
	return [...questions, ...background];
}
