import { describe, expect, test } from 'vitest';
import { ageQuestion, districtQuestion, genderQuestion, groupQuestion } from './bank/background.ts';
import { option } from './bank/notation.ts';
import { chosenGroups, groupsToChoose, withGroups } from './target-groups.ts';

const district = districtQuestion([option('a', ['A', 'A'])]);
const own = option('farmers', ['Lantbrukare', 'Farmers']);
const withOwn = [ageQuestion, groupQuestion([own, option('residents', ['Boende', 'Resident'])])];
const keys = (background: ReturnType<typeof withGroups>) => background.map(({ key }) => key);

describe('target groups', () => {
	test('take the place of gender when three questions are asked already', () => {
		const asked = withGroups([district, ageQuestion, genderQuestion], ['residents', 'young_people']);
		expect(keys(asked)).toEqual(['district', 'age', 'group']);
		expect(chosenGroups(asked)).toEqual(['residents', 'young_people']);
	});

	test('come last when there is room', () =>
		expect(keys(withGroups([ageQuestion], ['residents', 'pensioners']))).toEqual(['age', 'group']));

	test('stay in their place when they are changed', () => {
		const asked = withGroups([withOwn[1]!, ageQuestion], ['farmers', 'pensioners']);
		expect(keys(asked)).toEqual(['group', 'age']);
		expect(chosenGroups(asked)).toEqual(['farmers', 'pensioners']);
	});

	test('are not asked about when none is chosen', () =>
		expect(keys(withGroups(withOwn, []))).toEqual(['age']));

	test('to choose from are the draft’s own first, then those of the bank', () => {
		expect(groupsToChoose(withOwn).map(({ key }) => key)).toEqual([
			'farmers',
			'residents',
			'business_owners',
			'municipal_staff',
			'politicians',
			'young_people',
			'pensioners'
		]);
	});
});
