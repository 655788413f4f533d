import { describe, expect, test } from 'vitest';
import { applyChange, type Applied } from './apply-change.ts';
import { mendConditions } from './draft-conditions.ts';
import { emptyContent } from './draft-content.ts';
import type { DraftChange } from './draft-change.ts';
import type { DraftContent } from './draft.ts';
import type { Condition, Option, Question } from './question.ts';

const option = (key: string): Option => ({ key, text: { sv: key } });
const ask = (key: string, showIf?: Condition): Question => ({
	...{ key, version: 1, kind: 'choice', text: { sv: key } },
	options: [option('yes'), option('some'), option('no')],
	...(showIf && { showIf })
});

const condition = { question: 'first', anyOf: ['yes', 'some'] };
const start: DraftContent = {
	...emptyContent('Tryggt'),
	questions: [ask('first'), ask('second'), ask('third', condition)]
};

const run = (...changes: DraftChange[]): Applied =>
	changes.reduce((before, change) => applyChange(before.content, change), {
		content: start
	} as Applied);

const conditionOf = ({ content }: Applied, key = 'third') =>
	content.questions.find((question) => question.key === key)?.showIf;

const codes = ({ notes }: Applied) => notes.map(({ at, code }) => `${at} ${code}`);

const withOptions = (...keys: string[]): DraftChange => ({
	...{ kind: 'question', key: 'first', base: ask('first') },
	next: { ...ask('first'), options: keys.map(option) }
});
const backAgain = (...gone: string[]): DraftChange => ({
	...{ kind: 'question', key: 'first', next: ask('first') },
	base: { ...ask('first'), options: ask('first').options.filter(({ key }) => !gone.includes(key)) }
});

describe('a condition on a question that', () => {
	const table: [string, DraftChange, DraftChange][] = [
		['is taken away', { kind: 'remove', key: 'first' }, { kind: 'restore', key: 'first' }],
		['is moved after it', { kind: 'move', key: 'first', index: 2 }, { kind: 'move', key: 'first', index: 0 }],
		[
			'it is moved before',
			{ kind: 'move', key: 'third', index: 0 },
			{ kind: 'move', key: 'third', index: 2 }
		],
		['loses the options it names', withOptions('no'), backAgain('yes', 'some')],
		[
			'becomes a text',
			{
				...{ kind: 'question', key: 'first', base: ask('first') },
				next: { ...ask('first'), kind: 'text' }
			},
			{
				...{ kind: 'question', key: 'first', base: { ...ask('first'), kind: 'text' } },
				next: ask('first')
			}
		]
	];
	test.each(table)('%s is dropped, so that everybody is asked, and comes back with it', (_, away, back) => {
		const dropped = run(away);
		expect(conditionOf(dropped)).toBeUndefined();
		expect(codes(dropped)).toEqual(['questions.third.showIf condition-dropped']);
		const undone = run(away, back);
		expect(conditionOf(undone)).toEqual(condition);
		expect(codes(undone)).toEqual(['questions.third.showIf condition-restored']);
		expect(undone.content).toEqual(start);
	});

	test('loses one of the options it names asks about the others, and comes back whole', () => {
		const narrowed = run(withOptions('yes', 'no'));
		expect(conditionOf(narrowed)).toEqual({ question: 'first', anyOf: ['yes'] });
		expect(codes(narrowed)).toEqual(['questions.third.showIf condition-narrowed']);
		expect(run(withOptions('yes', 'no'), backAgain('some')).content).toEqual(start);
	});
});

describe('a condition that was dropped', () => {
	const away: DraftChange = { kind: 'remove', key: 'first' };
	const back: DraftChange = { kind: 'restore', key: 'first' };
	const edited = (next: Question): DraftChange => ({
		...{ kind: 'question', key: 'third', base: ask('third', condition), next }
	});

	test('is told once, not with every change after', () =>
		expect(codes(run(away, { kind: 'move', key: 'second', index: 5 }))).toEqual([]));

	test('gives way to one that somebody sets instead, begun before it was dropped', () => {
		const other = { question: 'second', anyOf: ['no'] };
		const changed = run(away, edited(ask('third', other)), back);
		expect(changed.conflicts).toEqual([]);
		expect(conditionOf(changed)).toEqual(other);
		expect(codes(changed)).toEqual([]);
	});

	test('does not come back when somebody took it off meanwhile', () =>
		expect(conditionOf(run(away, edited(ask('third')), back))).toBeUndefined());

	test('stays held while somebody writes in the question, and in its copy', () => {
		const written = { ...ask('third', condition), help: { sv: 'Hjälp' } };
		const changed = run(away, edited(written), { kind: 'copy', key: 'third', newKey: 'own_1' }, back);
		expect(conditionOf(changed)).toEqual(condition);
		expect(conditionOf(changed, 'own_1')).toEqual(condition);
	});

	test('comes back also when its own question was taken away and put back', () => {
		const both = run(away, { kind: 'remove', key: 'third' }, { kind: 'restore', key: 'third' }, back);
		expect(both.content).toEqual(start);
	});
});

test('a condition without options asks everybody and is not spoken of', () => {
	const changed = run({ kind: 'insert', question: ask('own_1', { question: 'first', anyOf: [] }) });
	expect(conditionOf(changed, 'own_1')).toBeUndefined();
	expect(codes(changed)).toEqual([]);
});

test('two conditions that were set at once are a conflict, said in words', () => {
	const set = (next: Condition): DraftChange => ({
		...{ kind: 'question', key: 'second', base: ask('second'), next: ask('second', next) }
	});
	const { conflicts } = run(set(condition), set({ question: 'first', anyOf: ['no'] }));
	expect(conflicts).toEqual([
		{ at: 'questions.second.showIf', base: '', yours: 'first = no', theirs: 'first = yes, some' }
	]);
});

test('a draft from outside says which of its conditions cannot hold', () => {
	const questions = [ask('first', { question: 'third', anyOf: ['yes'] }), ask('third', condition)];
	const { content, notes } = mendConditions({ ...start, questions });
	expect(notes.map(({ at, code }) => `${at} ${code}`)).toEqual(['questions.first.showIf condition-dropped']);
	expect(content.heldConditions).toEqual({ first: { question: 'third', anyOf: ['yes'] } });
});
