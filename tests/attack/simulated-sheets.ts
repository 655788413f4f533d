import type { AnonymitySettings } from '#lib/dialogues/settings.ts';
import type { Answers, Question } from '#lib/questionnaire/question.ts';
import type { Random } from '#lib/server/random.ts';
import type { CoreSheet } from './core-dialogue.ts';

const options = (...keys: string[]) => keys.map((key) => ({ key, text: { sv: key } }));
const base = { version: 1, text: { sv: 'Fråga' } };

/** One question of each sort that matters here. */
export const questions: Question[] = [
	{ ...base, key: 'safe', kind: 'choice', options: options('yes', 'no', 'unsure') },
	{
		...base,
		key: 'why',
		kind: 'choice',
		options: options('dark', 'traffic', 'people'),
		showIf: { question: 'safe', anyOf: ['no'] }
	},
	{ ...base, key: 'places', kind: 'choices', max: 2, options: options('square', 'station', 'park') },
	{ ...base, key: 'wishes', kind: 'ranking', max: 3, options: options('light', 'police', 'youth', 'trees') },
	{ ...base, key: 'harmed', kind: 'choice', options: options('yes', 'no'), sensitive: true },
	{ ...base, key: 'words', kind: 'text', options: [] }
];

interface Leanings {
	/** How many answer as most do. */
	lean?: number;
	/** How many feel safe, when that differs. */
	safe?: number;
	/** How many leave a question out. */
	skips?: number;
}

/** A random one of the items. */
export const pick = <T>(items: readonly T[], random: Random): T =>
	items[random.integer(0, items.length - 1)] as T;

function drawn(keys: readonly string[], count: number, random: Random): string[] {
	const left = [...keys];
	return Array.from({ length: count }, () => left.splice(random.integer(0, left.length - 1), 1)[0] as string);
}

/** Answers of somebody who feels safe, and agrees with everybody else, with the given probabilities. */
export function answersOf({ lean = 0.55, safe = lean, skips = 0.05 }: Leanings, random: Random): Answers {
	const answers: Answers = {};
	const give = (key: string, value: () => string | string[], probability = 1 - skips) => {
		if (random.chance(probability)) answers[key] = value();
	};
	give('safe', () => (random.chance(safe) ? 'yes' : pick(['no', 'no', 'no', 'unsure'], random)));
	if (answers['safe'] === 'no')
		give('why', () => (random.chance(lean) ? 'dark' : pick(['traffic', 'people'], random)));
	give('places', () => (random.chance(lean) ? ['square'] : drawn(['square', 'station', 'park'], 2, random)));
	give('wishes', () =>
		random.chance(lean) ? ['light', 'trees'] : drawn(['light', 'police', 'youth', 'trees'], 3, random)
	);
	give('harmed', () => (random.chance(lean) ? 'no' : 'yes'));
	give('words', () => 'Ord', 1 - lean / 2);
	return answers;
}

/** A value for each dimension, by weight; one in twenty is not stated. */
export function backgroundOf(
	weights: Record<string, Record<string, number>>,
	random: Random
): Record<string, string> {
	const background: Record<string, string> = {};
	for (const [dimension, values] of Object.entries(weights)) {
		if (random.chance(0.05)) continue;
		let left = random.integer(
			1,
			Object.values(values).reduce((sum, weight) => sum + weight, 0)
		);
		for (const [value, weight] of Object.entries(values)) {
			if (left > 0 && left <= weight) background[dimension] = value;
			left -= weight;
		}
	}
	return background;
}

/** Who lives there and how they answer. */
export interface Setting extends Leanings {
	settings: AnonymitySettings;
	weights: Record<string, Record<string, number>>;
	/** Share of answers that come from a handful of shared networks. */
	shared?: number;
}

/** The sheets of so many people, in the order they come. */
export function sheets(count: number, setting: Setting, random: Random): CoreSheet[] {
	return Array.from({ length: count }, (_, index) => ({
		id: `person ${index}`,
		background: backgroundOf(setting.weights, random),
		answers: answersOf(setting, random),
		source: random.chance(setting.shared ?? 0) ? `network ${random.integer(1, 4)}` : `home ${index}`
	}));
}
