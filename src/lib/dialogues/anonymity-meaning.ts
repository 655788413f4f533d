import { expectedAnswers, splittingOptions } from '#lib/questionnaire/quality/background.ts';
import type { DraftContent } from '#lib/questionnaire/draft.ts';
import type { Dimension } from '#lib/questionnaire/question.ts';
import { sensitiveRule, type AnonymitySettings } from './settings.ts';

/** What answers can be split by, and how many to expect of each option were they evenly spread. */
export interface SplitMeaning {
	dimension: Dimension;
	options: number;
	/** Null where nobody knows how many will answer. */
	each: number | null;
	/** A crowd can be expected for each option. */
	reached: boolean | null;
}

/** What is shown when so many have answered, evenly spread. */
export interface ExampleRow {
	answers: number;
	/** All answers together: never, first when the dialogue closes, or while answers come in. */
	together: 'never' | 'at-closing' | 'running';
	/** By what they are also split. */
	by: Dimension[];
	/** This many are what we count on. */
	expected: boolean;
}

/** What a dialogue's anonymity means in its place: when what is shown. */
export interface AnonymityMeaning {
	crowd: number;
	insiders: number;
	/** Inhabitants and answers to count on; null where unknown or where others are asked. */
	population: number | null;
	expected: number | null;
	/** The first numbers come when so many have answered, drawn in secret; null: when the dialogue closes. */
	first: { from: number; to: number } | null;
	splits: SplitMeaning[];
	/** The crowd of a sensitive question; null where there is none. */
	sensitive: number | null;
	examples: ExampleRow[];
}

interface Asked {
	content: Pick<DraftContent, 'questions' | 'background'>;
	population: number | null;
	settings: AnonymitySettings;
}

function examplesOf({ settings, content }: Asked, expected: number | null): ExampleRow[] {
	const { crowd, freshness } = settings;
	const sizes = content.background.map((question) => splittingOptions(question) * crowd);
	const counts = [crowd - 1, crowd, 3 * crowd, ...sizes, ...(expected === null ? [] : [expected])];
	return [...new Set(counts)]
		.sort((a, b) => a - b)
		.map((answers) => {
			const together =
				answers < crowd ? 'never' : freshness !== null && answers >= 3 * crowd ? 'running' : 'at-closing';
			const by = content.background
				.filter((question) => answers >= splittingOptions(question) * crowd)
				.map(({ key }) => key);
			return { answers, together, by, expected: answers === expected };
		});
}

/**
 * What the settings mean for a draft in a place with so many inhabitants. The first release takes a secret number of
 * answers between two and three crowds (see sealing); strict settings leave nearly everything to the closing.
 */
export function anonymityMeaning(asked: Asked): AnonymityMeaning {
	const { content, population, settings } = asked;
	const { crowd, insiders, freshness } = settings;
	const expected = population === null ? null : expectedAnswers(population);
	const sensitive = content.questions.some((question) => question.sensitive);
	return {
		crowd,
		insiders,
		population,
		expected,
		first: freshness === null ? null : { from: 2 * crowd, to: 3 * crowd },
		splits: content.background.map((question) => {
			const options = splittingOptions(question);
			const each = expected === null ? null : Math.floor(expected / options);
			return { dimension: question.key, options, each, reached: each === null ? null : each >= crowd };
		}),
		sensitive: sensitive ? Math.max(crowd, sensitiveRule.crowd) : null,
		examples: examplesOf(asked, expected)
	};
}
