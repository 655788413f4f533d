import * as v from 'valibot';
import { isTextLanguage } from '#lib/i18n/languages.ts';
import type { Outcome } from '#lib/server/problem.ts';
import type { DraftChange } from './draft-change.ts';
import { mostRemoved, type DraftContent } from './draft.ts';
import { isOptionKey, isQuestionKey } from './keys.ts';
import { dimensions, questionKinds } from './question.ts';

const mostQuestions = 200;
const mostOptions = 300;
const mostCharacters = 5000;
const mostLanguages = 60;
const mostAddresses = 20_000;
const mostBytes = 1_000_000;

const words = v.pipe(v.string(), v.maxLength(mostCharacters, 'too-long'));
const language = v.pipe(v.string(), v.maxLength(40), v.check(isTextLanguage, 'unknown-language'));
const questionKey = v.pipe(v.string(), v.maxLength(100), v.check(isQuestionKey, 'question-key'));
const optionKey = v.pipe(v.string(), v.maxLength(100), v.check(isOptionKey, 'option-key'));
/** Names that every object already answers to name nothing of ours. */
const name = v.pipe(
	v.string(),
	v.maxLength(300),
	v.check((text) => !(text in {}), 'wrong-name')
);
const index = v.pipe(v.number(), v.integer(), v.minValue(0));
const positive = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000));

const texts = v.pipe(
	v.objectWithRest({ sv: words }, words),
	v.check((byLanguage) => Object.keys(byLanguage).length <= mostLanguages, 'too-many'),
	v.check((byLanguage) => Object.keys(byLanguage).every(isTextLanguage), 'unknown-language')
);

const eachOnce = (list: { key: string }[]) => new Set(list.map(({ key }) => key)).size === list.length;

const options = v.pipe(
	v.array(
		v.strictObject({
			key: optionKey,
			text: texts,
			short: v.exactOptional(texts),
			exclusive: v.exactOptional(v.boolean()),
			apart: v.exactOptional(v.boolean())
		})
	),
	v.maxLength(mostOptions, 'too-many'),
	v.check((list) => eachOnce(list), 'duplicate-option')
);

const condition = v.strictObject({
	question: questionKey,
	anyOf: v.pipe(v.array(optionKey), v.maxLength(mostOptions, 'too-many'))
});

const question = v.strictObject({
	key: questionKey,
	version: positive,
	kind: v.picklist(questionKinds),
	text: texts,
	help: v.exactOptional(texts),
	options,
	max: v.exactOptional(positive),
	badSteps: v.exactOptional(positive),
	sensitive: v.exactOptional(v.boolean()),
	unanimityShown: v.exactOptional(v.boolean()),
	showIf: v.exactOptional(condition)
});

const background = v.pipe(
	v.array(v.strictObject({ key: v.picklist(dimensions), text: texts, options })),
	v.check((list) => eachOnce(list), 'duplicate-dimension')
);

const about = v.strictObject({ title: texts, intro: v.exactOptional(texts) });
const languages = v.pipe(v.array(language), v.maxLength(mostLanguages, 'too-many'));
const reviewState = v.picklist(['machine', 'unreviewed']);

const byName = <T extends v.GenericSchema>(value: T) =>
	v.pipe(
		v.record(name, value),
		v.check((record) => Object.keys(record).length <= mostAddresses, 'too-many')
	);

/** The form of a draft: that of a definition, but texts may be empty; and how much fits into one. */
export const draftContentSchema = v.pipe(
	v.strictObject({
		...about.entries,
		questions: v.pipe(
			v.array(question),
			v.maxLength(mostQuestions, 'too-many'),
			v.check((list) => eachOnce(list), 'duplicate-question')
		),
		background,
		languages: v.pipe(
			languages,
			v.check((list) => list[0] === 'sv' && new Set(list).size === list.length, 'languages')
		),
		source: language,
		review: byName(byName(reviewState)),
		letPass: byName(v.pipe(v.array(name), v.maxLength(100, 'too-many'))),
		removed: v.pipe(v.array(v.strictObject({ question, index })), v.maxLength(mostRemoved, 'too-many')),
		heldConditions: v.exactOptional(byName(condition))
	}),
	v.check(({ languages: list, source }) => list.includes(source), 'source'),
	v.check((content) => new TextEncoder().encode(JSON.stringify(content)).length <= mostBytes, 'too-large')
) satisfies v.GenericSchema<unknown, DraftContent>;

const key = questionKey;

/** The form of a change as it comes from a browser. */
export const draftChangeSchema = v.variant('kind', [
	v.strictObject({ kind: v.literal('about'), base: about, next: about }),
	v.strictObject({ kind: v.literal('question'), key, base: question, next: question }),
	v.strictObject({ kind: v.literal('insert'), question, index: v.exactOptional(index) }),
	v.strictObject({ kind: v.literal('move'), key, index }),
	v.strictObject({ kind: v.literal('copy'), key, newKey: questionKey }),
	v.strictObject({ kind: v.literal('remove'), key }),
	v.strictObject({ kind: v.literal('restore'), key }),
	v.strictObject({ kind: v.literal('background'), base: background, next: background }),
	v.strictObject({
		kind: v.literal('languages'),
		languages,
		source: language,
		base: v.exactOptional(languages)
	}),
	v.strictObject({ kind: v.literal('translate'), language, base: byName(words), next: byName(words) }),
	v.strictObject({
		kind: v.literal('review'),
		language,
		addresses: v.pipe(v.array(name), v.maxLength(mostAddresses, 'too-many')),
		state: v.picklist(['machine', 'unreviewed', 'reviewed'])
	}),
	v.strictObject({ kind: v.literal('let-pass'), key: name, finding: name, passes: v.boolean() })
]) satisfies v.GenericSchema<unknown, DraftChange>;

function parse<T>(schema: v.GenericSchema<unknown, T>, value: unknown): Outcome<T> {
	const parsed = v.safeParse(schema, value, { abortPipeEarly: true });
	if (parsed.success) return { ok: true, value: parsed.output };
	return {
		ok: false,
		problems: parsed.issues.map((issue) => ({
			at: v.getDotPath(issue) ?? '',
			code: /^[a-z]+(-[a-z]+)*$/.test(issue.message) ? issue.message : 'wrong-type',
			detail: issue.message
		}))
	};
}

/** A draft from outside, such as a file, held against form and size; says nothing about whether it can be published. */
export const parseContent = (value: unknown): Outcome<DraftContent> => parse(draftContentSchema, value);

/** A change from outside, held against its form and the sizes of what is in it. */
export const parseChange = (value: unknown): Outcome<DraftChange> => parse(draftChangeSchema, value);
