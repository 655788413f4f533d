import type { DraftContent } from '../draft.ts';
import type { BackgroundQuestion } from '../question.ts';
import { mergeBands } from './age-bands.ts';
import { toPart, type Circumstances, type Finding, type Mend, type MendName } from './finding.ts';

/** How large a part of the inhabitants an open dialogue is answered by: small municipalities get 2–5 in a hundred. */
export const shareWhoAnswer = 0.03;

/** How many answers to count on in a place with so many inhabitants. */
export const expectedAnswers = (population: number): number => Math.round(population * shareWhoAnswer);

/** The options that answers are split by; "rather not say" is none. */
export const splittingOptions = ({ options }: BackgroundQuestion): number =>
	options.filter(({ apart }) => !apart).length;

/** How many options a background question may have if each is to get `crowd` answers, were they evenly spread. */
export const optionsThatFit = (population: number, crowd: number): number =>
	Math.floor(expectedAnswers(population) / crowd);

const change = (name: MendName, content: DraftContent, next: BackgroundQuestion[]): Mend => ({
	kind: 'change',
	name,
	change: { kind: 'background', base: content.background, next }
});

function mendsOf(content: DraftContent, question: BackgroundQuestion, fits: number): Mend[] {
	const replaced = (by: BackgroundQuestion[]) =>
		content.background.flatMap((one) => (one.key === question.key ? by : [one]));
	const merged = mergeBands(question, fits, content.languages);
	return [
		...(merged ? [change('merge-bands', content, replaced([merged]))] : []),
		toPart('background'),
		change('drop-background', content, replaced([]))
	];
}

/**
 * Background questions with so many options that an option cannot be expected to get a crowd: three in a hundred
 * inhabitants answer, spread evenly. Then nothing would ever be shown by it, and those who are alone with their answer
 * feel seen.
 */
export function backgroundFaults(content: DraftContent, { population, crowd }: Circumstances): Finding[] {
	if (population === null) return [];
	const fits = optionsThatFit(population, crowd);
	return content.background
		.filter((question) => splittingOptions(question) > fits)
		.map((question) => ({
			code: 'background-too-fine',
			severity: 'block',
			at: `background.${question.key}`,
			values: {
				dimension: question.key,
				options: splittingOptions(question),
				population,
				expected: expectedAnswers(population),
				crowd,
				fits
			},
			mends: mendsOf(content, question, fits)
		}));
}
