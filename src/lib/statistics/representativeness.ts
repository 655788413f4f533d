import type { PopulationBand } from '../places/server/read-population.ts';
import { bandOf } from '../questionnaire/quality/age-bands.ts';
import type { Dimension } from '../questionnaire/question.ts';

/** An answer option of a background question, with what is known about it. */
export interface AnsweredOption {
	key: string;
	text: string;
	/** Released sheets that carry it; null when they may not be told. */
	n: number | null;
	/** Inhabitants it stands for; null when they are not counted apart. */
	population: number | null;
	/** Ages of an age band, both inside; null for an open end and for other options. */
	ages: { from: number; to: number | null } | null;
}

/** Some options together: what can be shown and compared. */
export interface RepresentedGroup {
	keys: string[];
	texts: string[];
	ages: AnsweredOption['ages'];
	/** Released sheets, at least as many as the least block; null when they may not be told. */
	n: number | null;
	/** Of the sheets that the dimension tells apart, 0–1. */
	share: number | null;
	population: number | null;
	/** Of the inhabitants of all groups that are compared, 0–1. */
	populationShare: number | null;
	verdict: 'fewer' | 'alike' | 'more' | null;
}

/** One background question held against the population. */
export interface RepresentedDimension {
	key: Dimension;
	/** Released sheets that it tells apart, and those that it does not. */
	told: number;
	untold: number;
	/** At least two; none where too few are told apart to compare anything. */
	groups: RepresentedGroup[];
	/** The sheets that must be told apart before anything is compared. */
	floor: number;
	/** Some of the population is an estimate. */
	estimated: boolean;
}

/** Fewer answers than these say nothing of who is missing: thirty, and a tenth of all that are counted. */
export const floorOf = (counted: number): number => Math.max(30, Math.ceil(counted / 10));

/** Ages at which the population is counted apart. */
const counted = (age: number): boolean => age % 5 === 0 && age <= 75;

/** The ages that an option says: "Under 13 år" begins with 0. */
export function agesOf(text: string): AnsweredOption['ages'] {
	const band = bandOf(text.trim());
	return band ? { from: band.from ?? 0, to: band.to } : null;
}

/** Inhabitants of these ages; null when the counted bands do not begin and end there. */
export function populationOf(
	bands: readonly PopulationBand[],
	{ from, to }: { from: number; to: number | null }
): number | null {
	if (!counted(from) || (to !== null && !counted(to + 1))) return null;
	return bands
		.filter((band) => band.from >= from && (to === null || (band.to !== null && band.to <= to)))
		.reduce((sum, { population }) => sum + population, 0);
}

type Group = AnsweredOption[];

const sumOf = (group: Group, of: 'n' | 'population'): number | null => {
	const known = group.flatMap((option) => (option[of] === null ? [] : [option[of]]));
	return known.length === 0 || (of === 'population' && known.length < group.length)
		? null
		: known.reduce((sum, one) => sum + one, 0);
};

const spanOf = (group: Group): AnsweredOption['ages'] => {
	const [first, last] = [group[0]?.ages, group.at(-1)?.ages];
	return first && last ? { from: first.from, to: last.to } : null;
};

/** Neighbouring age bands joined until the population is counted at every border between them. */
function alongAges(options: readonly AnsweredOption[]): Group[] {
	const groups: Group[] = [];
	for (const option of options) {
		const last = groups.at(-1);
		if (last && option.ages && !counted(option.ages.from)) last.push(option);
		else groups.push([option]);
	}
	return groups;
}

const isSmall = (group: Group, crowd: number): boolean => (sumOf(group, 'n') ?? 0) < crowd;

/** Joins groups of fewer than `crowd` sheets: with the smaller neighbour where there is an order, else with each other. */
function joinSmall(
	groups: readonly Group[],
	{ crowd, ordered }: { crowd: number; ordered: boolean }
): Group[] {
	const joined = [...groups];
	for (;;) {
		const at = joined.findIndex((group) => isSmall(group, crowd));
		if (at < 0 || joined.length < 2) return joined;
		const sizes = joined.map((group, index) => ({ index, n: sumOf(group, 'n') ?? 0 }));
		const near = sizes.filter(({ index }) => (ordered ? Math.abs(index - at) === 1 : index !== at));
		const other = near.reduce((least, one) => (one.n < least.n ? one : least)).index;
		const [first, second] = [Math.min(at, other), Math.max(at, other)];
		const together = [...joined[first]!, ...joined[second]!];
		joined.splice(second, 1);
		joined.splice(first, 1, together);
	}
}

/** Fewer or more than three quarters and five quarters of what the population would give, by at least three percent. */
function verdictOf(share: number | null, expected: number | null): RepresentedGroup['verdict'] {
	if (share === null || expected === null || expected === 0) return null;
	if (Math.abs(share - expected) < 0.03) return 'alike';
	if (share < expected * 0.75) return 'fewer';
	return share > expected * 1.25 ? 'more' : 'alike';
}

interface Comparing {
	/** Least sheets of a group that is shown. */
	crowd: number;
	/** Least sheets of all groups together; under it nothing is compared. */
	floor: number;
	/** Age bands are joined with their neighbours only. */
	bands?: readonly PopulationBand[];
}

/**
 * Options as groups that can be shown and held against the population. Groups under the least number are merged, never
 * guessed; where the population is not counted apart nothing is compared. No groups are better than few answers or one
 * group that is everybody.
 */
export function compareGroups(
	options: readonly AnsweredOption[],
	{ crowd, floor, bands }: Comparing
): RepresentedGroup[] {
	// Nobody may be told of, and nobody is counted: there is nothing to show, and nothing to merge.
	const known = options.filter(({ n, population }) => bands || n !== null || population !== null);
	const begun = bands ? alongAges(known) : known.map((option) => [option]);
	const groups = joinSmall(begun, { crowd, ordered: bands !== undefined });
	const measured = groups.map((group) => {
		const ages = spanOf(group);
		const population = bands && ages ? populationOf(bands, ages) : sumOf(group, 'population');
		const n = sumOf(group, 'n');
		return { group, ages, population, n: n !== null && n >= crowd ? n : null };
	});
	const told = measured.reduce((sum, { n }) => sum + (n ?? 0), 0);
	if (groups.length < 2 || told < floor) return [];
	const compared = measured.filter(({ population }) => population !== null);
	const inhabitants = compared.reduce((sum, { population }) => sum + population!, 0);
	const answered = compared.reduce((sum, { n }) => sum + (n ?? 0), 0);
	return measured.map(({ group, ages, population, n }) => {
		const share = n === null || told === 0 ? null : n / told;
		const expected =
			population === null || inhabitants === 0 || compared.length < 2 ? null : population / inhabitants;
		const among = n === null || answered === 0 ? null : n / answered;
		return {
			...{
				keys: group.map(({ key }) => key),
				texts: group.map(({ text }) => text),
				ages,
				n,
				share,
				population
			},
			...{ populationShare: expected, verdict: verdictOf(among, expected) }
		};
	});
}

/** Sheets by channel, in parts that are large enough to be shown; null when no such parts can be made. */
export function channelParts(
	counts: readonly { channel: string; sheets: number }[],
	crowd: number
): { channels: string[]; sheets: number }[] | null {
	const parts = counts
		.filter(({ sheets }) => sheets > 0)
		.sort((a, b) => a.sheets - b.sheets)
		.map(({ channel, sheets }) => ({ channels: [channel], sheets }));
	while (parts.length > 1 && parts[0]!.sheets < crowd) {
		const [least, next, ...rest] = parts as [(typeof parts)[0], (typeof parts)[0], ...typeof parts];
		const together = { channels: [...least.channels, ...next.channels], sheets: least.sheets + next.sheets };
		parts.splice(0, parts.length, ...[together, ...rest].sort((a, b) => a.sheets - b.sheets));
	}
	return parts[0] && parts[0].sheets >= crowd ? parts.reverse() : null;
}
