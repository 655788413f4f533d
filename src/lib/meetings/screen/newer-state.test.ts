import { expect, test } from 'vitest';
import { screenStates } from '#tests/support/screen-states.ts';
import { isNewer } from './newer-state.ts';

const { growing } = screenStates(0);
const at = (revision: number, seq: number) => ({
	...growing!,
	revision,
	results: growing!.results.map((result) => ({ ...result, seq }))
});

test('a later command wins, and among equal ones the later release', () => {
	expect(isNewer(at(8, 1), at(7, 9))).toBe(true);
	expect(isNewer(at(6, 9), at(7, 1))).toBe(false);
	expect(isNewer(at(7, 2), at(7, 3))).toBe(false);
	expect(isNewer(at(7, 3), at(7, 3))).toBe(true);
	expect(isNewer({ ...at(7, 3), results: [] }, at(7, 3))).toBe(true);
});
