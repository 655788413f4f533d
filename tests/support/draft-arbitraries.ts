import fc from 'fast-check';
import type { Texts } from '#lib/i18n/languages.ts';
import { emptyContent } from '#lib/questionnaire/draft-content.ts';
import type { DraftChange } from '#lib/questionnaire/draft-change.ts';
import type { DraftContent } from '#lib/questionnaire/draft.ts';
import {
	dimensions,
	questionKinds,
	type BackgroundQuestion,
	type Option,
	type Question
} from '#lib/questionnaire/question.ts';

const languages = ['sv', 'en', 'fi'] as const;
const questionKeys = ['q1', 'q2', 'q3', 'q4', 'q5'] as const;
const optionKeys = ['a', 'b', 'c', 'd', 'e'] as const;

const word = fc.constantFrom('', 'Ja', 'Nej', 'Kanske', 'Ofta');
const full = fc.constantFrom('Ja', 'Nej', 'Kanske', 'Ofta');

const textsOf = (words: fc.Arbitrary<string>): fc.Arbitrary<Texts> =>
	fc.record({ sv: words, en: full, fi: full }, { requiredKeys: ['sv'] });

const flag = fc.constantFrom(true, undefined);

/** The object without the members that are undefined. */
const present = <T extends object>(value: T): T =>
	Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;

const optionOf = (words: fc.Arbitrary<string>): fc.Arbitrary<Option> =>
	fc
		.record({
			key: fc.constantFrom(...optionKeys),
			text: textsOf(words),
			short: fc.option(textsOf(words), { nil: undefined }),
			exclusive: flag,
			apart: flag
		})
		.map((option) => present(option) as Option);

const optionsOf = (words: fc.Arbitrary<string>, least: number) =>
	fc.uniqueArray(optionOf(words), { selector: ({ key }) => key, minLength: least, maxLength: 5 });

const questionOf = (words: fc.Arbitrary<string>, least: number): fc.Arbitrary<Question> =>
	fc
		.record({
			key: fc.constantFrom(...questionKeys),
			version: fc.constant(1),
			kind: fc.constantFrom(...questionKinds),
			text: textsOf(words),
			help: fc.option(textsOf(words), { nil: undefined }),
			options: optionsOf(words, least),
			max: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
			badSteps: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
			sensitive: flag,
			showIf: fc.option(
				fc.record({
					question: fc.constantFrom(...questionKeys),
					anyOf: fc.uniqueArray(fc.constantFrom(...optionKeys), { minLength: 1, maxLength: 3 })
				}),
				{ nil: undefined }
			)
		})
		.map((question) => present(question) as Question);

const backgroundOf = (words: fc.Arbitrary<string>, least: number): fc.Arbitrary<BackgroundQuestion[]> =>
	fc.uniqueArray(
		fc.record({
			key: fc.constantFrom(...dimensions),
			text: textsOf(words),
			options: optionsOf(words, least)
		}),
		{ selector: ({ key }) => key, maxLength: 3 }
	);

const contentWith = (words: fc.Arbitrary<string>, least: number): fc.Arbitrary<DraftContent> =>
	fc
		.record({
			title: textsOf(words),
			intro: fc.option(textsOf(words), { nil: undefined }),
			questions: fc.uniqueArray(questionOf(words, least), {
				selector: ({ key }) => key,
				minLength: 1,
				maxLength: 5
			}),
			background: backgroundOf(words, least),
			source: fc.constantFrom(...languages)
		})
		.map(
			(some) =>
				({ ...emptyContent(), languages: [...languages], ...(present(some) as typeof some) }) as DraftContent
		);

/** Drafts in any state of being written; conditions may name what is not there. */
export const anyContent = contentWith(word, 0);

/** Drafts in which every text is written in Swedish; most of them can be published once their conditions hold. */
export const writtenContent = contentWith(full, 2);

/** One question in any state of being written. */
export const anyQuestion = questionOf(word, 0);

const key = fc.constantFrom(...questionKeys);
const language = fc.constantFrom(...languages);
const address = fc.oneof(
	fc.constantFrom('title', 'intro'),
	key.map((one) => `questions.${one}.text`),
	key.map((one) => `questions.${one}.help`),
	fc
		.tuple(key, fc.constantFrom(...optionKeys))
		.map(([one, option]) => `questions.${one}.options.${option}.text`)
);
const byAddress = fc.dictionary(address, word, { maxKeys: 4 });
const about = fc
	.record({ title: textsOf(word), intro: fc.option(textsOf(word), { nil: undefined }) })
	.map((one) => present(one) as { title: Texts; intro?: Texts });

/** Any change, also of what is not there, and begun from something that never was. */
export const anyChange: fc.Arbitrary<DraftChange> = fc.oneof(
	fc.record({ kind: fc.constant('about' as const), base: about, next: about }),
	fc.tuple(anyQuestion, anyQuestion).map(([base, next]) => ({
		...{ kind: 'question' as const, key: base.key, base },
		next: { ...next, key: base.key }
	})),
	fc.record({
		kind: fc.constant('insert' as const),
		question: anyQuestion,
		index: fc.integer({ min: 0, max: 6 })
	}),
	fc.record({ kind: fc.constant('move' as const), key, index: fc.integer({ min: 0, max: 6 }) }),
	fc.record({ kind: fc.constant('copy' as const), key, newKey: fc.constantFrom('own_1', 'own_2', 'q1') }),
	fc.record({ kind: fc.constant('remove' as const), key }),
	fc.record({ kind: fc.constant('restore' as const), key }),
	fc.record({
		kind: fc.constant('background' as const),
		base: backgroundOf(word, 0),
		next: backgroundOf(word, 0)
	}),
	fc.record({
		kind: fc.constant('languages' as const),
		languages: fc.subarray([...languages, 'ar']),
		base: fc.subarray([...languages]),
		source: language
	}),
	fc.record({ kind: fc.constant('translate' as const), language, base: byAddress, next: byAddress }),
	fc.record({
		kind: fc.constant('review' as const),
		language,
		addresses: fc.array(address, { maxLength: 3 }),
		state: fc.constantFrom('machine' as const, 'unreviewed' as const, 'reviewed' as const)
	}),
	fc.record({
		kind: fc.constant('let-pass' as const),
		key,
		finding: fc.constantFrom('two-in-one', 'leading'),
		passes: fc.boolean()
	})
);
