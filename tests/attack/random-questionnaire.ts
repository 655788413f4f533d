import type { Answers, Question, QuestionKind } from '#lib/questionnaire/question.ts';
import type { Random } from '#lib/server/random.ts';
import { pick } from './simulated-sheets.ts';

const kinds: QuestionKind[] = ['choice', 'choices', 'ranking', 'scale', 'text'];

/** One to five questions of any kind, some sensitive, some hanging on an earlier one. */
export function randomQuestions(random: Random): Question[] {
	const questions: Question[] = [];
	for (let index = 0; index < random.integer(1, 5); index++) {
		const kind = index === 0 ? 'choice' : pick(kinds, random);
		const earlier = questions.filter((question) => question.kind !== 'text');
		questions.push({
			key: `q${index}`,
			version: 1,
			kind,
			text: { sv: 'Fråga' },
			options: kind === 'text' ? [] : ['a', 'b', 'c'].map((key) => ({ key, text: { sv: key } })),
			...(random.chance(0.2) && { sensitive: true }),
			...(random.chance(0.15) && { unanimityShown: true }),
			...(index > 0 &&
				random.chance(0.3) && { showIf: { question: pick(earlier, random).key, anyOf: ['a'] } })
		});
	}
	return questions;
}

/** Answers to the questions that are asked, mostly alike. */
export function randomAnswers(questions: readonly Question[], random: Random): Answers {
	const answers: Answers = {};
	for (const { key, kind, showIf } of questions) {
		if (random.chance(0.1) || (showIf && ![answers[showIf.question]].flat().includes('a'))) continue;
		const option = random.chance(0.7) ? 'a' : pick(['b', 'c'], random);
		if (kind === 'text') answers[key] = 'Ord';
		else
			answers[key] =
				kind === 'choice' || kind === 'scale' ? option : random.chance(0.5) ? [option] : ['b', 'a'];
	}
	return answers;
}
