import type { Option, Question } from '../question.ts';
import * as bank from './questions.ts';
import { problemsByKey, problemTaxonomy, usualProblems, usualYouthProblems } from './taxonomy.ts';

/** What a municipality gives to a template. */
export interface TemplateInput {
	/** The municipality's own areas; with none, questions about places are left out. */
	areas: readonly Option[];
	/** Keys of the problem taxonomy that may be chosen and ranked; six or seven fit a phone. */
	priorities?: readonly string[];
	/** Target groups; they take the place of gender, since three dimensions are the most. */
	groups?: readonly Option[];
	/** The pledges that a follow-up asks about. */
	pledges?: readonly bank.AskedPledge[];
}

const phoneReasons = ['dark', 'view', 'deserted', 'people', 'intoxicated', 'traffic', 'other'];
const phoneMeasures = [
	'visible_police',
	'lighting',
	'cleanup',
	'adults_out',
	'youth_activities',
	'traffic',
	'drugs'
];

const phoneImprove = (): Question => bank.withOptions(bank.improve, phoneMeasures);

const enabled = (input: TemplateInput, usual: readonly string[] = usualProblems): Option[] =>
	problemsByKey(input.priorities ?? usual);

function aboutPlaces({ areas }: TemplateInput, why?: Question): Question[] {
	if (areas.length === 0) return [];
	const where = bank.unsafePlace(areas);
	return why ? [where, bank.askedWhen(why, where, (area) => area.key !== 'none')] : [where];
}

/** Three questions for a kiosk; all of them are in the short set, asked in the same way. */
export const kiosk = (input: TemplateInput): Question[] => [
	bank.safeOverall,
	bank.problems(enabled(input)),
	phoneImprove()
];

/** Eight questions for a phone, with lists of at most seven options. */
export const short = (input: TemplateInput): Question[] => [
	bank.safeOverall,
	bank.safeEvening,
	bank.problems(enabled(input)),
	bank.priority(enabled(input)),
	...aboutPlaces(input, bank.withOptions(bank.unsafePlaceWhy, phoneReasons)),
	phoneImprove(),
	bank.free
];

/** Each problem's extent is asked of those who notice it, and the reason of those who notice any. */
function aboutProblems(input: TemplateInput): Question[] {
	const noticed = bank.allProblems(problemTaxonomy);
	return [
		noticed,
		...enabled(input).map((item) =>
			bank.askedWhen(bank.problemExtent(item), noticed, (option) => option.key === item.key)
		),
		bank.priority(enabled(input)),
		bank.askedWhen(bank.problemWhy, noticed, (option) => option.key !== 'none')
	];
}

/** Everything the bank asks residents. */
export const full = (input: TemplateInput): Question[] => [
	bank.safeOverall,
	bank.safeEvening,
	bank.safeTrend,
	bank.unsafeWhen,
	...aboutProblems(input),
	...aboutPlaces(input, bank.unsafePlaceWhy),
	...(input.areas.length > 0 ? [bank.safePlace(input.areas)] : []),
	bank.worry,
	bank.avoid,
	bank.victim12,
	bank.reported,
	bank.notReportedWhy,
	bank.policeVisible,
	bank.policeCare,
	bank.municipalityCare,
	bank.improve,
	bank.contribute,
	bank.knowPledge,
	bank.influence,
	bank.infoChannel,
	bank.housing,
	bank.free
];

/** Nothing about exposure to crime and no free words: many who answer are under 15. */
export const youth = (input: TemplateInput): Question[] => [
	bank.safeOverall,
	bank.safeEvening,
	bank.unsafeWhen,
	bank.problems(enabled(input, usualYouthProblems)),
	bank.priority(enabled(input, usualYouthProblems)),
	...aboutPlaces(input, bank.unsafePlaceWhy),
	bank.worry,
	bank.policeVisible,
	bank.improve
];

/** What those see who work with it. */
export const staff = (input: TemplateInput): Question[] => [
	...aboutProblems(input),
	...aboutPlaces(input),
	bank.improve,
	bank.staffSee,
	bank.staffHow,
	bank.free
];

/** Whether the pledges were kept and made a difference. */
export const followUp = (input: TemplateInput): Question[] => [
	bank.safeOverall,
	bank.safeTrend,
	bank.knowPledge,
	...(input.pledges ?? []).flatMap((pledge) => [bank.pledgeKept(pledge), bank.pledgeEffect(pledge)]),
	bank.policeCare,
	bank.municipalityCare,
	bank.influence
];
