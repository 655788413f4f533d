import { describe, expect, test } from 'vitest';
import { definition } from '#tests/support/builders.ts';
import { applyChange } from './apply-change.ts';
import { contentOf } from './draft-content.ts';
import type { DraftChange } from './draft-change.ts';
import type { DraftContent } from './draft.ts';
import type { Question } from './question.ts';

const start = (): DraftContent => contentOf(definition);
const keys = ({ questions }: DraftContent) => questions.map(({ key }) => key);
const find = (content: DraftContent, key: string): Question =>
	content.questions.find((question) => question.key === key)!;

/** A change of one question, begun from `content`. */
function edit(content: DraftContent, key: string, change: (question: Question) => void): DraftChange {
	const base = find(content, key);
	const next = structuredClone(base);
	change(next);
	return { kind: 'question', key, base, next };
}

/** The draft after changes that all were begun from it, one after the other. */
function together(content: DraftContent, ...changes: DraftChange[]) {
	let applied = applyChange(content, changes[0]!);
	for (const change of changes.slice(1)) applied = applyChange(applied.content, change);
	return applied;
}

describe('two people in the same question', () => {
	test('both texts land when they wrote in different ones', () => {
		const { content, conflicts } = together(
			start(),
			edit(start(), 'lighting', (question) => (question.text.sv = 'Är det ljust nog?')),
			edit(start(), 'lighting', (question) => (question.options[0]!.text.sv = 'Jajamän'))
		);
		expect(conflicts).toEqual([]);
		expect(find(content, 'lighting')).toMatchObject({
			text: { sv: 'Är det ljust nog?' },
			options: [{ text: { sv: 'Jajamän' } }, {}, {}]
		});
	});

	test('the same text written differently is a conflict; the rest of the change is made', () => {
		const { content, conflicts } = together(
			start(),
			edit(start(), 'problems', (question) => (question.text.sv = 'Första')),
			edit(start(), 'problems', (question) => {
				question.text.sv = 'Andra';
				question.max = 3;
			})
		);
		expect(conflicts).toEqual([
			{
				at: 'questions.problems.text.sv',
				base: 'Vilka problem märker du?',
				yours: 'Andra',
				theirs: 'Första'
			}
		]);
		expect(find(content, 'problems')).toMatchObject({ text: { sv: 'Första' }, max: 3 });
	});

	test('the same text written alike is no conflict', () => {
		const change = edit(start(), 'lighting', (question) => (question.text.sv = 'Samma'));
		expect(together(start(), change, change).conflicts).toEqual([]);
	});

	test('an option added with an empty text keeps no trace of it, so that adding it twice is adding it once', () => {
		const added = { key: 'own_1', text: { sv: 'Mopeder' }, short: { sv: '' } };
		const change = edit(start(), 'problems', ({ options }) => options.push(added));
		const once = together(start(), change);
		expect(find(once.content, 'problems').options.at(-1)).toEqual({ key: 'own_1', text: { sv: 'Mopeder' } });
		expect(together(start(), change, change).content).toEqual(once.content);
	});

	test('options that both added, took away and moved are put together', () => {
		const { content, conflicts } = together(
			start(),
			edit(start(), 'problems', ({ options }) => {
				options.splice(1, 1);
				options.splice(2, 0, { key: 'own_1', text: { sv: 'Mopeder' } });
			}),
			edit(start(), 'problems', ({ options }) => {
				options.splice(3, 0, { key: 'own_2', text: { sv: 'Klotter' } });
				options.unshift(options.splice(2, 1)[0]!);
			})
		);
		expect(conflicts).toEqual([]);
		expect(find(content, 'problems').options.map(({ key }) => key)).toEqual([
			'litter',
			'own_1',
			'traffic',
			'own_2',
			'none'
		]);
	});

	test.each([
		['taken away after the other wrote in it', false],
		['written in after the other took it away', true]
	])('an option %s is a conflict', (_, removedFirst) => {
		const remove = edit(start(), 'problems', ({ options }) => options.shift());
		const write = edit(start(), 'problems', ({ options }) => (options[0]!.text.sv = 'Bilar'));
		const { content, conflicts } = together(start(), ...(removedFirst ? [remove, write] : [write, remove]));
		const at = 'questions.problems.options.traffic.text.sv';
		const [yours, theirs] = removedFirst ? ['Bilar', ''] : ['', 'Bilar'];
		expect(conflicts).toEqual([{ at, base: 'Buskörning', yours, theirs }]);
		expect(find(content, 'problems').options.some(({ key }) => key === 'traffic')).toBe(!removedFirst);
	});
});

describe('the list of questions', () => {
	const own: Question = { key: 'own_a1', version: 1, kind: 'text', text: { sv: '' }, options: [] };
	const table: [string, DraftChange, string[]][] = [
		['insert', { kind: 'insert', question: own }, ['lighting', 'problems', 'priority', 'words', 'own_a1']],
		[
			'insert at',
			{ kind: 'insert', question: own, index: 1 },
			['lighting', 'own_a1', 'problems', 'priority', 'words']
		],
		['move up', { kind: 'move', key: 'words', index: 0 }, ['words', 'lighting', 'problems', 'priority']],
		[
			'move too far',
			{ kind: 'move', key: 'lighting', index: 99 },
			['problems', 'priority', 'words', 'lighting']
		],
		[
			'copy',
			{ kind: 'copy', key: 'lighting', newKey: 'own_b2' },
			['lighting', 'own_b2', 'problems', 'priority', 'words']
		],
		['remove', { kind: 'remove', key: 'problems' }, ['lighting', 'priority', 'words']]
	];
	test.each(table)('%s', (_, change, expected) => {
		const applied = applyChange(start(), change);
		expect(applied).toMatchObject({ conflicts: [], problems: [], notes: [] });
		expect(keys(applied.content)).toEqual(expected);
	});
});

describe('a question that somebody took away', () => {
	const remove = (key: string): DraftChange => ({ kind: 'remove', key });

	test('keeps what somebody else writes in it meanwhile, says so, and comes back with it where it stood', () => {
		const write = edit(start(), 'problems', (question) => (question.text.sv = 'Vad märker du?'));
		const written = together(start(), remove('problems'), write);
		expect(written).toMatchObject({ conflicts: [], problems: [] });
		expect(written.notes).toEqual([
			expect.objectContaining({ at: 'questions.problems', code: 'question-removed' })
		]);
		const { content } = applyChange(written.content, { kind: 'restore', key: 'problems' });
		expect(keys(content)).toEqual(keys(start()));
		expect(find(content, 'problems').text.sv).toBe('Vad märker du?');
	});

	test('by both is taken away once, and put back by both once', () => {
		const removed = together(start(), remove('problems'), remove('problems'));
		expect(removed).toMatchObject({ problems: [] });
		expect(removed.content.removed).toHaveLength(1);
		const restore: DraftChange = { kind: 'restore', key: 'problems' };
		const back = together(removed.content, restore, restore);
		expect(back.problems).toEqual([]);
		expect(back.content).toEqual(start());
	});

	test.each<DraftChange>([
		{ kind: 'move', key: 'problems', index: 0 },
		{ kind: 'copy', key: 'problems', newKey: 'own_1' }
	])('cannot be changed otherwise: $kind', (change) =>
		expect(together(start(), remove('problems'), change).problems).toEqual([
			expect.objectContaining({ code: 'question-removed' })
		])
	);

	test('can be inserted anew, and then not be put back beside it', () => {
		const question = { ...find(start(), 'problems'), text: { sv: 'Ny' } };
		const { content } = together(start(), remove('problems'), { kind: 'insert', question });
		expect(content.removed).toEqual([]);
		expect(applyChange(content, { kind: 'restore', key: 'problems' }).content).toEqual(content);
	});

	test('is one of ten at most', () => {
		const all: DraftChange[] = Array.from({ length: 12 }, (_, number) => ({
			kind: 'insert',
			question: { ...find(start(), 'words'), key: `own_${number}` }
		}));
		const removed = all.map((change) => remove((change as { question: Question }).question.key));
		const { content } = together(start(), ...all, ...removed);
		expect(content.removed.map(({ question }) => question.key)).toEqual(
			[11, 10, 9, 8, 7, 6, 5, 4, 3, 2].map((number) => `own_${number}`)
		);
	});
});

test.each<DraftChange>([
	{ kind: 'remove', key: 'ghost' },
	{ kind: 'restore', key: 'ghost' },
	{ kind: 'move', key: 'ghost', index: 0 },
	{ kind: 'copy', key: 'ghost', newKey: 'own_1' },
	{ kind: 'question', key: 'ghost', base: definition.questions[0]!, next: definition.questions[1]! }
])('a question that never was is a problem: $kind', (change) =>
	expect(applyChange(start(), change)).toEqual({
		...{ content: start(), conflicts: [], notes: [] },
		problems: [expect.objectContaining({ at: 'questions.ghost', code: 'no-such-question' })]
	})
);

test('a key that another question has is a problem; the very same question is the same request again', () => {
	const other = { ...find(start(), 'words'), key: 'lighting' };
	expect(applyChange(start(), { kind: 'insert', question: other }).problems).toEqual([
		expect.objectContaining({ at: 'questions.lighting', code: 'key-taken' })
	]);
	const same = find(start(), 'lighting');
	expect(applyChange(start(), { kind: 'insert', question: same })).toMatchObject({ problems: [] });
	const copy: DraftChange = { kind: 'copy', key: 'lighting', newKey: 'own_1' };
	expect(keys(together(start(), copy, copy).content)).toHaveLength(5);
});

test.each<[string, DraftChange[]]>([
	['taken away', [{ kind: 'remove', key: 'own_1' }]],
	[
		'taken away and put back',
		[
			{ kind: 'remove', key: 'own_1' },
			{ kind: 'restore', key: 'own_1' }
		]
	],
	['left alone while its original goes', [{ kind: 'remove', key: 'lighting' }]]
])('a copy that is sent again after it was %s is not made twice', (_, since) => {
	const copy: DraftChange = { kind: 'copy', key: 'lighting', newKey: 'own_1' };
	const once = together(start(), copy, ...since);
	expect(together(start(), copy, ...since, copy, ...since)).toEqual(once);
});

test('a copy that is sent again after it was written in is not made twice', () => {
	const copy: DraftChange = { kind: 'copy', key: 'lighting', newKey: 'own_1' };
	const base = find(together(start(), copy).content, 'own_1');
	const write: DraftChange = { kind: 'question', key: 'own_1', base, next: { ...base, sensitive: true } };
	const once = together(start(), copy, write);
	expect(together(start(), copy, write, copy, write)).toEqual(once);
	expect(keys(once.content)).toHaveLength(5);
});

test('title and introduction are written by two at once', () => {
	const base = { title: definition.title };
	const { content, conflicts } = together(
		start(),
		{ kind: 'about', base, next: { title: { ...base.title, sv: 'Nytt' } } },
		{ kind: 'about', base, next: { ...base, intro: { sv: 'Tack!' } } },
		{ kind: 'about', base, next: { title: { ...base.title, sv: 'Annat' } } }
	);
	expect(content).toMatchObject({ title: { sv: 'Nytt' }, intro: { sv: 'Tack!' } });
	expect(conflicts).toEqual([{ at: 'title.sv', base: base.title.sv, yours: 'Annat', theirs: 'Nytt' }]);
});

test('background questions are put together by dimension; one that is taken away stays where somebody wrote', () => {
	const base = definition.background;
	const [district] = base;
	const age = { key: 'age' as const, text: { sv: 'Ålder' }, options: [] };
	const renamed = {
		...district!,
		options: district!.options.with(0, { ...district!.options[0]!, text: { sv: 'Norra', en: 'North' } })
	};
	const { content, conflicts } = together(
		start(),
		{ kind: 'background', base, next: [renamed] },
		{ kind: 'background', base, next: [age] }
	);
	expect(content.background.map(({ key }) => key)).toEqual(['age', 'district']);
	expect(content.background[1]?.options[0]?.text.sv).toBe('Norra');
	expect(conflicts.map(({ at }) => at)).toEqual([
		'background.district.options.north.text.sv',
		'background.district.options.north.text.en'
	]);
});

test('a finding is let pass once, until it is not', () => {
	const pass = (finding: string, passes = true): DraftChange => ({
		...{ kind: 'let-pass', key: 'lighting', finding, passes }
	});
	const passed = together(start(), pass('leading'), pass('too-long'), pass('leading')).content;
	expect(passed.letPass).toEqual({ lighting: ['too-long', 'leading'] });
	expect(together(passed, pass('leading', false), pass('too-long', false)).content.letPass).toEqual({});
});
