import { expect, test } from 'vitest';
import { formatMoment, formatTime } from './moment.ts';

test('a time of day is written as each language writes it, in Sweden', () => {
	const moment = new Date('2026-11-20T17:05:00Z');
	expect(formatTime(moment, 'sv')).toBe('18.05');
	expect(formatTime(moment, 'en')).toBe('18:05');
	expect(formatMoment(moment, 'sv')).toBe('20 november 2026 kl. 18.05');
	expect(formatMoment(moment, 'en')).toBe('20 November 2026 at 18:05');
});
