import { expect, test } from 'vitest';
import { definition, lighting } from '#tests/support/builders.ts';
import { contentOf } from '../draft-content.ts';
import { questionChange } from './form-changes.ts';
import { parseConflicts, parseSentChanges, withBase } from './sent-changes.ts';

const change = { kind: 'question', key: 'lighting', base: lighting, next: lighting };

test('changes of an editor are taken when each has the form of one', () => {
	expect(parseSentChanges(JSON.stringify({ changes: [change, { kind: 'remove', key: 'a' }] }))).toHaveLength(
		2
	);
	for (const text of [
		'',
		'{}',
		'[]',
		'null',
		'{"changes":[{}]}',
		'{"changes":[{"kind":"drop"}]}',
		JSON.stringify({ changes: [{ ...change, key: '__proto__' }] }),
		JSON.stringify({ changes: [change], more: 1 }),
		JSON.stringify({ changes: Array.from({ length: 501 }, () => change) })
	])
		expect(parseSentChanges(text), text.slice(0, 60)).toBeUndefined();
});

test('conflicts in a form are taken with the change that met them', () => {
	const conflict = { at: 'title.sv', base: 'a', yours: 'b', theirs: 'c', by: 'Anna Berg' };
	expect(parseConflicts(JSON.stringify([{ ...conflict, change }]))).toEqual([{ ...conflict, change }]);
	expect(parseConflicts(JSON.stringify([{ ...conflict, change: {} }]))).toEqual([]);
	expect(parseConflicts('nonsense')).toEqual([]);
});

test('what a form says was there before is held against its form', () => {
	const content = contentOf(definition);
	const form = new FormData();
	const make = (base: typeof lighting) =>
		questionChange({ form, command: 'save', content, newKey: () => 'own_1' }, base);
	expect(withBase(JSON.stringify(lighting), make)).toMatchObject({ kind: 'question', base: lighting });
	for (const base of ['', '[]', '7', '{}', '{"key":"lighting"}', '{"key":"lighting","options":7}'])
		expect(withBase(base, make), base).toBeUndefined();
});
