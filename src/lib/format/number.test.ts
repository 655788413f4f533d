import { describe, expect, test } from 'vitest';
import { formatDecimal, formatNumber } from './number.ts';

describe('a number', () => {
	test.each([
		[0, '0', '0'],
		[-0.2, '0', '0'],
		[7, '7', '7'],
		[1234, '1\u00a0234', '1,234'],
		[10551707, '10\u00a0551\u00a0707', '10,551,707'],
		[1234.5, '1\u00a0235', '1,235'],
		[-12, '\u221212', '-12']
	])('%d is "%s" in Swedish and "%s" in English', (value, sv, en) => {
		expect(formatNumber(value, 'sv')).toBe(sv);
		expect(formatNumber(value, 'en')).toBe(en);
	});

	test.each([
		[3.25, '3,25', '3.25'],
		[1234.5, '1\u00a0234,5', '1,234.5'],
		[2, '2', '2'],
		[0.1, '0,1', '0.1']
	])('%d keeps its decimals as "%s" and "%s"', (value, sv, en) => {
		expect(formatDecimal(value, 'sv')).toBe(sv);
		expect(formatDecimal(value, 'en')).toBe(en);
	});
});
