import { expect, test } from 'vitest';
import {
	isInside,
	labelDepth,
	labelOf,
	labelText,
	overlaps,
	parentLabel,
	parseLabel,
	rootLabel
} from './label.ts';

const dimensions = ['district', 'age'];

test('a label follows the order of the dimensions and has a star where nothing is stated', () => {
	expect(labelOf(dimensions, { age: 'young', district: 'north' })).toEqual(['north', 'young']);
	expect(labelOf(dimensions, { age: 'young' })).toEqual(['*', 'young']);
	expect(labelOf(dimensions, { district: undefined, gender: 'x' })).toEqual(['*', '*']);
	expect(labelOf([], { district: 'north' })).toEqual([]);
});

test('a label survives the database', () => {
	for (const label of [[], ['*'], ['north', '*', 'staff']])
		expect(parseLabel(labelText(label))).toEqual(label);
});

test('the parent loses the last value that is told apart, and the root has none', () => {
	expect(parentLabel(['north', 'young'])).toEqual(['north', '*']);
	expect(parentLabel(['*', 'young'])).toEqual(['*', '*']);
	expect(parentLabel(['north', '*'])).toEqual(['*', '*']);
	expect(parentLabel(['*', '*'])).toBeNull();
	expect(parentLabel([])).toBeNull();
	expect(labelDepth(['*', 'young'])).toBe(1);
	expect(labelDepth(rootLabel(2))).toBe(0);
});

test('everything is inside the empty filter', () => {
	expect(isInside(['*', '*'], dimensions, {})).toBe(true);
	expect(overlaps(['*', '*'], dimensions, {})).toBe(false);
});

test('a label is inside a filter when all filtered values are told apart and let through', () => {
	expect(isInside(['north', '*'], dimensions, { district: ['south', 'north'] })).toBe(true);
	expect(isInside(['south', '*'], dimensions, { district: ['north'] })).toBe(false);
	expect(isInside(['*', 'young'], dimensions, { district: ['north'] })).toBe(false);
	expect(isInside(['north', 'young'], dimensions, { district: ['north'], age: ['old'] })).toBe(false);
});

test('a label overlaps a filter when it fits as far as it is told apart', () => {
	expect(overlaps(['*', 'young'], dimensions, { district: ['north'] })).toBe(true);
	expect(overlaps(['*', 'young'], dimensions, { district: ['north'], age: ['young'] })).toBe(true);
	expect(overlaps(['*', 'young'], dimensions, { district: ['north'], age: ['old'] })).toBe(false);
	expect(overlaps(['north', 'young'], dimensions, { district: ['north'] })).toBe(false);
});

test('an unknown dimension and an empty list let nothing through', () => {
	for (const filter of [{ shoe: ['42'] }, { district: [] }]) {
		expect(isInside(['north', '*'], dimensions, filter)).toBe(false);
		expect(isInside(['*', '*'], dimensions, filter)).toBe(false);
		expect(overlaps(['*', '*'], dimensions, filter)).toBe(false);
	}
});
