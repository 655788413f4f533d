/** What is always said about some kinds of numbers; the words are in statistics-words.ts. */
export const methodNotes = [
	'reported-crimes',
	'preliminary',
	'may-be-revised',
	'survey',
	'two-years',
	'persons-not-added',
	'small-population'
] as const;

export type MethodNote = (typeof methodNotes)[number];

interface Measured {
	title: string;
	source: string;
	unit: string;
	/** The source gives confidence limits. */
	limits: boolean;
	preliminary: boolean;
	/** A period spans two years. */
	spans: boolean;
}

const crimes = /brott|stöld|tillgrepp|skadegörelse|narkotika|rån\b|våld|misshandel|inbrott|anmäld/i;
const persons = /lagförd|misstänkt|utsatt|person/i;

/** The notes that a series carries, whoever imported it. */
export function methodNotesOf(measured: Measured): MethodNote[] {
	const { title, source, unit, limits } = measured;
	const isSurvey = limits || /NTU|undersökning|oro\b|otrygg|förtroende/i.test(title);
	const isCrime = !isSurvey && crimes.test(title);
	const notes: [MethodNote, boolean][] = [
		['reported-crimes', isCrime],
		['preliminary', measured.preliminary],
		['may-be-revised', isCrime || /scb|brå/i.test(source)],
		['survey', isSurvey],
		['two-years', isSurvey && measured.spans],
		['persons-not-added', persons.test(title)],
		['small-population', /^per 1/.test(unit)]
	];
	return notes.filter(([, holds]) => holds).map(([note]) => note);
}

/** Counts below this swing by chance alone. */
export const smallCount = 20;

/**
 * How many cases a number rests on, where that can be told: itself for a count, worked out for a number per inhabitant.
 * Null for shares and everything else.
 */
export function casesBehind(value: number | null, unit: string, population: number | null): number | null {
	if (value === null) return null;
	if (/^(antal|count|number)/i.test(unit)) return value;
	const per = /^per (100 000|1 000)/.exec(unit)?.[1];
	return per && population !== null ? (value * population) / Number(per.replace(' ', '')) : null;
}

/** Whether a number rests on so few cases that a year's difference says little. */
export const isSmall = (value: number | null, unit: string, population: number | null): boolean => {
	const cases = casesBehind(value, unit, population);
	return cases !== null && cases < smallCount;
};
