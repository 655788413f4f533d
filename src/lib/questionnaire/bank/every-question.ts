import type { BackgroundQuestion, Option, Question } from '../question.ts';
import { ageQuestion, districtQuestion, genderQuestion, groupQuestion, targetGroups } from './background.ts';
import * as sets from './sets.ts';

/** Every question of the bank once, in the order of the long questionnaire; those about places when there are areas. */
export function everyQuestion(areas: readonly Option[]): Question[] {
	const all = [sets.full, sets.staff, sets.followUp].flatMap((set) => set({ areas }));
	const once = new Map(all.toReversed().map((question) => [question.key, question]));
	return [...new Set(all.map(({ key }) => key))].map((key) => structuredClone(once.get(key)!));
}

/** The background questions that can be added, one per dimension; districts when there are areas. */
export const everyBackground = (areas: readonly Option[]): BackgroundQuestion[] =>
	structuredClone([
		...(areas.length > 0 ? [districtQuestion(areas)] : []),
		ageQuestion,
		genderQuestion,
		groupQuestion(targetGroups)
	]);
