import { describe, expect, test } from 'vitest';
import { definition, districts, lighting, priority, problems } from '#tests/support/builders.ts';
import { contentOf } from '../draft-content.ts';
import type { Question } from '../question.ts';
import { backgroundChange, listChange, questionChange } from './form-changes.ts';
import { newQuestion } from './new-question.ts';
import { optionField } from './option-fields.ts';
import { questionFromForm } from './question-form.ts';

/** The form as the editor shows a question, in Swedish. */
function formOf(question: Question): FormData {
	const form = new FormData();
	form.set('kind', question.kind);
	form.set('text', question.text.sv);
	form.set('help', question.help?.sv ?? '');
	form.set('max', question.max === undefined ? '' : String(question.max));
	if (question.sensitive) form.set('sensitive', 'on');
	form.set('showIf', question.showIf?.question ?? '');
	for (const key of question.showIf?.anyOf ?? []) form.append('anyOf', key);
	for (const { key, text, short, exclusive, apart } of question.options) {
		form.append('option', key);
		form.set(optionField('', key, 'text'), text.sv);
		form.set(optionField('', key, 'short'), short?.sv ?? '');
		if (exclusive) form.set(optionField('', key, 'exclusive'), 'on');
		if (apart) form.set(optionField('', key, 'apart'), 'on');
	}
	return form;
}
const source = (base: Question, earlier: Question[] = []) => ({ base, earlier, language: 'sv' });
const sent = (form: FormData, command = 'save') => {
	let number = 0;
	return { form, command, content: contentOf(definition), newKey: () => `own_${++number}` };
};

describe('a question in a form', () => {
	test.each([lighting, problems, priority].map((question) => [question.key, question] as const))(
		'%s comes back as it was',
		(_, question) => {
			expect(questionFromForm(formOf(question), source(question))).toEqual(question);
		}
	);

	test('keeps every space while it is written, and other languages', () => {
		const form = formOf(lighting);
		form.set('text', ' Är det ljust ');
		expect(questionFromForm(form, source(lighting)).text).toEqual({
			sv: ' Är det ljust ',
			en: lighting.text.en
		});
	});

	test('loses its limit when it becomes of another kind, and its options only when they are taken away', () => {
		const form = formOf(problems);
		form.set('kind', 'text');
		const next = questionFromForm(form, source(problems));
		expect(next).not.toHaveProperty('max');
		expect(next.options).toEqual(problems.options);
	});

	test('with a condition that was just chosen is shown to all who gave an answer that says something', () => {
		const form = formOf(problems);
		form.set('showIf', 'lighting');
		expect(questionFromForm(form, source(problems, [lighting])).showIf).toEqual({
			question: 'lighting',
			anyOf: ['yes', 'no']
		});
		form.set('asked', 'lighting');
		form.append('anyOf', 'no');
		expect(questionFromForm(form, source(problems, [lighting])).showIf).toEqual({
			question: 'lighting',
			anyOf: ['no']
		});
	});

	test('takes no condition on a question that does not stand before it, and no made-up keys', () => {
		const form = formOf(problems);
		form.set('showIf', 'lighting');
		form.append('option', '__proto__');
		form.append('option', 'a|b');
		const next = questionFromForm(form, source(problems));
		expect(next).not.toHaveProperty('showIf');
		expect(next.options).toEqual(problems.options);
	});
});

describe('a button in a question', () => {
	const options = (command: string, question = problems) =>
		questionChange(sent(formOf(question), command), question).next.options.map(({ key }) => key);

	test('moves, removes and adds options, and what was written stays', () => {
		expect(options('option-up:drugs')).toEqual(['drugs', 'traffic', 'litter', 'none']);
		expect(options('option-down:drugs')).toEqual(['traffic', 'litter', 'drugs', 'none']);
		expect(options('option-up:traffic')).toEqual(['traffic', 'drugs', 'litter', 'none']);
		expect(options('option-remove:litter')).toEqual(['traffic', 'drugs', 'none']);
		expect(options('option-add')).toEqual(['traffic', 'drugs', 'litter', 'own_1', 'none']);
		expect(options('option-dont-know')).toEqual(['traffic', 'drugs', 'litter', 'none', 'dont_know']);
	});

	test('adds “Don’t know” once, alone where several may be chosen', () => {
		const { next } = questionChange(sent(formOf(problems), 'option-dont-know'), problems);
		expect(next.options.at(-1)).toMatchObject({ key: 'dont_know', apart: true, exclusive: true });
		expect(options('option-dont-know', next)).toEqual(next.options.map(({ key }) => key));
	});

	test('does something with the question in the list, or nothing at an end of it', () => {
		const last = definition.questions.at(-1)!.key;
		const change = (command: string, key: string) => listChange(sent(new FormData(), command), key);
		expect(change('question-down', 'lighting')).toEqual({ kind: 'move', key: 'lighting', index: 1 });
		expect(change('question-up', 'lighting')).toBeUndefined();
		expect(change('question-down', last)).toBeUndefined();
		expect(change('question-copy', 'lighting')).toEqual({ kind: 'copy', key: 'lighting', newKey: 'own_1' });
		expect(change('question-remove', 'lighting')).toEqual({ kind: 'remove', key: 'lighting' });
		expect(change('save', 'lighting')).toBeUndefined();
	});
});

describe('background questions', () => {
	const form = () => {
		const written = new FormData();
		written.append('dimension', 'district');
		written.set('district.text', 'Var bor du nu?');
		for (const { key, text } of districts.options) {
			written.append('district.option', key);
			written.set(optionField('district.', key, 'text'), text.sv);
		}
		return written;
	};
	const age = { key: 'age' as const, text: { sv: 'Ålder' }, options: [] };

	test('are written, added and taken away', () => {
		const change = (command: string) => backgroundChange(sent(form(), command), [districts], [age]).next;
		expect(change('save')).toEqual([{ ...districts, text: { ...districts.text, sv: 'Var bor du nu?' } }]);
		expect(change('dimension-add:age').map(({ key }) => key)).toEqual(['district', 'age']);
		expect(change('dimension-remove:district')).toEqual([]);
		expect(change('district/option-down:north')[0]!.options.map(({ key }) => key)).toEqual([
			'south',
			'north',
			'island'
		]);
	});

	test('offer target groups that the group question does not have', () => {
		const groups = { key: 'group' as const, text: { sv: 'Jag är' }, options: [] };
		const written = new FormData();
		written.append('dimension', 'group');
		written.set('group.text', 'Jag är');
		const { next } = backgroundChange(sent(written, 'group/option-bank:politicians'), [groups], []);
		expect(next[0]!.options).toMatchObject([{ key: 'politicians', text: { sv: 'Politiker' } }]);
	});
});

test('a new question of every kind has keys of its own and room to write in', () => {
	let number = 0;
	const next = newQuestion('scale', () => `own_${++number}`);
	expect(next).toMatchObject({ kind: 'scale', version: 1, text: { sv: '' } });
	expect(new Set([next.key, ...next.options.map(({ key }) => key)]).size).toBe(6);
	expect(newQuestion('text', () => 'own_1').options).toEqual([]);
});
