import { describe, expect, test } from 'vitest';
import { asked, codesOf, dontKnow, draft, many, saffle } from '#tests/support/faulty-drafts.ts';
import { applyChange } from '../apply-change.ts';
import { template } from '../bank/templates.ts';
import { contentOf } from '../draft-content.ts';
import { blocksIn, findFaults } from './find-faults.ts';

describe('places and their answers', () => {
	const split = (options: number) =>
		draft([asked()], {
			background: [{ key: 'district', text: { sv: 'Var bor du?' }, options: [...many(options), dontKnow] }]
		});

	test.each([
		[300, 2, true],
		[1000, 3, false],
		[1000, 4, true],
		[2400, 7, false],
		[2400, 8, true],
		[15_000, 45, false],
		[15_000, 46, true]
	])('with %d inhabitants %d options are too many: %s', (population, options, tooMany) => {
		expect(codesOf(split(options), { population }).includes('background-too-fine')).toBe(tooMany);
	});

	test('where nobody knows how many live there, nothing is too many', () => {
		expect(codesOf(split(100), { population: null })).toEqual([]);
	});

	test('a larger crowd needs fewer options', () => {
		expect(codesOf(split(45), { crowd: 11 })).toEqual(['background-too-fine']);
	});

	test('in a small municipality the age bands of the bank are merged two by two', () => {
		const content = contentOf(template('S8', { areas: [] }));
		const small = { ...saffle, population: 2400 };
		const finding = findFaults(content, small).find(({ at }) => at === 'background.age')!;
		const [merged, dropped] = finding.mends.flatMap((mend) =>
			mend.kind === 'change' ? [applyChange(content, mend.change).content] : []
		);
		const age = merged!.background.find(({ key }) => key === 'age')!;
		expect(age.options.map(({ key, text }) => `${key}: ${text.sv}, ${text.en}`)).toEqual([
			'under-16: Under 16 år, Under 16',
			'16-19: 16–19 år, 16–19',
			'20-29: 20–29 år, 20–29',
			'30-44: 30–44 år, 30–44',
			'45-64: 45–64 år, 45–64',
			'65-79: 65–79 år, 65–79',
			'80-plus: 80 år eller äldre, 80 or older',
			'rather_not_say: Vill inte svara, Rather not say'
		]);
		expect(dropped!.background.map(({ key }) => key)).toEqual(['gender']);
		expect(blocksIn(findFaults(merged!, small))).toEqual([]);
	});
});
