import { describe, expect, test } from 'vitest';
import type { Option, Question, QuestionnaireDefinition } from '#lib/questionnaire/question.ts';
import { paperForm } from './paper-form.ts';

const options = (...texts: string[]): Option[] =>
	texts.map((text, index) => ({ key: `o${index}`, text: { sv: text, en: `${text} (en)` } }));

const question = (changes: Partial<Question>): Question => ({
	key: 'q',
	version: 1,
	kind: 'choice',
	text: { sv: 'Fråga?', en: 'Question?' },
	options: options('Ja', 'Nej', 'Vet inte'),
	...changes
});

const formOf = (...questions: Question[]) => {
	const definition: QuestionnaireDefinition = { title: { sv: 'Enkät' }, questions, background: [] };
	return { sv: paperForm(definition, 'sv').questions, en: paperForm(definition, 'en').questions };
};
const first = (changes: Partial<Question>) => formOf(question(changes)).sv[0]!;

describe('a question on paper', () => {
	test('has the published options in their order and says how many to cross', () => {
		const { sv, en } = formOf(question({}));
		expect(sv[0]!.options.map(({ text }) => text)).toEqual(['Ja', 'Nej', 'Vet inte']);
		expect(en[0]!.options.map(({ text }) => text)).toEqual(['Ja (en)', 'Nej (en)', 'Vet inte (en)']);
		expect(sv[0]!.hints).toEqual(['Kryssa i ett svar.']);
		expect(first({ kind: 'choices' }).hints).toEqual(['Kryssa i ett eller flera svar.']);
		expect(first({ kind: 'choices', max: 2 }).hints).toEqual(['Kryssa i högst 2 svar.']);
	});

	test('says what cannot be crossed together with anything else', () => {
		const [light, none] = options('Ljus', 'Inget av detta');
		const { hints } = first({ kind: 'choices', options: [light!, { ...none!, exclusive: true }] });
		expect(hints).toContain('Kryssar du i ”Inget av detta” ska du inte kryssa i något annat.');
		const unknown = { ...none!, exclusive: true, apart: true };
		expect(first({ kind: 'choices', options: [light!, unknown] }).hints).toHaveLength(1);
	});

	test('that ranks has a box for each rank that the web asks for', () => {
		expect(first({ kind: 'ranking' }).ranks).toEqual([1, 2, 3]);
		expect(first({ kind: 'ranking', max: 2 }).ranks).toEqual([1, 2]);
		expect(first({ kind: 'ranking', options: options('A', 'B') }).ranks).toEqual([1, 2]);
		expect(first({ kind: 'ranking' }).hints[0]).toContain('Ett kryss i varje spalt.');
	});

	test('that wants words has lines, more the more may be written', () => {
		expect(first({ kind: 'text', options: [], max: 120 })).toMatchObject({ lines: 2, options: [] });
		expect(first({ kind: 'text', options: [], max: 2000 }).lines).toBe(6);
		expect(first({}).lines).toBe(0);
	});

	test('with many options has two columns', () => {
		const texts = Array.from({ length: 9 }, (_, index) => `Plats ${index}`);
		expect(first({ kind: 'place', options: options(...texts) }).columns).toBe(2);
		expect(first({ kind: 'place', options: options(...texts.slice(1)) }).columns).toBe(1);
	});
});

describe('a condition on paper', () => {
	const asked = (anyOf: string[]) =>
		formOf(question({ key: 'a' }), question({ key: 'b', showIf: { question: 'a', anyOf } }));

	test('names the question by its printed number and the options by their words', () => {
		const { sv, en } = asked(['o0']);
		expect(sv[0]!.condition).toBe('');
		expect(sv[1]!.condition).toBe('Svara bara om du kryssade i ”Ja” på fråga 1.');
		expect(en[1]!.condition).toBe('Answer only if you crossed “Ja (en)” in question 1.');
	});

	test('that most options fulfil names the others', () => {
		expect(asked(['o0', 'o2']).sv[1]!.condition).toBe(
			'Svara bara om du kryssade i något annat än ”Nej” på fråga 1.'
		);
		expect(asked(['o0', 'o1', 'o2']).sv[1]!.condition).toBe(
			'Svara bara om du kryssade i ”Ja”, ”Nej” eller ”Vet inte” på fråga 1.'
		);
	});
});

test('background questions come with closed lists only, short ones on one line', () => {
	const definition: QuestionnaireDefinition = {
		title: { sv: 'Enkät' },
		questions: [question({})],
		background: [
			{ key: 'gender', text: { sv: 'Kön' }, options: options('Kvinna', 'Man', 'Annan', 'Vill inte') },
			{ key: 'age', text: { sv: 'Ålder' }, options: options('1', '2', '3', '4', '5') }
		]
	};
	const { background } = paperForm(definition, 'sv');
	expect(background.map(({ text, beside, columns }) => [text, beside, columns])).toEqual([
		['Kön', true, 1],
		['Ålder', false, 2]
	]);
});
