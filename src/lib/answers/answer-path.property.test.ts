import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerField } from '../questionnaire/form-fields.ts';
import {
	questionKinds,
	type Answers,
	type AnswerValue,
	type Question,
	type QuestionnaireDefinition
} from '../questionnaire/question.ts';
import { ranksAsked } from '../questionnaire/kinds/ranking.ts';
import { answerPath } from './answer-path.ts';
import { checkSheet } from './answer-sheet.ts';
import { readSentForm } from './sent-form.ts';
import { keepToAsked } from './steps/limits.ts';

const optionKeys = ['a', 'b', 'c', 'd'];

/** What one question of a made-up questionnaire is drawn from; `after` picks the question that it hangs on. */
const drawn = fc.record({
	kind: fc.constantFrom(...questionKinds),
	after: fc.option(fc.nat(), { freq: 3 }),
	anyOf: fc.uniqueArray(fc.constantFrom(...optionKeys), { minLength: 1, maxLength: 3 }),
	answer: fc.option(fc.uniqueArray(fc.constantFrom(...optionKeys), { minLength: 1, maxLength: 3 }), {
		freq: 6
	})
});

type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

interface Case {
	definition: QuestionnaireDefinition;
	/** Of every question, also of those that are not asked: somebody has answered and then changed their mind. */
	answers: Answers;
}

const answerOf = ({ kind, answer }: Drawn): AnswerValue | undefined => {
	if (!answer) return undefined;
	if (kind === 'text') return answer.join(' ');
	return kind === 'choices' || kind === 'ranking' ? answer : answer[0]!;
};

function caseOf(draws: Drawn[]): Case {
	const questions: Question[] = [];
	for (const [index, { kind, after, anyOf }] of draws.entries()) {
		const earlier = questions.filter((question) => question.kind !== 'text');
		const asked = after === null ? undefined : earlier[after % Math.max(1, earlier.length)];
		questions.push({
			key: `q${index}`,
			version: 1,
			kind,
			text: { sv: 'Fråga' },
			options: kind === 'text' ? [] : optionKeys.map((key) => ({ key, text: { sv: key } })),
			...(asked && { showIf: { question: asked.key, anyOf } })
		});
	}
	const answers = draws.flatMap((draw, index) => {
		const answer = answerOf(draw);
		return answer === undefined ? [] : [[`q${index}`, answer] as const];
	});
	return {
		definition: { title: { sv: 'Prov' }, questions, background: [] },
		answers: Object.fromEntries(answers)
	};
}

const cases = fc.array(drawn, { minLength: 1, maxLength: 9 }).map(caseOf);

/** The rule said in another way, from the end: a question is asked when the one it hangs on is, and was answered so. */
function pathByRule({ definition: { questions }, answers }: Case): string[] {
	const isAsked = (key: string): boolean => {
		const { showIf } = questions.find((question) => question.key === key)!;
		if (!showIf) return true;
		const given = [answers[showIf.question] ?? []].flat();
		return isAsked(showIf.question) && given.some((option) => showIf.anyOf.includes(option));
	};
	return questions.map(({ key }) => key).filter(isAsked);
}

type Field = [name: string, value: string];

const fieldsOf = (question: Question, answer: AnswerValue | undefined): Field[] =>
	[answer ?? []].flat().map((value, index) => {
		const rank = question.kind === 'ranking' ? index + 1 : undefined;
		return [answerField(question.key, rank), value];
	});

/** The steps of the page as the script meets them: as much of the document as it touches. */
function stepsOf({ definition, answers }: Case): HTMLFieldSetElement[] {
	return definition.questions.flatMap((question) => {
		const ranks = question.kind === 'ranking' ? ranksAsked(question) : 1;
		return Array.from({ length: ranks }, (_, index) => {
			const rank = question.kind === 'ranking' ? index + 1 : undefined;
			const name = answerField(question.key, rank);
			const given = fieldsOf(question, answers[question.key]).filter(([field]) => field === name);
			const isText = question.kind === 'text';
			const fields = isText
				? [{ type: 'textarea', value: given[0]?.[1] ?? '', checked: false, dataset: {} }]
				: question.options.map(({ key }) => ({
						type: question.kind === 'choices' ? 'checkbox' : 'radio',
						value: key,
						checked: given.some(([, value]) => value === key),
						dataset: {},
						closest: () => ({})
					}));
			const { showIf } = question;
			const dataset = {
				key: question.key,
				...(rank && { rank: String(rank) }),
				...(showIf && { if: JSON.stringify(showIf) })
			};
			return { dataset, disabled: false, querySelectorAll: () => fields } as never;
		});
	});
}

function pathByScript(given: Case): string[] {
	const steps = stepsOf(given);
	keepToAsked(steps);
	return [...new Set(steps.filter(({ disabled }) => !disabled).map(({ dataset }) => dataset.key!))];
}

/** A browser without a script: answers what is shown, sends it, and gets the page again until nothing is new. */
function pathByServer({ definition, answers }: Case): { asked: string[]; sent: FormData; pages: number } {
	const written = new Map<string, Field[]>();
	let path = answerPath(definition, {});
	for (let pages = 1; ; pages++) {
		for (const question of definition.questions)
			if (path.asked.includes(question.key))
				written.set(question.key, fieldsOf(question, answers[question.key]));
		const sent = new FormData();
		sent.set('shown', path.asked.join(' '));
		for (const [name, value] of [...written.values()].flat()) sent.append(name, value);
		const form = readSentForm(definition, sent);
		path = answerPath(definition, form.answers, form.shown);
		if (path.more.length === 0) return { asked: path.asked, sent, pages };
	}
}

function storedKeys({ definition }: Case, answers: Record<string, unknown>): string[] {
	const sheet = checkSheet(definition, { answers, background: {}, channel: 'web' });
	if (!sheet.ok) {
		expect(sheet.problems.map(({ code }) => code)).toEqual(['empty']);
		return [];
	}
	return Object.keys(sheet.value.answers).sort();
}

describe('whatever the questionnaire and the answers', () => {
	test('the path is the same on the phone with script, from page to page without, and where it is checked', () => {
		fc.assert(
			fc.property(cases, (given) => {
				const path = pathByRule(given);
				const { asked, sent, pages } = pathByServer(given);
				expect(pathByScript(given)).toEqual(path);
				expect(asked).toEqual(path);
				expect(pages).toBeLessThanOrEqual(given.definition.questions.length);
				const counted = path.filter((key) => Object.hasOwn(given.answers, key)).sort();
				expect(storedKeys(given, given.answers)).toEqual(counted);
				expect(storedKeys(given, readSentForm(given.definition, sent).answers)).toEqual(counted);
			}),
			{ numRuns: 5000 }
		);
	});

	test('nothing that is stored belongs to a question that was not asked, texts as well', () => {
		fc.assert(
			fc.property(cases, ({ definition, answers }) => {
				const sheet = checkSheet(definition, { answers, background: {}, channel: 'web' });
				if (!sheet.ok) return;
				const path = pathByRule({ definition, answers });
				const stored = [
					...Object.keys(sheet.value.answers),
					...sheet.value.texts.map(({ question }) => question)
				];
				expect(stored.filter((key) => !path.includes(key))).toEqual([]);
			}),
			{ numRuns: 2000 }
		);
	});
});
