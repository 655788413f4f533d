import type { Texts } from '#lib/i18n/languages.ts';
import { mostChoices } from './kinds/choices.ts';
import { ranksAsked } from './kinds/ranking.ts';
import type { Question, QuestionKind, QuestionnaireDefinition } from './question.ts';

const usualChoices = 2;

function tapsFor(question: Question): number {
	if (question.kind === 'ranking') return ranksAsked(question);
	if (question.kind === 'choices') return Math.min(usualChoices, mostChoices(question)) + 1;
	return 1;
}

/**
 * The most taps a person needs on a phone: one to start, one per question with one choice, the ranks of a ranking,
 * two choices and one to go on where several may be chosen, one for a text, one to send. Background is optional
 * and not counted.
 */
export const taps = (definition: QuestionnaireDefinition): number =>
	definition.questions.reduce((sum, question) => sum + tapsFor(question), 2);

/** How many questions everybody is asked; those with a condition may come on top. */
export const questionsForAll = ({ questions }: Pick<QuestionnaireDefinition, 'questions'>): number =>
	questions.filter(({ showIf }) => !showIf).length;

/** How many questions one is asked, as it is promised everywhere: `8`, or `7–8` where it depends on the answers. */
export function questionCount({ questions }: { questions: readonly Pick<Question, 'showIf'>[] }): string {
	const least = questions.filter(({ showIf }) => !showIf).length;
	return least === questions.length ? String(least) : `${least}–${questions.length}`;
}

/** Most people leave a text empty, which is why it weighs so little. */
const secondsPer: Record<QuestionKind, number> = {
	choice: 8,
	scale: 8,
	place: 8,
	choices: 15,
	ranking: 20,
	text: 12
};
const secondsToStartAndSend = 10;
const secondsPerBackground = 4;

/** Seconds an ordinary person needs, background included; a question with a condition counts as a half. */
export function secondsToAnswer(definition: QuestionnaireDefinition): number {
	const asked = definition.questions.reduce(
		(sum, question) => sum + secondsPer[question.kind] * (question.showIf ? 0.5 : 1),
		0
	);
	return Math.round(secondsToStartAndSend + asked + definition.background.length * secondsPerBackground);
}

/** The time as it is promised to people, in whole minutes upwards: "ungefär 2 minuter". */
export function timeToAnswer(definition: QuestionnaireDefinition): Texts {
	const minutes = Math.ceil(secondsToAnswer(definition) / 60);
	return minutes === 1
		? { sv: 'ungefär 1 minut', en: 'about 1 minute', ar: 'دقيقة تقريبًا' }
		: {
				sv: `ungefär ${minutes} minuter`,
				en: `about ${minutes} minutes`,
				ar: minutes === 2 ? 'دقيقتين تقريبًا' : `${minutes} دقائق تقريبًا`
			};
}
