import { describe, expect, test } from 'vitest';
import { asked, codesOf, dontKnow, draft, many, saffle } from '#tests/support/faulty-drafts.ts';
import { definitionOf } from '../draft-content.ts';
import { findFaults } from './find-faults.ts';

describe('years', () => {
	const before = draft([asked({ kind: 'scale', options: [...many(5), dontKnow] })]);
	const earlier = [{ year: '2025', definition: definitionOf(before) }];

	test('cannot be compared when the scale has changed', () => {
		const now = draft([asked({ kind: 'scale', options: [...many(4), dontKnow] })]);
		expect(findFaults(now, { ...saffle, asked: earlier })).toMatchObject([
			{ code: 'scale-changed', severity: 'warn', values: { number: 1, year: '2025' } }
		]);
	});

	test('can when only words of the question have', () => {
		const now = draft([{ ...before.questions[0]!, text: { sv: 'Hur trygg är du?' } }]);
		expect(codesOf(now, { asked: earlier })).toEqual([]);
	});

	test('are held against the last time the question was asked', () => {
		const changed = draft([asked({ kind: 'scale', options: [...many(4), dontKnow] })]);
		const twice = [{ year: '2026', definition: definitionOf(changed) }, ...earlier];
		expect(codesOf(changed, { asked: twice })).toEqual([]);
	});
});
