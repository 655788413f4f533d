import { describe, expect, test } from 'vitest';
import { questionKinds, type Question, type QuestionKind } from './question.ts';
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

const refusal = (question: Question, value: unknown) => {
	const parsed = parseAnswer(question, value);
	return parsed.ok ? 'accepted' : parsed.code;
};

const value = (question: Question, raw: unknown) => {
	const parsed = parseAnswer(question, raw);
	if (!parsed.ok) throw new Error(parsed.code);
	return parsed.value;
};

describe.each(questionKinds)('a question of the kind %s', (kind) => {
	test.each([[undefined], [null], [''], [[]]])('is skipped by %j', (empty) => {
		expect(parseAnswer(ask(kind), empty)).toEqual({ ok: true, value: undefined });
	});

	test.each([[1], [true], [{}], [{ length: 1 }], [[1]], [[['a']]]])(
		'refuses %j as the wrong type',
		(wrong) => {
			expect(refusal(ask(kind), wrong)).toBe('wrong-type');
		}
	);
});

describe.each(['choice', 'scale', 'place'] as const)('one choice (%s)', (kind) => {
	test('takes one of its options', () => expect(value(ask(kind), 'b')).toBe('b'));
	test('refuses a foreign option', () => expect(refusal(ask(kind), 'x')).toBe('unknown-option'));
	test('refuses the name of an object member', () =>
		expect(refusal(ask(kind), '__proto__')).toBe('unknown-option'));
	test('refuses a list', () => expect(refusal(ask(kind), ['a'])).toBe('wrong-type'));
	test('counts the option', () => expect(chosenOptions(ask(kind), 'b')).toEqual({ chosen: ['b'] }));
});

describe('several choices', () => {
	test('are kept in the order of the question, whatever the order of clicks', () =>
		expect(value(ask('choices'), ['c', 'a'])).toEqual(['a', 'c']));
	test('may be as many as the question allows', () =>
		expect(value(ask('choices', 2), ['a', 'b'])).toEqual(['a', 'b']));
	test('may not be more', () => expect(refusal(ask('choices', 2), ['a', 'b', 'c'])).toBe('too-many'));
	test('may not hold a foreign option', () =>
		expect(refusal(ask('choices'), ['a', 'x'])).toBe('unknown-option'));
	test('may not hold the same option twice', () =>
		expect(refusal(ask('choices'), ['a', 'a'])).toBe('duplicate'));
	test('may be "none of these" alone', () => expect(value(ask('choices'), ['none'])).toEqual(['none']));
	test('may not combine "none of these" with another', () =>
		expect(refusal(ask('choices'), ['a', 'none'])).toBe('exclusive'));
	test('all count', () => expect(chosenOptions(ask('choices'), ['a', 'c'])).toEqual({ chosen: ['a', 'c'] }));
});

describe('a ranking', () => {
	test('keeps its order', () => expect(value(ask('ranking'), ['c', 'a'])).toEqual(['c', 'a']));
	test('has at most three ranks, whatever the question says', () =>
		expect(refusal(ask('ranking', 4), ['a', 'b', 'c', 'd'])).toBe('too-many'));
	test('refuses the same option on two ranks', () =>
		expect(refusal(ask('ranking'), ['a', 'a'])).toBe('duplicate'));
	test('counts what is chosen and what is first', () =>
		expect(chosenOptions(ask('ranking'), ['c', 'a'])).toEqual({ chosen: ['c', 'a'], first: 'c' }));
	test('that was skipped has nothing first', () =>
		expect(chosenOptions(ask('ranking'), undefined)).toEqual({ chosen: [] }));
});

describe('a text', () => {
	test('is trimmed and freed from control characters, line breaks kept', () =>
		expect(value(ask('text'), '  mörkt\u0000 vid\tbron\r\noch\u0007 parken\u202E ')).toBe(
			'mörkt vid bron\noch parken'
		));
	test('of spaces only is a skipped question', () => expect(value(ask('text'), ' \n ')).toBeUndefined());
	test('is measured in characters people see as one sign', () => {
		expect(value(ask('text', 3), '👮👮👮')).toBe('👮👮👮');
		expect(refusal(ask('text', 3), '👮👮👮👮')).toBe('too-long');
	});
	test('with half a character is mended', () => expect(value(ask('text'), 'a\uD800')).toBe('a\uFFFD'));
	test('counts as no option', () => expect(chosenOptions(ask('text'), 'a')).toEqual({ chosen: [] }));
});

function formWith(fields: Record<string, string | string[] | Blob>): FormData {
	const form = new FormData();
	for (const [name, parts] of Object.entries(fields))
		for (const part of [parts].flat()) {
			if (typeof part === 'string') form.append(name, part);
			else form.append(name, part);
		}
	return form;
}

describe('a form', () => {
	test('gives a ranking with a gap as an order without one', () => {
		const form = formWith({ 'q.asked.1': 'b', 'q.asked.2': '', 'q.asked.3': 'a' });
		expect(value(ask('ranking'), readFormAnswer(ask('ranking'), form))).toEqual(['b', 'a']);
	});
	test('gives a ranking with the same option twice as it was written, to be mended', () => {
		const raw = readFormAnswer(ask('ranking'), formWith({ 'q.asked.1': 'b', 'q.asked.3': 'b' }));
		expect(raw).toEqual(['b', 'b']);
		expect(refusal(ask('ranking'), raw)).toBe('duplicate');
	});
	test.each(questionKinds)('without the question is a skipped question (%s)', (kind) => {
		expect(value(ask(kind), readFormAnswer(ask(kind), formWith({})))).toBeUndefined();
		const empty = formWith({ 'q.asked': '', 'q.asked.1': '', 'q.asked.2': '' });
		expect(value(ask(kind), readFormAnswer(ask(kind), empty))).toBeUndefined();
	});
	test.each(questionKinds)('with a file for an answer is refused, not broken (%s)', (kind) => {
		const file = new Blob(['a']);
		const raw = readFormAnswer(ask(kind), formWith({ 'q.asked': file, 'q.asked.1': file }));
		expect(refusal(ask(kind), raw)).toBe('wrong-type');
	});
	test('with two answers to one choice is refused', () => {
		const raw = readFormAnswer(ask('choice'), formWith({ 'q.asked': ['a', 'b'] }));
		expect(refusal(ask('choice'), raw)).toBe('wrong-type');
	});
});
