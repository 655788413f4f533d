import { expect, test } from 'vitest';
import { defaultSettings } from '../dialogues/settings.ts';
import type { Question } from '../questionnaire/question.ts';
import type { Histogram } from './histogram.ts';
import { meetsRule, ruleOf, rulesOf, type QuestionRule } from './publish-rule.ts';

const question: Question = { key: 'q', version: 1, kind: 'choice', text: { sv: 'Fråga' }, options: [] };
const rule: QuestionRule = {
	crowd: 5,
	insiders: 1,
	onlyAtClosing: false,
	unanimityShown: false,
	follows: null
};
const histogram = (sheets: number, skipped: number, counts: Record<string, number>): Histogram => ({
	sheets,
	skipped,
	counts
});

test('a question follows the settings of the dialogue', () => {
	expect(ruleOf(question, defaultSettings.meeting)).toEqual(rule);
	expect(ruleOf(question, defaultSettings.openLink)).toEqual({ ...rule, crowd: 10, insiders: 3 });
});

test('a sensitive question waits for closing and a larger crowd, whatever else was declared', () => {
	expect(ruleOf({ ...question, sensitive: true, unanimityShown: true }, defaultSettings.meeting)).toEqual({
		...rule,
		crowd: 20,
		insiders: 5,
		onlyAtClosing: true
	});
});

test('shown unanimity needs ten', () => {
	const unanimous = ruleOf({ ...question, unanimityShown: true }, defaultSettings.meeting);
	expect(unanimous).toEqual({ ...rule, crowd: 10, unanimityShown: true });
	expect(meetsRule(histogram(10, 0, { yes: 10 }), unanimous)).toBe(true);
	expect(meetsRule(histogram(9, 0, { yes: 9 }), unanimous)).toBe(false);
	expect(meetsRule(histogram(12, 3, { yes: 9 }), unanimous)).toBe(false);
});

test('rules stand in the order of the questionnaire and know what a question hangs on', () => {
	const second = { ...question, key: 'r', showIf: { question: 'q', anyOf: ['yes'] } };
	expect([...rulesOf([question, second], defaultSettings.meeting)]).toEqual([
		['q', rule],
		['r', { ...rule, follows: 'q' }]
	]);
});

test.each<[string, Histogram, boolean]>([
	['a crowd that differs is published', histogram(5, 0, { yes: 3, no: 2 }), true],
	['four sheets are not', histogram(4, 0, { yes: 2, no: 2 }), false],
	['four answers among many blanks are not', histogram(9, 5, { yes: 2, no: 2 }), false],
	['unanimity is not', histogram(8, 0, { yes: 8 }), false],
	['one who differs may be the insider', histogram(8, 0, { yes: 7, no: 1 }), false],
	['two who differ are enough for one insider', histogram(8, 0, { yes: 6, no: 2 }), true],
	['blank sheets do not hide that all who answered agree', histogram(9, 3, { yes: 6 }), false],
	['an option that nobody chose is no obstacle', histogram(6, 0, { yes: 3, no: 3, maybe: 0 }), true],
	['every option of several choices needs somebody without it', histogram(6, 0, { a: 6, b: 2 }), false],
	['several choices that all miss somebody are published', histogram(6, 0, { a: 4, b: 4 }), true],
	['a text that all but two wrote is published', histogram(8, 2, {}), true],
	['a text that all but one wrote is not', histogram(8, 1, {}), false]
])('%s', (_, counted, published) => expect(meetsRule(counted, rule)).toBe(published));

test('what came first is covered by what was chosen at all', () => {
	expect(meetsRule({ ...histogram(6, 0, { a: 5, b: 4 }), first: { a: 5 } }, rule)).toBe(false);
	expect(meetsRule({ ...histogram(6, 0, { a: 4, b: 4 }), first: { a: 4, b: 2 } }, rule)).toBe(true);
});

test('one source that answers otherwise many times is no cover', () => {
	const flooded = { ...histogram(40, 0, { yes: 9, no: 31 }), cover: { '': 10, yes: 1, no: 9 } };
	expect(meetsRule(flooded, rule)).toBe(false);
	expect(meetsRule({ ...flooded, cover: { '': 10, yes: 2, no: 9 } }, rule)).toBe(true);
	expect(meetsRule({ ...flooded, cover: { '': 1, yes: 2, no: 9 } }, rule)).toBe(false);
	expect(meetsRule({ ...flooded, cover: {} }, rule)).toBe(false);
});
