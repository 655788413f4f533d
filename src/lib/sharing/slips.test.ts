import { expect, test } from 'vitest';
import { mostSlips, readSlipCount } from './slips.ts';

test.each([
	['1', 1],
	[' 30 ', 30],
	['007', 7],
	[String(mostSlips), mostSlips]
])('"%s" is %i slips', (written, count) => {
	expect(readSlipCount(written)).toBe(count);
});

test.each(['', '0', '-1', '1.5', '1e2', '501', '99999', 'tio', null, undefined, 5])(
	'%o is no number of slips',
	(written) => {
		expect(readSlipCount(written)).toBeUndefined();
	}
);
