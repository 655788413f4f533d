import { describe, expect, test } from 'vitest';
import { template } from './bank/templates.ts';
import { checkDefinition, languagesOf } from './definition.ts';
import type { Question, QuestionnaireDefinition } from './question.ts';

const choice = (changes: Partial<Question> = {}): Question => ({
	key: 'safe',
	version: 1,
	kind: 'choice',
	text: { sv: 'Trygg?', en: 'Safe?' },
	options: [
		{ key: 'yes', text: { sv: 'Ja', en: 'Yes' } },
		{ key: 'no', text: { sv: 'Nej', en: 'No' } }
	],
	...changes
});

const about = (...questions: unknown[]) => ({
	title: { sv: 'Enkät', en: 'Survey' },
	questions,
	background: []
});
const options = (...keys: string[]) => keys.map((key) => ({ key, text: { sv: key } }));
const age = { key: 'age', text: { sv: 'Ålder' }, options: options('young', 'old') };

const found = (value: unknown): string[] => {
	const checked = checkDefinition(value);
	return checked.ok ? [] : checked.problems.map(({ at, code }) => `${at}: ${code}`);
};

test('a sound definition comes back as it was', () =>
	expect(checkDefinition(about(choice()))).toEqual({ ok: true, value: about(choice()) }));

describe('a definition is refused', () => {
	test.each<[string, unknown, string]>([
		['that is nothing', undefined, ': missing'],
		['that is a text', 'enkät', ': wrong-type'],
		['without questions', about(), 'questions: wrong-value'],
		[
			'with a member we do not know',
			about({ ...choice(), colour: 'red' }),
			'questions.0.colour: unknown-member'
		],
		['with an unknown kind', about({ ...choice(), kind: 'matrix' }), 'questions.0.kind: wrong-type'],
		[
			'without a Swedish text',
			about(choice({ text: { en: 'x' } as never })),
			'questions.0.text.sv: missing-source-text'
		],
		[
			'with an empty Swedish text',
			about(choice({ text: { sv: ' ' } })),
			'questions.0.text.sv: missing-source-text'
		],
		[
			'with an empty translation',
			about(choice({ text: { sv: 'x', en: '' } })),
			'questions.0.text.en: wrong-value'
		],
		[
			'with a text under something that is no language',
			about(choice({ text: { sv: 'x', 'På tyska': 'x' } as never })),
			'questions.0.text: wrong-value'
		],
		['with a version of half a number', about(choice({ version: 1.5 })), 'questions.0.version: wrong-value'],
		['with two questions of one key', about(choice(), choice()), 'questions: duplicate-question'],
		[
			'with a key that is not snake_case',
			about(choice({ key: 'safeOverall' })),
			'questions.0.key: question-key'
		],
		[
			'with a key that every object has',
			about(choice({ key: 'constructor' })),
			'questions.0.key: question-key'
		],
		['with one option', about(choice({ options: options('a') })), 'questions.0.options: too-few-options'],
		[
			'with two options of one key',
			about(choice({ options: options('a', 'a') })),
			'questions.0.options: duplicate-option'
		],
		[
			'with | in an option key',
			about(choice({ options: options('a', 'b|c') })),
			'questions.0.options.1.key: option-key'
		],
		[
			'with * as an option key',
			about(choice({ options: options('a', '*') })),
			'questions.0.options.1.key: option-key'
		],
		[
			'with an option key that every object has',
			about(choice({ options: options('a', 'constructor') })),
			'questions.0.options.1.key: option-key'
		],
		['with options for a text', about(choice({ kind: 'text' })), 'questions.0.options: text-with-options'],
		['with four ranks', about(choice({ kind: 'ranking', max: 4 })), 'questions.0.max: max-out-of-range'],
		['with a limit to one choice', about(choice({ max: 1 })), 'questions.0.max: max-out-of-range'],
		[
			'that shows unanimity in a sensitive question',
			about(choice({ sensitive: true, unanimityShown: true })),
			'questions.0.unanimityShown: sensitive-unanimity'
		],
		[
			'with a condition on nothing',
			about(choice({ showIf: { question: 'x', anyOf: ['y'] } })),
			'questions.0.showIf: condition-not-earlier'
		],
		[
			'with a dimension we do not know',
			{ ...about(choice()), background: [{ ...age, key: 'religion' }] },
			'background.0.key: wrong-type'
		],
		[
			'with a dimension asked twice',
			{ ...about(choice()), background: [age, age] },
			'background: duplicate-dimension'
		],
		[
			'with | in a background option',
			{ ...about(choice()), background: [{ ...age, options: options('a', 'b|c') }] },
			'background.0.options.1.key: option-key'
		]
	])('%s', (_name, value, problem) => expect(found(value)).toEqual([problem]));

	test('with four dimensions', () => {
		const background = ['district', 'age', 'gender', 'group'].map((key) => ({ ...age, key }));
		expect(found({ ...about(choice()), background })).toEqual(['background: too-many-dimensions']);
	});

	test('with a short text of 25 characters, in any language', () => {
		const long = { key: 'a', text: { sv: 'A' }, short: { sv: 'A', en: 'x'.repeat(25) } };
		const fits = { key: 'b', text: { sv: 'B' }, short: { sv: '👮'.repeat(24) } };
		expect(found(about(choice({ options: [fits, long] })))).toEqual([
			'questions.0.options.1.short: short-too-long'
		]);
	});
});

describe('the languages of a definition', () => {
	const sound = template('S8', { areas: [] });
	sound.questions[0]!.help = { sv: 'Tänk på det senaste året.', en: 'Think of the past year.' };

	test('are those with every text', () => expect(languagesOf(sound)).toEqual(['sv', 'en']));

	test.each<[string, (definition: QuestionnaireDefinition) => void]>([
		['the title', (definition) => delete definition.title.en],
		['a help', (definition) => delete definition.questions[0]!.help!.en],
		['an option', (definition) => delete definition.questions[0]!.options[0]!.text.en],
		['a short text', (definition) => delete definition.questions[2]!.options[0]!.short!.en],
		['a background option', (definition) => delete definition.background[0]!.options[0]!.text.en]
	])('leave one out that lacks %s', (_name, remove) => {
		const changed = structuredClone(sound);
		remove(changed);
		expect(languagesOf(changed)).toEqual(['sv']);
	});
});
