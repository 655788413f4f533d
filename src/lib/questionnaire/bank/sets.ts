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

const keysIn = (words: string): string[] => words.split(' ');
const phoneReasons = keysIn('dark view deserted people intoxicated traffic other');
const phoneMeasures = keysIn('visible_police lighting cleanup adults_out youth_activities traffic drugs');
const phoneWorries = keysIn('assault sexual_assault burglary vehicle_crime fraud threats traffic none');
const youthWorries = keysIn('assault sexual_assault robbery fraud threats traffic family none');
const phoneChannels = keysIn('municipal_web police_web social_media newspaper meeting posters school');

/** Lists of ours are asked with at most seven options everywhere, and alike, so that sets can be compared. */
const phoneImprove = (): Question => bank.withOptions(bank.improve, phoneMeasures);
const phoneWhy = (): Question => bank.withOptions(bank.unsafePlaceWhy, phoneReasons);

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
	...aboutPlaces(input, phoneWhy()),
	phoneImprove(),
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
	...aboutPlaces(input, phoneWhy()),
	...(input.areas.length > 0 ? [bank.safePlace(input.areas)] : []),
	bank.withOptions(bank.worry, phoneWorries),
	bank.avoid,
	bank.victim12,
	bank.reported,
	bank.notReportedWhy,
	bank.policeVisible,
	bank.policeCare,
	bank.municipalityCare,
	phoneImprove(),
	bank.contribute,
	bank.knowPledge,
	bank.influence,
	bank.withOptions(bank.infoChannel, phoneChannels),
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
	...aboutPlaces(input, phoneWhy()),
	bank.withOptions(bank.worry, youthWorries),
	bank.policeVisible,
	phoneImprove()
];

/** What those see who work with it. */
export const staff = (input: TemplateInput): Question[] => [
	...aboutProblems(input),
	...aboutPlaces(input),
	phoneImprove(),
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
