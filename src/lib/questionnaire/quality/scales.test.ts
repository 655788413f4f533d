import { describe, expect, test } from 'vitest';
import { areas, asked, codesOf, dontKnow, draft, many, saffle } from '#tests/support/faulty-drafts.ts';
import { template, templateNames } from '../bank/templates.ts';
import { contentOf, definitionOf } from '../draft-content.ts';
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

	test.each(templateNames)(
		'are never held against %s as the bank has it, whatever was asked before',
		(name) => {
			const input = (count: number) => ({ areas: areas.slice(0, count), pledges: areas.slice(0, 2) });
			const untouched = contentOf(template(name, input(4)));
			for (const other of templateNames) {
				const before = [{ year: '2025', definition: template(other, input(3)) }];
				expect(codesOf(untouched, { asked: before }), other).not.toContain('scale-changed');
			}
		}
	);

	test('cannot be compared with a list that was changed, or when a list of the bank has been', () => {
		const bank = template('S8', { areas });
		const fewer = template('S8', { areas, priorities: ['fraud', 'litter'] });
		const remarks = (now: typeof bank, definition: typeof bank) =>
			findFaults(contentOf(now), { ...saffle, asked: [{ year: '2025', definition }] })
				.filter(({ code }) => code === 'scale-changed')
				.map(({ question }) => question);
		expect(remarks(bank, fewer)).toEqual(['problems', 'priority']);
		expect(remarks(fewer, bank)).toEqual(['problems', 'priority']);
	});

	test('are held against the last time the question was asked', () => {
		const changed = draft([asked({ kind: 'scale', options: [...many(4), dontKnow] })]);
		const twice = [{ year: '2026', definition: definitionOf(changed) }, ...earlier];
		expect(codesOf(changed, { asked: twice })).toEqual([]);
	});
});
