import type { Place, PlaceKind } from '#lib/places/place.ts';
import type { PlaceSettings } from '#lib/places/settings.ts';
import type { DraftContent } from '#lib/questionnaire/draft.ts';
import { bandOf } from '#lib/questionnaire/quality/age-bands.ts';
import { expectedAnswers } from '#lib/questionnaire/quality/background.ts';
import { toTranslation, type Finding, type Mend } from '#lib/questionnaire/quality/finding.ts';
import { dayOf } from './period.ts';
import { languagesNotOffered, settingsOfPlan } from './plan-settings.ts';
import { suggestDates, type PlanDates } from './plan-suggestion.ts';
import type { DialoguePlan } from './plan.ts';

/** What is wrong with how a questionnaire is going to be asked. */
export const planCodes = [
	'place-cannot-ask',
	'no-dates',
	'no-closing',
	'no-results-date',
	'no-pledges-date',
	'opens-in-past',
	'closes-in-past',
	'closes-before-opening',
	'results-before-closing',
	'pledges-before-results',
	'no-channel',
	'sensitive-needs-strict',
	'small-needs-strict',
	'young-needs-strict',
	'sensitive-ongoing',
	'few-expected',
	'small-units',
	'language-not-offered'
] as const;

export type PlanCode = (typeof planCodes)[number];

/** One press that changes the plan, or the way to its field. */
export type PlanMend =
	| { kind: 'plan'; name: 'set-strict' | 'use-dates' | 'open-today'; plan: Partial<DialoguePlan> }
	| { kind: 'plan-link'; field: string };

export interface PlanFinding extends Omit<Finding, 'code' | 'mends'> {
	code: PlanCode;
	mends: (Mend | PlanMend)[];
}

/** What a plan is held against. */
export interface PlanCircumstances {
	content: DraftContent;
	place: Pick<Place, 'kind' | 'population'>;
	settings: PlaceSettings;
	now: Date;
}

/** Kinds of place that ask their residents. */
export const askingKinds: readonly PlaceKind[] = [
	'municipality',
	'local-police-area',
	'police-region',
	'district'
];

/** Places with fewer inhabitants show nothing before closing. */
export const smallPlace = 200;
const youngest = 29;

const block = (code: PlanCode, at: string, more: Partial<PlanFinding> = {}): PlanFinding => ({
	code,
	severity: 'block',
	at,
	values: {},
	mends: [{ kind: 'plan-link', field: at }],
	...more
});

const setStrict: PlanMend = { kind: 'plan', name: 'set-strict', plan: { anonymity: 'strict' } };

/** A date that is missing or out of order is mended by the dates that we suggest; their sentence says which. */
function useDates(at: keyof PlanDates, dates: PlanDates): Partial<PlanFinding> {
	const { opensOn, closesOn, resultsDueOn, pledgesDueOn } = dates;
	return {
		values: { opensOn, closesOn: closesOn ?? '', resultsDueOn, pledgesDueOn },
		mends: [
			{ kind: 'plan', name: 'use-dates', plan: dates },
			{ kind: 'plan-link', field: at }
		]
	};
}

function missingDates(plan: DialoguePlan, now: Date): PlanFinding[] {
	const suggested = suggestDates(now, plan);
	const missing: [PlanCode, keyof PlanDates][] = [
		['no-closing', 'closesOn'],
		['no-results-date', 'resultsDueOn'],
		['no-pledges-date', 'pledgesDueOn']
	];
	const found = missing.filter(([, field]) => plan[field] === '');
	if (found.length === missing.length)
		return [block('no-dates', 'closesOn', useDates('closesOn', suggested))];
	return found.map(([code, field]) => block(code, field, useDates(field, suggested)));
}

/** Days compare as text; those that are missing are told by themselves. */
function wrongOrder(plan: DialoguePlan, now: Date): PlanFinding[] {
	const today = dayOf(now);
	const { closesOn, resultsDueOn, pledgesDueOn } = plan;
	const first = plan.opensOn || today;
	const last = closesOn || first;
	const findings: PlanFinding[] = [];
	const openToday: PlanMend = { kind: 'plan', name: 'open-today', plan: { opensOn: '' } };
	if (plan.opensOn !== '' && plan.opensOn < today)
		findings.push(
			block('opens-in-past', 'opensOn', { mends: [openToday, { kind: 'plan-link', field: 'opensOn' }] })
		);
	const suggested = suggestDates(now, plan);
	const wrong = (code: PlanCode, at: keyof PlanDates) => block(code, at, useDates(at, suggested));
	if (closesOn && closesOn < today) findings.push(wrong('closes-in-past', 'closesOn'));
	else if (closesOn && closesOn < first) findings.push(wrong('closes-before-opening', 'closesOn'));
	if (resultsDueOn && resultsDueOn < last) findings.push(wrong('results-before-closing', 'resultsDueOn'));
	if (pledgesDueOn && pledgesDueOn < (resultsDueOn || last))
		findings.push(wrong('pledges-before-results', 'pledgesDueOn'));
	return findings;
}

const onlyYoung = ({ background }: DraftContent): boolean => {
	const ages = background.find(({ key }) => key === 'age')?.options.filter(({ apart }) => !apart) ?? [];
	const bands = ages.map(({ text }) => bandOf(text.sv.trim()));
	return bands.length > 0 && bands.every((band) => band?.to != null && band.to <= youngest);
};

function anonymity(plan: DialoguePlan, { content, place, settings }: PlanCircumstances): PlanFinding[] {
	const strict: Partial<PlanFinding> = { mends: [setStrict, { kind: 'plan-link', field: 'anonymity' }] };
	const warn: Partial<PlanFinding> = { ...strict, severity: 'warn' };
	const lax = plan.anonymity !== 'strict';
	const sensitive = content.questions.some((question) => question.sensitive);
	const inhabitants = plan.kind === 'citizen' ? place.population : null;
	const findings: PlanFinding[] = [];
	if (sensitive && lax) findings.push(block('sensitive-needs-strict', 'anonymity', strict));
	if (inhabitants !== null && inhabitants < smallPlace && lax)
		findings.push(
			block('small-needs-strict', 'anonymity', { ...warn, values: { inhabitants, small: smallPlace } })
		);
	if (onlyYoung(content) && lax) findings.push(block('young-needs-strict', 'anonymity', warn));
	if (sensitive && plan.closesOn === null)
		findings.push(block('sensitive-ongoing', 'closesOn', { severity: 'warn' }));
	const { crowd } = settingsOfPlan(plan, settings);
	if (inhabitants !== null && expectedAnswers(inhabitants) < crowd)
		findings.push(
			block('few-expected', 'population', {
				severity: 'warn',
				values: { inhabitants, expected: expectedAnswers(inhabitants), crowd },
				mends: [{ kind: 'plan-link', field: 'channels' }]
			})
		);
	return findings;
}

/** Units of a staff or partner dialogue with fewer people than this are merged with another. */
export const leastUnit = 10;

/** Only people know how many work in a unit: who opens the dialogue says that none is too small, or merges some. */
const units = ({ kind }: DialoguePlan, { content }: PlanCircumstances): PlanFinding[] => {
	const groups = content.background.find(({ key }) => key === 'group')?.options ?? [];
	if (kind === 'citizen' || groups.length === 0) return [];
	const values = { count: groups.length, crowd: leastUnit };
	const mends: PlanFinding['mends'] = [{ kind: 'plan-link', field: 'groups' }];
	return [block('small-units', 'groups', { severity: 'warn', values, mends })];
};

const languagesLeftOut = ({ content, settings }: PlanCircumstances): PlanFinding[] =>
	languagesNotOffered(content, settings).map((language) =>
		block('language-not-offered', `offered.${language}`, {
			severity: 'warn',
			values: { language },
			mends: [toTranslation(language)]
		})
	);

/**
 * What stops a planned dialogue from being opened, or what somebody should know before: dates that are missing, past or
 * in the wrong order, no channel, a sensitive question without the strict setting, languages that will not be offered.
 */
export function checkPlan(plan: DialoguePlan, circumstances: PlanCircumstances): PlanFinding[] {
	const { place, now } = circumstances;
	return [
		...(askingKinds.includes(place.kind) ? [] : [block('place-cannot-ask', 'place')]),
		...missingDates(plan, now),
		...wrongOrder(plan, now),
		...(plan.channels.length > 0 ? [] : [block('no-channel', 'channels')]),
		...anonymity(plan, circumstances),
		...units(plan, circumstances),
		...languagesLeftOut(circumstances)
	];
}
