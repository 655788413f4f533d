import type { Option, Question } from '../question.ts';
import * as bank from './questions.ts';
import { problemsByKey, usualProblems, usualYouthProblems } from './taxonomy.ts';

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

/** What of the longer lists is asked: seven fit a phone, and every set asks the same, so that answers can be compared. */
const reasons = ['dark', 'view', 'deserted', 'people', 'intoxicated', 'traffic', 'other'];
const measures = [
	'visible_police',
	'lighting',
	'cleanup',
	'adults_out',
	'youth_activities',
	'traffic',
	'drugs'
];
const worries = ['assault', 'sexual_assault', 'robbery', 'burglary', 'fraud', 'threats', 'family'];
const channels = [
	'municipal_web',
	'police_web',
	'social_media',
	'newspaper',
	'meeting',
	'posters',
	'message'
];

const unsafePlaceWhy = bank.withOptions(bank.unsafePlaceWhy, reasons);
const improve = bank.withOptions(bank.improve, measures);
const worry = bank.withOptions(bank.worry, worries);
const infoChannel = bank.withOptions(bank.infoChannel, channels);

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
	improve
];

/** Eight questions for a phone. */
export const short = (input: TemplateInput): Question[] => [
	bank.safeOverall,
	bank.safeEvening,
	bank.problems(enabled(input)),
	bank.priority(enabled(input)),
	...aboutPlaces(input, unsafePlaceWhy),
	improve,
	bank.free
];

/** Each problem's extent is asked of those who notice it, and the reason of those who notice any. */
function aboutProblems(input: TemplateInput): Question[] {
	const noticed = bank.problems(enabled(input));
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
	...aboutPlaces(input, unsafePlaceWhy),
	...(input.areas.length > 0 ? [bank.safePlace(input.areas)] : []),
	worry,
	bank.avoid,
	bank.victim12,
	bank.reported,
	bank.notReportedWhy,
	bank.policeVisible,
	bank.policeCare,
	bank.municipalityCare,
	improve,
	bank.contribute,
	bank.knowPledge,
	bank.influence,
	infoChannel,
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
	...aboutPlaces(input, unsafePlaceWhy),
	worry,
	bank.policeVisible,
	improve
];

/** What those see who work with it. */
export const staff = (input: TemplateInput): Question[] => [
	...aboutProblems(input),
	...aboutPlaces(input),
	improve,
	bank.staffSee,
	bank.staffHow,
	bank.free
];

/** Staff before activities are chosen: how. */
export const staffHow = (): Question[] => [improve, bank.staffHow, bank.free];

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
