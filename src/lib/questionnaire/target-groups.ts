import { groupQuestion, targetGroups } from './bank/background.ts';
import type { BackgroundQuestion, Option } from './question.ts';

const mostDimensions = 3;

/** The groups that a draft can invite: its own, and those of the bank that it does not have. */
export function groupsToChoose(background: readonly BackgroundQuestion[]): Option[] {
	const own = background.find(({ key }) => key === 'group')?.options ?? [];
	return [...own, ...targetGroups.filter(({ key }) => !own.some((option) => option.key === key))];
}

/** The keys of the groups that a draft asks people to choose between. */
export const chosenGroups = (background: readonly BackgroundQuestion[]): string[] =>
	(background.find(({ key }) => key === 'group')?.options ?? []).map(({ key }) => key);

/**
 * The background with these groups to choose between; without the question when there are none. Where it is new and
 * three others are asked already, it takes the place of gender, else of the last: answers are split by three at most.
 */
export function withGroups(
	background: readonly BackgroundQuestion[],
	keys: readonly string[]
): BackgroundQuestion[] {
	const others = background.filter(({ key }) => key !== 'group');
	if (keys.length === 0) return others;
	const options = groupsToChoose(background).filter(({ key }) => keys.includes(key));
	const asked = background.find(({ key }) => key === 'group');
	if (asked) return background.map((one) => (one === asked ? { ...asked, options } : one));
	const kept =
		others.length < mostDimensions
			? others
			: others.some(({ key }) => key === 'gender')
				? others.filter(({ key }) => key !== 'gender')
				: others.slice(0, mostDimensions - 1);
	return [...kept, groupQuestion(options)];
}
