import { describe, expect, test } from 'vitest';
import { formatPercent, wholePercent } from './percent.ts';

describe('a share', () => {
	test.each([
		[0, '0\u00a0%', '0%'],
		[0.001, '<1\u00a0%', '<1%'],
		[0.005, '1\u00a0%', '1%'],
		[0.285, '29\u00a0%', '29%'],
		[0.6, '60\u00a0%', '60%'],
		[2 / 3, '67\u00a0%', '67%'],
		[0.994, '99\u00a0%', '99%'],
		[0.995, '>99\u00a0%', '>99%'],
		[9999 / 10000, '>99\u00a0%', '>99%'],
		[1, '100\u00a0%', '100%']
	])('of %d is "%s" in Swedish and "%s" in English', (share, sv, en) => {
		expect(formatPercent(share, 'sv')).toBe(sv);
		expect(formatPercent(share, 'en')).toBe(en);
	});

	test('is 0 or 100 percent only when it is none or all', () => {
		for (let count = 0; count <= 1000; count++) {
			const percent = wholePercent(count / 1000);
			expect(percent === 0).toBe(count === 0);
			expect(percent === 100).toBe(count === 1000);
		}
	});
});
