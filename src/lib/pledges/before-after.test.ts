import { expect, test } from 'vitest';
import type { ResultQuestion } from '#lib/results/public-result.ts';
import { rowsOf } from './before-after.ts';

const question = (shares: Record<string, number | null>): ResultQuestion => ({
	...{ key: 'q', version: 1, kind: 'choice', text: 'Q', n: 20, skipped: 0, withheld: 0, base: 20 },
	options: Object.entries(shares).map(([key, share]) => ({
		...{ key, text: key, count: 1, share, rank: null, tied: false },
		...(key === 'dont_know' && { apart: true as const })
	}))
});

test('before and after stand side by side, with nothing made up for what was not asked or may not be shown', () =>
	expect(
		rowsOf(question({ a: 0.6, b: null, old: 0.1, dont_know: null }), question({ a: 0.4, b: 0.2, fresh: 0.3 }))
	).toEqual([
		{ key: 'a', text: 'a', before: 0.6, after: 0.4 },
		{ key: 'b', text: 'b', before: null, after: 0.2 },
		{ key: 'fresh', text: 'fresh', before: 'absent', after: 0.3 },
		{ key: 'old', text: 'old', before: 0.1, after: 'absent' }
	]));
