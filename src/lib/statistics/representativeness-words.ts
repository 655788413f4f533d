import { formatNumber } from '#lib/format/number.ts';
import { formatPercent } from '#lib/format/percent.ts';
import type { Language } from '#lib/i18n/languages.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Dimension } from '#lib/questionnaire/question.ts';
import type { RepresentedDimension, RepresentedGroup } from './representativeness.ts';

/** What the background questions are about. */
export const dimensionNames: Record<Dimension, () => string> = {
	age: m.statistics_who_age,
	gender: m.statistics_who_gender,
	district: m.statistics_who_district,
	group: m.statistics_who_group
};

/** The group's name: its ages, or its options. */
export function groupName({ ages, texts }: Pick<RepresentedGroup, 'ages' | 'texts'>): string {
	if (!ages) return texts.join(', ');
	if (ages.to === null) return m.statistics_who_over({ age: ages.from });
	return ages.from === 0
		? m.statistics_who_under({ age: ages.to + 1 })
		: m.statistics_who_between({ from: ages.from, to: ages.to });
}

/** Whether more or fewer have answered than live there. */
export const verdictWords: Record<NonNullable<RepresentedGroup['verdict']>, () => string> = {
	fewer: m.statistics_who_is_fewer,
	alike: m.statistics_who_is_alike,
	more: m.statistics_who_is_more
};

/** The groups that are missing, the most missing first. */
const missing = ({ groups }: RepresentedDimension): RepresentedGroup[] =>
	groups
		.filter(({ verdict }) => verdict === 'fewer')
		.sort((a, b) => a.share! / a.populationShare! - b.share! / b.populationShare!);

interface Words {
	placeName: string;
	language: Language;
}

/** "31 av 486 är under 25 år; i Säffle 27 %.", for each group that is missing. */
export const missingSentences = (dimension: RepresentedDimension, { placeName, language }: Words): string[] =>
	missing(dimension).map((group) =>
		m.statistics_who_fewer({
			...{ n: formatNumber(group.n!, language), told: formatNumber(dimension.told, language) },
			...{ group: groupName(group), place: placeName },
			share: formatPercent(group.populationShare!, language)
		})
	);

function adviceFor(key: Dimension, group: RepresentedGroup): string {
	const words = { group: groupName(group) };
	if (key === 'district') return m.statistics_who_todo_district(words);
	if (key !== 'age' || !group.ages) return m.statistics_who_todo_gender(words);
	const { from, to } = group.ages;
	if (to !== null && to < 20) return m.statistics_who_todo_young(words);
	if (to !== null && to < 30) return m.statistics_who_todo_twenties(words);
	return from >= 60 ? m.statistics_who_todo_old(words) : m.statistics_who_todo_middle(words);
}

/** What can be done about those who are missing, while the dialogue is open. */
export const adviceOf = (dimensions: readonly RepresentedDimension[]): string[] =>
	dimensions.flatMap((dimension) => missing(dimension).map((group) => adviceFor(dimension.key, group)));
