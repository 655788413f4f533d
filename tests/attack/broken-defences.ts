import { histogramOf, type Histogram } from '#lib/sealing/histogram.ts';
import type { QuestionRule } from '#lib/sealing/publish-rule.ts';
import type { Random } from '#lib/server/random.ts';
import { openCore, type CoreSheet } from './core-dialogue.ts';
import { countSmallDifferences, filterName, type Shown } from './differencing.ts';
import type { Observation } from './evidence.ts';
import { singleFilters } from './public-numbers.ts';
import { answeredKey } from './question-model.ts';
import type { Play } from './scenarios.ts';
import { answersIn, discloseCore, type Defence, type Disclosure } from './sealed-defence.ts';
import { questions } from './simulated-sheets.ts';

const ofPeople = (people: CoreSheet[], key: string): Histogram =>
	histogramOf(
		questions.find((question) => question.key === key)!,
		people.map(({ answers }) => answers[key])
	);

const fits = ({ background }: CoreSheet, filter: Record<string, readonly string[]>): boolean =>
	Object.entries(filter).every(([dimension, values]) => values.includes(background[dimension] ?? ''));

interface LiveOptions {
	/** Answers between two updates. */
	every: number;
	/** Fewer people than this are hidden. */
	hideBelow: number;
	/** Whether there is a filter at all. */
	filters: boolean;
}

/** Counts straight from the answers, as most tools do. */
function discloseLive(play: Play, { every, hideBelow, filters }: LiveOptions): Disclosure {
	const people = answersIn(play);
	const shownFilters = filters ? singleFilters(play.dimensions) : [{}];
	const observations: Observation[] = [];
	const states: Shown[] = [];
	for (let count = every; count < people.length + every; count += every) {
		const arrived = people.slice(0, count);
		const newest = people.slice(count - every, count);
		const state = new Map<string, number | null>();
		for (const filter of shownFilters) {
			const atoms = arrived.flatMap((person, index) => (fits(person, filter) ? [index] : []));
			state.set(filterName(filter), atoms.length < hideBelow ? null : atoms.length);
			if (atoms.length < hideBelow || !newest.some((person) => fits(person, filter))) continue;
			const inside = atoms.map((index) => people[index]!);
			for (const { key } of questions)
				observations.push({ question: key, atoms, histogram: ofPeople(inside, key) });
		}
		states.push(state);
	}
	return {
		evidence: { atoms: people.map((person) => [person]), observations },
		smallDifferences: countSmallDifferences(states, play.dimensions, play.settings.crowd),
		publishedShare: 1
	};
}

/** Both sources of evidence about the same people, told apart one by one. */
function together(play: Play, core: Disclosure, extra: Observation[]): Disclosure {
	const people = answersIn(play);
	const indexOf = new Map(people.map((person, index) => [person.id, index]));
	const ofBlock = core.evidence.atoms.map((sheets) => sheets.map(({ id }) => indexOf.get(id)!));
	const observations = core.evidence.observations.map((seen) => ({
		...seen,
		atoms: seen.atoms.flatMap((block) => ofBlock[block]!).sort((a, b) => a - b)
	}));
	return {
		...core,
		evidence: { atoms: people.map((person) => [person]), observations: [...observations, ...extra] }
	};
}

/** Rules that let everything through. */
const noRule = (): Map<string, QuestionRule> =>
	new Map(
		questions.map(({ key }) => [
			key,
			{ crowd: 0, insiders: -1, onlyAtClosing: false, unanimityShown: true, follows: null }
		])
	);

/** The rules without the tie between a question and the one that decides whether it is asked. */
function untiedRules(play: Play, random: Random): Map<string, QuestionRule> {
	const { rules } = openCore({ dimensions: [], questions, settings: play.settings }, random);
	return new Map([...rules].map(([key, rule]) => [key, { ...rule, follows: null }]));
}

/** How many of each question were answered, live and with what waits, beside sealed answers. */
function disclosePending(play: Play, random: Random): Disclosure {
	const live = discloseLive(play, { every: 1, hideBelow: 0, filters: true });
	const counts = live.evidence.observations.map((seen) => ({
		...seen,
		question: answeredKey(seen.question)
	}));
	const core = together(play, discloseCore(play, random), counts);
	return { ...core, smallDifferences: live.smallDifferences };
}

/** The rows behind the sealed numbers, once at the end, grouped as anybody groups an export. */
function discloseExport(play: Play, random: Random): Disclosure {
	const people = answersIn(play);
	const groups = Map.groupBy(people.keys(), (index) =>
		JSON.stringify(Object.entries(people[index]!.background).sort())
	);
	const rows = [...groups.values()].flatMap((atoms) =>
		questions.map(({ key }) => ({
			question: key,
			atoms,
			histogram: ofPeople(
				atoms.map((index) => people[index]!),
				key
			)
		}))
	);
	return together(play, discloseCore(play, random), rows);
}

/** What must not be done; the attack must find people in each, or it proves nothing. */
export const brokenDefences: Defence[] = [
	{ name: 'raw live', disclose: (play) => discloseLive(play, { every: 1, hideBelow: 0, filters: true }) },
	{
		name: 'hide below the crowd',
		disclose: (play) => discloseLive(play, { every: 1, hideBelow: play.settings.crowd, filters: true })
	},
	{
		name: 'batches of five',
		disclose: (play) => discloseLive(play, { every: 5, hideBelow: play.settings.crowd, filters: true })
	},
	{ name: 'no publish rule', disclose: (play, random) => discloseCore(play, random, { rules: noRule() }) },
	{ name: 'pending shown in n', disclose: disclosePending },
	{
		name: 'one event per answer',
		disclose: (play, random) =>
			together(
				play,
				discloseCore(play, random),
				discloseLive(play, { every: 1, hideBelow: 0, filters: false }).evidence.observations
			)
	},
	{ name: 'export of raw rows', disclose: discloseExport },
	{
		name: 'conditional questions untied',
		disclose: (play, random) => discloseCore(play, random, { rules: untiedRules(play, random) })
	},
	{
		name: 'sources not told apart',
		disclose: (play, random) => discloseCore(play, random, { knowsSources: false })
	}
];
