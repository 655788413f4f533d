import { expect, test } from 'vitest';
import { readPeriod } from './period.ts';
import { readValue } from './read-value.ts';

test.each([
	['1 234,5', 1234.5],
	['2\u00a0537', 2537],
	['12\u202f345\u202f678', 12345678],
	['-3.5', -3.5],
	['−7', -7],
	['1.234,5', 1234.5],
	['1,234,567', 1234567],
	['0,1 %', 0.1],
	['.5', 0.5],
	['1e3', 1000],
	[17, 17]
])('%j is the number %d', (cell, value) => expect(readValue(cell)).toMatchObject({ value, missing: null }));

test.each([
	['..', 'not-available'],
	['-', 'nothing'],
	['–', 'nothing'],
	['.', 'not-applicable'],
	['x', 'suppressed'],
	['', 'empty'],
	[null, 'empty'],
	['NaN', 'not-available']
])('%j is no number, and says why: %s', (cell, missing) =>
	expect(readValue(cell)).toMatchObject({ value: null, missing })
);

test('what is preliminary is told, and kept apart from the number', () => {
	expect(readValue('1 234 prel.')).toEqual({ value: 1234, missing: null, preliminary: true });
	expect(readValue('.. (prel)')).toEqual({ value: null, missing: 'not-available', preliminary: true });
});

test.each([
	'tolv',
	'12 34',
	'1,2,3',
	'Infinity',
	'1e999',
	Number.NaN,
	Number.POSITIVE_INFINITY,
	'9'.repeat(400)
])('%s is not understood rather than guessed', (cell) => expect(readValue(cell)).toBeUndefined());

test.each([
	['2024', '2024'],
	[2024, '2024'],
	['2024M05', '2024-05'],
	['2024-05', '2024-05'],
	['2024K3', '2024-Q3'],
	['2024 kv 1', '2024-Q1'],
	['2017/2018', '2017/2018'],
	['2017/18', '2017/2018'],
	['2019–2021', '2019/2021'],
	['2022-12-31', '2022-12-31'],
	['maj 2024', '2024-05'],
	['2024W5', '2024-W05']
])('%s is the period %s', (cell, period) => expect(readPeriod(cell)).toEqual({ period, preliminary: false }));

test('a preliminary period is told, and a number that is no year is none', () => {
	expect(readPeriod('2025 prel.')).toEqual({ period: '2025', preliminary: true });
	for (const cell of ['1785', '20245', 'Säffle', '', null]) expect(readPeriod(cell)).toBeUndefined();
});
