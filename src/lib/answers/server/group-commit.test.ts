import { describe, expect, test } from 'vitest';
import { groupCommit } from './group-commit.ts';

const tick = () => new Promise((resolve) => setImmediate(resolve));

describe('group commit', () => {
	test('items that arrive while a commit is under way share the next one', async () => {
		const groups: number[][] = [];
		const add = groupCommit(async (items: number[]) => {
			groups.push(items);
			await tick();
			return items.map((item) => item * 2);
		});
		const first = add(1);
		await tick();
		const rest = Promise.all([add(2), add(3), add(4)]);
		expect(await first).toBe(2);
		expect(await rest).toEqual([4, 6, 8]);
		expect(groups).toEqual([[1], [2, 3, 4]]);
	});

	test('a failed commit fails its own items only', async () => {
		const add = groupCommit(async (items: string[]) => {
			if (items.includes('bad')) throw new Error('disk full');
			return items;
		});
		const bad = add('bad');
		await expect(bad).rejects.toThrow('disk full');
		await expect(add('good')).resolves.toBe('good');
	});

	test('no group is larger than asked for', async () => {
		const sizes: number[] = [];
		const add = groupCommit(async (items: number[]) => {
			sizes.push(items.length);
			return items;
		}, 3);
		await Promise.all([1, 2, 3, 4, 5, 6, 7].map(add));
		expect(Math.max(...sizes)).toBe(3);
		expect(sizes.reduce((sum, size) => sum + size)).toBe(7);
	});
});
