import { expect, test } from 'vitest';
import { isNegative, scaleColour } from './scale-colours.ts';

const colours = (steps: number) => Array.from({ length: steps }, (_, step) => scaleColour(step, { steps }));

test('five steps have the five colours, four leave out the middle', () => {
	expect(colours(5)).toEqual([1, 2, 3, 4, 5].map((tone) => `var(--scale-${tone})`));
	expect(colours(4)).toEqual([1, 2, 4, 5].map((tone) => `var(--scale-${tone})`));
});

test('any number of steps has as many colours, from the worst to the best', () => {
	for (const steps of [2, 3, 6, 7, 9, 11]) {
		expect(new Set(colours(steps)).size).toBe(steps);
		expect(colours(steps).at(0)).toBe('var(--scale-1)');
		expect(colours(steps).at(-1)).toBe('var(--scale-5)');
	}
	expect(scaleColour(1, { steps: 6 })).toBe('color-mix(in oklab, var(--scale-1) 50%, var(--scale-2))');
});

test('the worse half is negative; the middle is not', () => {
	expect([0, 1, 2, 3].map((step) => isNegative(step, { steps: 4 }))).toEqual([true, true, false, false]);
	expect([0, 1, 2, 3, 4].map((step) => isNegative(step, { steps: 5 }))).toEqual([
		true,
		true,
		false,
		false,
		false
	]);
});

test('a scale with three bad steps of five has no middle: all three are negative, the two good ones are not', () => {
	const scale = { steps: 5, bad: 3 };
	expect([0, 1, 2, 3, 4].map((step) => isNegative(step, scale))).toEqual([true, true, true, false, false]);
	expect(scaleColour(2, scale)).toBe('var(--scale-2)');
	expect(scaleColour(3, scale)).toBe('var(--scale-4)');
	expect(new Set([0, 1, 2, 3, 4].map((step) => scaleColour(step, scale))).size).toBe(5);
});
