import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerField } from './form-fields.ts';
import { questionKinds, type AnswerValue, type Question, type QuestionKind } from './question.ts';
import { chosenOptions, parseAnswer, readFormAnswer } from './question-kinds.ts';

const option = (key: string, exclusive = false) => ({ key, text: { sv: key }, exclusive });

const ask = (kind: QuestionKind, max?: number): Question => ({
	key: 'asked',
	version: 1,
	kind,
	text: { sv: 'Fråga' },
	options: kind === 'text' ? [] : [...['a', 'b', 'c', 'd'].map((key) => option(key)), option('none', true)],
	...(max !== undefined && { max })
});

function formOf(question: Question, answer: AnswerValue): FormData {
	const form = new FormData();
	const fields =
		question.kind === 'ranking'
			? [answer].flat().map((key, index) => [answerField(question.key, index + 1), key] as const)
			: [answer].flat().map((part) => [answerField(question.key), part] as const);
	for (const [name, part] of fields) form.append(name, part);
	return form;
}

describe('whatever comes', () => {
	const keys = fc.constantFrom('a', 'b', 'c', 'd', 'none', 'x', '', '__proto__');
	const anything = fc.oneof(keys, fc.array(keys, { maxLength: 6 }), fc.string(), fc.anything());
	const questions = fc
		.record({ kind: fc.constantFrom(...questionKinds), max: fc.integer({ min: 1, max: 5 }) })
		.map(({ kind, max }) => ask(kind, max));

	test('an accepted answer counts only options of the question, each once, within its limits', () => {
		fc.assert(
			fc.property(questions, anything, (question, raw) => {
				const parsed = parseAnswer(question, raw);
				if (!parsed.ok) return;
				const { chosen, first } = chosenOptions(question, parsed.value);
				const own = question.options.map(({ key }) => key);
				expect(chosen.filter((key) => !own.includes(key))).toEqual([]);
				expect(new Set(chosen).size).toBe(chosen.length);
				if (chosen.includes('none')) expect(chosen).toEqual(['none']);
				if (question.kind !== 'text')
					expect(chosen.length).toBeLessThanOrEqual(Math.max(question.max ?? 1, 1));
				expect(first).toBe(question.kind === 'ranking' ? chosen[0] : undefined);
			}),
			{ numRuns: 2000 }
		);
	});

	test('what was accepted is accepted again, unchanged', () => {
		fc.assert(
			fc.property(questions, anything, (question, raw) => {
				const parsed = parseAnswer(question, raw);
				if (parsed.ok) expect(parseAnswer(question, parsed.value)).toEqual(parsed);
			}),
			{ numRuns: 2000 }
		);
	});

	test('an accepted answer comes back the same through a form', () => {
		fc.assert(
			fc.property(questions, anything, (question, raw) => {
				const parsed = parseAnswer(question, raw);
				if (!parsed.ok || parsed.value === undefined) return;
				const read = readFormAnswer(question, formOf(question, parsed.value));
				expect(parseAnswer(question, read)).toEqual(parsed);
			}),
			{ numRuns: 2000 }
		);
	});
});
