import { describe, expect, test } from 'vitest';
import { networkPrefix, sourceTag } from './source-tag.ts';

describe('the network prefix', () => {
	test.each([
		['192.0.2.17', '192.0.2.17'],
		['::ffff:192.0.2.17', '192.0.2.17'],
		['2001:db8:aa00:1200::1', '20010db8aa0012'],
		['2001:db8:aa00:12ff:1:2:3:4', '20010db8aa0012'],
		['2001:db8::1', '20010db8000000'],
		['fe80::1%eth0', 'fe800000000000']
	])('of %s', (address, expected) => expect(networkPrefix(address)).toBe(expected));
});

describe('a source tag', () => {
	const start = new Date('2040-01-01T00:00:00Z');
	const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

	test('is the same within a network and ten minutes', () => {
		const tag = sourceTag('2001:db8:aa00:1200::1', start);
		expect(sourceTag('2001:db8:aa00:12ff::9', later(9))).toBe(tag);
		expect(sourceTag('2001:db8:bb00::9', later(9))).not.toBe(tag);
	});

	test('is another one after ten minutes, and never holds the address', () => {
		const tag = sourceTag('192.0.2.17', later(100));
		expect(sourceTag('192.0.2.17', later(111))).not.toBe(tag);
		expect(tag).not.toContain('192');
	});
});
