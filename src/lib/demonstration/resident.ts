import type { Answers, QuestionKind } from '../questionnaire/question.ts';
import { seededRandom, type Random } from '../server/random.ts';

/** A questionnaire as a simulated resident meets it: the definition itself, or what the open interface tells. */
export interface Form {
	questions: AskedQuestion[];
	background: { key: string; options: readonly AskedOption[] }[];
}

export interface AskedQuestion {
	key: string;
	kind: QuestionKind;
	options: readonly AskedOption[];
	max?: number;
	showIf?: { question: string; anyOf: string[] };
}

interface AskedOption {
	key: string;
	exclusive?: boolean;
	apart?: boolean;
}

/** How much an option attracts, by question or dimension and option; 1 where nothing is said. */
export type Leanings = Record<string, Record<string, number>>;

export interface Reply {
	answers: Answers;
	background: Record<string, string>;
}

const skipProbability = 0.04;
const exclusiveProbability = 0.05;
const backgroundSkipProbability = 0.08;
const apartWeight = 0.15;

function pick(
	options: readonly AskedOption[],
	weightOf: (option: AskedOption) => number,
	random: Random
): string {
	const weights = options.map((option) => Math.round(weightOf(option) * 1000));
	let point = random.integer(
		1,
		Math.max(
			1,
			weights.reduce((sum, weight) => sum + weight, 0)
		)
	);
	const index = weights.findIndex((weight) => (point -= weight) <= 0);
	return options[Math.max(0, index)]!.key;
}

/** Different options, most attractive most often first. */
function pickSeveral(
	options: readonly AskedOption[],
	weightOf: (option: AskedOption) => number,
	random: Random
) {
	return (count: number): string[] => {
		const chosen: string[] = [];
		while (chosen.length < Math.min(count, options.length)) {
			const rest = options.filter(({ key }) => !chosen.includes(key));
			chosen.push(pick(rest, weightOf, random));
		}
		return chosen;
	};
}

function answerOne(
	question: AskedQuestion,
	leanings: Leanings,
	random: Random
): string | string[] | undefined {
	const weightOf = ({ key, apart }: AskedOption) =>
		leanings[question.key]?.[key] ?? (apart ? apartWeight : 1);
	if (question.kind === 'text' || question.options.length === 0) return undefined;
	if (question.kind !== 'choices' && question.kind !== 'ranking')
		return pick(question.options, weightOf, random);
	const alone = question.options.filter(({ exclusive, apart }) => exclusive || apart);
	if (alone.length > 0 && random.chance(exclusiveProbability)) return [pick(alone, weightOf, random)];
	const together = question.options.filter(({ exclusive, apart }) => !exclusive && !apart);
	return pickSeveral(together, weightOf, random)(random.integer(1, question.max ?? 3));
}

const isAsked = ({ showIf }: AskedQuestion, answers: Answers): boolean =>
	!showIf || [answers[showIf.question] ?? []].flat().some((key) => showIf.anyOf.includes(key));

function answerBackground(form: Form, leanings: Leanings, random: Random): Reply['background'] {
	const background: Record<string, string> = {};
	for (const { key, options } of form.background) {
		if (options.length === 0 || random.chance(backgroundSkipProbability)) continue;
		const weightOf = (option: AskedOption) => leanings[key]?.[option.key] ?? (option.apart ? 0 : 1);
		background[key] = pick(options, weightOf, random);
	}
	return background;
}

/**
 * One simulated resident's answers to a form. The same leanings and randomness give the same answers.
 * @param leaningsOf what somebody with this background leans to; asked with an empty one for the background itself.
 */
export function answerAsResident(
	form: Form,
	leaningsOf: (background: Reply['background']) => Leanings,
	random: Random
): Reply {
	const background = answerBackground(form, leaningsOf({}), random);
	const leanings = leaningsOf(background);
	const answers: Answers = {};
	for (const question of form.questions) {
		if (!isAsked(question, answers) || random.chance(skipProbability)) continue;
		const value = answerOne(question, leanings, random);
		if (value !== undefined) answers[question.key] = value;
	}
	return { answers, background };
}

/**
 * Leanings for a place: every option attracts a little differently, and so differently that a ranking shows.
 * @param random decides which; a scale leans to its middle and upper half.
 */
function randomLeanings(form: Form, random: Random): Leanings {
	const leanings: Leanings = {};
	for (const { key, kind, options } of form.questions) {
		const weights: Record<string, number> = {};
		const likely = options.filter(({ apart, exclusive }) => !apart && !exclusive);
		likely.forEach((option, index) => {
			const middle = (likely.length - 1) * 0.6;
			weights[option.key] =
				kind === 'scale'
					? 1 / (1 + (index - middle) ** 2)
					: 1 / (1 + random.integer(0, 2 * likely.length) / 2);
		});
		leanings[key] = weights;
	}
	return leanings;
}

/** Residents are most, politicians fewest. */
const groupSizes: Record<string, number> = {
	residents: 4,
	pensioners: 1.6,
	young_people: 1.3,
	business_owners: 1.2,
	municipal_staff: 1.2,
	politicians: 1
};

/** The residents of a place: the same leanings in every demonstration, others in every place and group. */
export function residentsOf(placeCode: string, form: Form): (random: Random) => Reply {
	const known = new Map<string, Leanings>();
	const leaningsOf = ({ group = '' }: Reply['background']): Leanings => {
		const leanings = known.get(group) ?? {
			...randomLeanings(form, seededRandom(`${placeCode} ${group}`)),
			group: groupSizes
		};
		known.set(group, leanings);
		return leanings;
	};
	return (random) => answerAsResident(form, leaningsOf, random);
}
