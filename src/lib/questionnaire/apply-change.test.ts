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
		[
			'copy to a taken key',
			{ kind: 'copy', key: 'lighting', newKey: 'words' },
			['lighting', 'words_2', 'problems', 'priority', 'words']
		],
		['remove', { kind: 'remove', key: 'problems' }, ['lighting', 'priority', 'words']]
	];
	test.each(table)('%s', (_, change, expected) => {
		const applied = applyChange(start(), change);
		expect(applied).toMatchObject({ conflicts: [], problems: [], notes: [] });
		expect(keys(applied.content)).toEqual(expected);
	});
});
