import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyChange, anyContent, anyQuestion, writtenContent } from '#tests/support/draft-arbitraries.ts';
import { applyChange } from './apply-change.ts';
import { checkVersions } from './check-versions.ts';
import { checkConditions } from './condition.ts';
import { checkDefinition } from './definition.ts';
import { contentOf, definitionOf } from './draft-content.ts';
import type { DraftChange } from './draft-change.ts';
import { parseChange, parseContent } from './draft-schema.ts';
import { completeness } from './draft-texts.ts';
import type { DraftContent } from './draft.ts';
import { raiseVersions } from './raise-versions.ts';
import type { Question, QuestionnaireDefinition } from './question.ts';
import { everyText, withLanguage } from './rewrite-texts.ts';

function frozen<T>(value: T): T {
	if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen);
	return Object.freeze(value);
}

const changes = fc.array(anyChange, { maxLength: 12 });
const afterAll = (content: DraftContent, list: readonly DraftChange[]): DraftContent =>
	list.reduce((before, change) => applyChange(before, change).content, content);

/** Something that a button does with a question that was there from the beginning, or with a copy. */
function oneAfterAnother({ questions }: DraftContent, pick: number, newKey: string): DraftChange {
	const keys = [...questions.map((question) => question.key), 'own_new0', 'own_new1', 'own_new2'];
	const key = keys[pick % keys.length]!;
	const base = { ...questions[0]!, key };
	const all: DraftChange[] = [
		{ kind: 'copy', key, newKey },
		{ kind: 'remove', key },
		{ kind: 'restore', key },
		{ kind: 'question', key, base, next: { ...base, text: { sv: 'Omskriven' } } }
	];
	return all[Math.floor(pick / keys.length) % all.length]!;
}

describe('whatever is changed', () => {
	test('the draft keeps its form, its conditions hold, and nothing given is changed itself', () => {
		fc.assert(
			fc.property(anyContent, changes, (start, list) => {
				frozen([start, list]);
				let content = start;
				for (const change of list) {
					expect(parseChange(change)).toEqual({ ok: true, value: change });
					content = frozen(applyChange(content, change).content);
					expect(parseContent(content)).toEqual({ ok: true, value: content });
					expect(checkConditions(definitionOf(content))).toEqual([]);
				}
			}),
			{ numRuns: 300 }
		);
	});

	test('reviews are only of translations that are there', () => {
		fc.assert(
			fc.property(anyContent, changes, (start, list) => {
				const content = afterAll(start, list);
				const texts = everyText(content);
				for (const [language, states] of Object.entries(content.review)) {
					expect(language).not.toBe(content.source);
					for (const address of Object.keys(states)) expect(texts.get(address)?.[language]).toBeTruthy();
				}
				for (const language of content.languages) {
					const { translated, total, reviewed } = completeness(content, language);
					expect(reviewed).toBeLessThanOrEqual(translated);
					expect(translated).toBeLessThanOrEqual(total);
				}
			}),
			{ numRuns: 300 }
		);
	});

	test('the same change made twice at once is made once', () => {
		fc.assert(
			fc.property(anyContent, changes, anyChange, (start, list, change) => {
				const once = applyChange(afterAll(start, list), change);
				fc.pre(once.problems.length === 0 && once.conflicts.length === 0);
				expect(applyChange(once.content, change).content).toEqual(once.content);
			}),
			{ numRuns: 500 }
		);
	});

	test('changes that are sent again, since nobody knows how many of them were made, double or lose no question', () => {
		const keysOf = ({ questions, removed }: DraftContent) =>
			[...questions.map(({ key }) => key), '|', ...removed.map(({ question }) => question.key)].sort();
		fc.assert(
			fc.property(
				anyContent,
				fc.array(fc.nat(), { minLength: 1, maxLength: 8 }),
				fc.nat(),
				(start, picks, cut) => {
					const wanted = picks.map((pick, number) => oneAfterAnother(start, pick, `own_new${number}`));
					const list = wanted.filter((change, number) => {
						const before = afterAll(start, wanted.slice(0, number));
						return applyChange(before, change).problems.length === 0;
					});
					const once = afterAll(start, list);
					const part = afterAll(start, list.slice(0, cut % (list.length + 1)));
					expect(keysOf(afterAll(part, list))).toEqual(keysOf(once));
				}
			),
			{ numRuns: 1000 }
		);
	});
});

/** A change of some members of one question. */
const edit = (base: Question, change: Partial<Question>): DraftChange => ({
	...{ kind: 'question', key: base.key, base, next: { ...base, ...change } }
});

const optionEdits = (question: Question): DraftChange[] => {
	const [first, ...others] = question.options;
	const added = { key: 'own_1', text: { sv: 'Tillagt' } };
	return [
		edit(question, { options: [...question.options, added] }),
		...(first
			? [
					edit(question, {
						options: [{ ...first, text: { ...first.text, sv: 'Omskrivet' } }, ...others]
					})
				]
			: []),
		...(others.length > 0 ? [edit(question, { options: question.options.slice(0, -1) })] : [])
	];
};

/** Changes that all are begun from the same draft, no two of the same thing. */
const apartChanges = (content: DraftContent): DraftChange[] => {
	const { title, intro, background, languages, source, questions } = content;
	const about = { title, ...(intro && { intro }) };
	return [
		{ kind: 'about', base: about, next: { ...about, title: { ...title, sv: 'Ny rubrik' } } },
		{ kind: 'about', base: about, next: { ...about, intro: withLanguage(intro, 'en', 'New') } },
		{ kind: 'languages', languages: [...languages, 'ar'], source, base: languages },
		{ kind: 'languages', languages: [...languages, 'pl'], source, base: languages },
		{ kind: 'background', base: background, next: background.slice(1) },
		{ kind: 'remove', key: questions.at(-1)!.key },
		...questions.flatMap((question): DraftChange[] => {
			const address = `questions.${question.key}.text`;
			return [
				edit(question, { text: withLanguage(question.text, 'sv', 'Ny fråga') }),
				edit(question, { help: withLanguage(question.help, 'sv', 'Ny hjälp') }),
				edit(question, { max: 7 }),
				edit(question, { sensitive: true }),
				edit(question, { showIf: { question: questions[0]!.key, anyOf: ['a', 'b'] } }),
				...optionEdits(question),
				{
					...{ kind: 'translate', language: 'fi', base: { [address]: question.text.fi ?? '' } },
					next: { [address]: 'Uusi' }
				},
				{ kind: 'let-pass', key: question.key, finding: 'leading', passes: true }
			];
		})
	];
};

describe('two people at once', () => {
	test('end with the same draft in whatever order their changes of different things arrive', () => {
		const orders = anyContent.chain((start) => {
			const all = apartChanges(start);
			const indexes = all.map((_, index) => index);
			const some = fc.shuffledSubarray(indexes, { minLength: 2 });
			return some.chain((chosen) =>
				fc.record({
					start: fc.constant(start),
					one: fc.constant(chosen.map((index) => all[index]!)),
					other: fc
						.shuffledSubarray(chosen, { minLength: chosen.length })
						.map((order) => order.map((index) => all[index]!))
				})
			);
		});
		fc.assert(
			fc.property(orders, ({ start, one, other }) => {
				const ends = [one, other].map((order) =>
					order.reduce((content, change) => {
						const applied = applyChange(content, change);
						expect([...applied.conflicts, ...applied.problems]).toEqual([]);
						return applied.content;
					}, start)
				);
				expect(ends[0]).toEqual(ends[1]);
			}),
			{ numRuns: 200 }
		);
	});

	test('lose no word in the same question: each is stored or comes back as a conflict', () => {
		fc.assert(
			fc.property(anyQuestion, anyQuestion, anyQuestion, (base, first, second) => {
				const { key } = base;
				const start = contentOf({ title: { sv: 'Tryggt' }, questions: [base], background: [] });
				const change = (next: Question): DraftChange => ({
					...{ kind: 'question', key, base, next: { ...next, key } }
				});
				const after = applyChange(start, change(first)).content;
				const { content, conflicts } = applyChange(after, change(second));
				const textIn = (question: Question) => {
					const texts = everyText({ ...start, questions: [{ ...question, key }] });
					return (address: string, language: string) => texts.get(address)?.[language] ?? '';
				};
				const [was, mine, yours, is] = [base, first, second, content.questions[0]!].map(textIn);
				for (const question of [base, first, second])
					for (const address of everyText({ ...start, questions: [{ ...question, key }] }).keys())
						for (const language of ['sv', 'en', 'fi']) {
							const [b, m, y, t] = [was, mine, yours, is].map((text) => text!(address, language));
							if (m !== b) expect(t).toBe(m);
							if (y !== b && y !== '' && y !== t)
								expect(conflicts).toContainEqual({
									...{ at: `${address}.${language}`, base: b, yours: y, theirs: m }
								});
						}
			}),
			{ numRuns: 1000 }
		);
	});
});

/** Definitions that keep every rule. */
const soundDefinition = writtenContent
	.map((content) =>
		definitionOf(applyChange(content, { kind: 'let-pass', key: 'q1', finding: 'x', passes: false }).content)
	)
	.filter((definition) => checkDefinition(definition).ok);

describe('whatever is published', () => {
	test('is the definition of its own draft', () => {
		fc.assert(
			fc.property(soundDefinition, (definition) => {
				const content = contentOf(definition);
				expect(definitionOf(content)).toEqual(definition);
				expect(parseContent(content).ok).toBe(true);
			}),
			{ numRuns: 300 }
		);
	});

	test('gets versions that pass, however often its scales change back and forth', () => {
		fc.assert(
			fc.property(fc.array(soundDefinition, { minLength: 1, maxLength: 6 }), (definitions) => {
				let earlier: QuestionnaireDefinition[] = [];
				for (const definition of definitions) {
					const raised = raiseVersions(definition, earlier);
					expect(checkVersions(raised, earlier)).toEqual([]);
					expect(checkDefinition(raised).ok).toBe(true);
					earlier = [raised, ...earlier];
				}
			}),
			{ numRuns: 300 }
		);
	});
});
