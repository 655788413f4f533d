import { describe, expect, it, test } from 'vitest';
import { createWindowCounter } from './rate-limit.ts';

const minute = 60_000;
const start = Date.UTC(2027, 2, 1);

function countedAfter(added: [after: number, times: number][], at: number): number {
	const counter = createWindowCounter({ windowMs: 2 * minute });
	for (const [after, times] of added)
		for (let time = 0; time < times; time++) counter.add('a', start + after);
	return counter.count('a', start + at);
}

describe('a window counter', () => {
	test.each<[string, [number, number][], number, number]>([
		['nothing', [], 0, 0],
		['what has just been added', [[0, 3]], 0, 3],
		['what is almost two minutes old', [[0, 3]], 2 * minute - 1, 3],
		['what is two minutes old, for a twelfth of the window more', [[9_999, 3]], 2 * minute + 9_998, 3],
		['nothing that is older', [[9_999, 3]], 2 * minute + 10_000, 0],
		[
			'only the younger part of two',
			[
				[0, 3],
				[minute, 4]
			],
			2 * minute + 10_000,
			4
		],
		['nothing after a long silence', [[0, 3]], 24 * 60 * minute, 0],
		[
			'also what a clock that was set back adds',
			[
				[minute, 3],
				[0, 4]
			],
			minute,
			7
		]
	])('counts %s', (_, added, at, expected) => {
		expect(countedAfter(added, at)).toBe(expected);
	});

	it('never counts less than a recount of the last two minutes', () => {
		const counter = createWindowCounter({ windowMs: 2 * minute });
		const times: number[] = [];
		for (let step = 0; step < 3_000; step++) {
			const now = start + step * 700 + (step % 7) * 90;
			if (step % 3 > 0) {
				counter.add('a', now);
				times.push(now);
			}
			const exact = times.filter((time) => time > now - 2 * minute).length;
			const generous = times.filter((time) => time > now - 2 * minute - 10_000).length;
			expect(counter.count('a', now)).toBeGreaterThanOrEqual(exact);
			expect(counter.count('a', now)).toBeLessThanOrEqual(generous);
		}
	});

	it('takes back what did not happen, also from an earlier part, and never below nothing', () => {
		const counter = createWindowCounter({ windowMs: 2 * minute });
		counter.add('a', start);
		counter.add('a', start + minute);
		counter.takeBack('a');
		expect(counter.count('a', start + minute)).toBe(1);
		for (let time = 0; time < 3; time++) counter.takeBack('a');
		counter.takeBack('unknown');
		expect(counter.count('a', start + minute)).toBe(0);
	});

	it('keeps keys apart', () => {
		const counter = createWindowCounter({ windowMs: minute });
		counter.add('a', start);
		expect([counter.count('a', start), counter.count('b', start)]).toEqual([1, 0]);
	});

	it('remembers so many keys and no more: first those without a count go, then the oldest', () => {
		const counter = createWindowCounter({ windowMs: minute, mostKeys: 3 });
		counter.add('old', start);
		for (const key of ['a', 'b', 'c']) counter.add(key, start + 2 * minute);
		expect(counter.size()).toBe(3);
		expect(counter.count('a', start + 2 * minute)).toBe(1);
		counter.add('d', start + 2 * minute);
		const left = ['a', 'b', 'c', 'd'].map((key) => counter.count(key, start + 2 * minute));
		expect(left).toEqual([0, 1, 1, 1]);
		for (let number = 0; number < 1_000; number++) counter.add(`${number}`, start + 2 * minute);
		expect(counter.size()).toBe(3);
	});
});
