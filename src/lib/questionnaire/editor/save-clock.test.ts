import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SaveClock } from './save-clock.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const start = () => {
	const saved: number[] = [];
	const began = Date.now();
	const clock = new SaveClock(() => saved.push(Date.now() - began));
	return { clock, saved };
};

test('saves within a second after the last stroke', () => {
	const { clock, saved } = start();
	clock.wrote();
	vi.advanceTimersByTime(1000);
	expect(saved).toEqual([700]);
});

test('saves at least every other second while somebody writes without a pause', () => {
	const { clock, saved } = start();
	for (let stroke = 0; stroke < 100; stroke++) {
		clock.wrote();
		vi.advanceTimersByTime(100);
	}
	vi.advanceTimersByTime(1000);
	const gaps = saved.map((at, index) => at - (saved[index - 1] ?? 0));
	expect(Math.max(...gaps)).toBeLessThanOrEqual(2100);
	expect(saved.at(-1)).toBeGreaterThan(9900);
});

test('tries again after a failure, each time after a longer while, and at once soon after it went well', () => {
	const { clock, saved } = start();
	for (const wait of [2000, 4000, 8000, 10_000, 10_000]) {
		clock.failed();
		vi.advanceTimersByTime(wait);
	}
	expect(saved).toEqual([2000, 6000, 14_000, 24_000, 34_000]);
	clock.succeeded();
	clock.failed();
	const before = saved.length;
	vi.advanceTimersByTime(2000);
	expect(saved).toHaveLength(before + 1);
});

test('saves nothing after it was stopped', () => {
	const { clock, saved } = start();
	clock.wrote();
	clock.stop();
	vi.advanceTimersByTime(10_000);
	expect(saved).toEqual([]);
});
