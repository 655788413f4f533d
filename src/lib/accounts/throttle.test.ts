import { expect, test } from 'vitest';
import { createThrottle, type Limit } from './throttle.ts';

const limit: Limit = { key: 'a', free: 3, longest: 60_000 };

test('the first failures are free, then each doubles the wait up to the longest', () => {
	const throttle = createThrottle();
	let now = 0;
	const waits: number[] = [];
	for (let attempt = 0; attempt < 12; attempt++) {
		const wait = throttle.attempt([limit], now);
		waits.push(wait);
		now += wait;
		if (wait > 0) throttle.attempt([limit], now);
	}
	expect(waits).toEqual([0, 0, 0, 1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]);
});

test('a refused attempt does not make the wait longer', () => {
	const throttle = createThrottle();
	for (let attempt = 0; attempt < 3; attempt++) throttle.attempt([limit], 0);
	for (let attempt = 0; attempt < 100; attempt++) expect(throttle.attempt([limit], 500)).toBe(500);
	expect(throttle.attempt([limit], 1000)).toBe(0);
});

test('a right attempt is not counted, and takes its wait back', () => {
	const throttle = createThrottle();
	for (let attempt = 0; attempt < 50; attempt++) {
		expect(throttle.attempt([limit], 0)).toBe(0);
		throttle.succeeded([limit]);
	}
	expect(throttle.failures('a', 0)).toBe(0);
});

test('attempts at the same time cannot slip past', () => {
	const throttle = createThrottle();
	const allowed = Array.from({ length: 100 }, () => throttle.attempt([limit], 0)).filter(
		(wait) => wait === 0
	);
	expect(allowed).toHaveLength(3);
});

test('failures are forgotten after an hour without any', () => {
	const throttle = createThrottle();
	for (let attempt = 0; attempt < 3; attempt++) throttle.attempt([limit], 0);
	expect(throttle.failures('a', 60 * 60 * 1000 + 1)).toBe(0);
	expect(throttle.attempt([limit], 60 * 60 * 1000 + 1)).toBe(0);
});

test('keys do not touch each other, and memory is bounded', () => {
	const throttle = createThrottle();
	for (let number = 0; number < 60_000; number++) throttle.attempt([{ ...limit, key: `k${number}` }], 0);
	expect(throttle.failures('k59999', 0)).toBe(1);
	expect(throttle.failures('k0', 0)).toBe(0);
});
