import type { KnownPlace } from './area-match.ts';
import type { ImportSettings } from './import-settings.ts';
import type { ImportPlan, PlannedSeries } from './plan-import.ts';
import type { Missing } from './read-value.ts';
import type { Changes } from './revisions.ts';
import type { Area, RowProblem, StatisticsFormat, StatisticsTable } from './table.ts';

/** So many of each are shown; the rest are counted. */
const most = { series: 200, unmatched: 60, revisions: 60, rows: 8 };

/** A series of a file in the preview. */
export interface PreviewSeries {
	head: number;
	title: string;
	parts: (readonly [string, string])[];
	unit: string;
	isNew: boolean;
	added: number;
	revised: number;
	same: number;
	chosen: boolean;
}

/** One of the first values, as it was understood. */
export interface PreviewRow {
	place: string;
	period: string;
	title: string;
	unit: string;
	value: number | null;
	missing: Missing | null;
	preliminary: boolean;
	low: number | null;
	high: number | null;
}

/** What importing a file would keep, to read before it is confirmed. */
export interface ImportPreview {
	id: string;
	place: { code: string; name: string };
	fileName: string;
	format: StatisticsFormat;
	title: string;
	settings: ImportSettings;
	/** What somebody has to fill in. */
	needs: { period: boolean; place: boolean; title: boolean };
	counts: { read: number; kept: number; places: number; added: number; revised: number; same: number };
	series: PreviewSeries[];
	moreSeries: number;
	unmatched: Area[];
	moreUnmatched: number;
	problems: RowProblem[];
	moreProblems: number;
	revisions: { title: string; place: string; period: string; before: number | null; after: number | null }[];
	moreRevisions: number;
	rows: PreviewRow[];
	guessedLetters: boolean;
	columns: StatisticsTable['columns'];
	notes: string[];
}

interface Compared {
	planned: PlannedSeries;
	isNew: boolean;
	changes: Changes;
}

interface Previewed extends Pick<ImportPreview, 'id' | 'place' | 'fileName' | 'settings'> {
	table: StatisticsTable;
	plan: ImportPlan;
	series: Compared[];
}

const nothingSaid = /^(|antal|andel|per 1.*|kolumn \d+|value|värde|count|per100k|[NU]\d{5})$/i;

/** Whether a name says nothing: a column without a header, a code of an indicator. */
export const saysNothing = (title: string): boolean => nothingSaid.test(title);

type Names = Map<string, string>;

const nameOf = (names: Names, code: string): string => names.get(code) ?? code;

function previewRows(series: readonly Compared[], names: Names): PreviewRow[] {
	const first = series
		.slice(0, most.rows)
		.flatMap(({ planned }) => planned.values.slice(0, most.rows).map((value) => ({ planned, value })));
	return first.slice(0, most.rows).map(({ planned: { title, unit }, value }) => ({
		...{ place: nameOf(names, value.placeCode), period: value.period, title, unit, value: value.value },
		...{ missing: value.missing, preliminary: value.preliminary, low: value.low, high: value.high }
	}));
}

const revisionsOf = (series: readonly Compared[], names: Names): ImportPreview['revisions'] =>
	series.flatMap(({ planned: { title }, changes }) =>
		changes.revisions.map(({ placeCode, period, before, after }) => ({
			...{ title, place: nameOf(names, placeCode), period, before, after }
		}))
	);

/** Every thing that a file measures, also what nobody wants from it. */
function previewSeries({ table, settings, series }: Previewed): PreviewSeries[] {
	const compared = new Map(series.map((one) => [one.planned.head, one]));
	return table.heads.map((head, number) => {
		const one = compared.get(number);
		const { title, parts, unit } = one?.planned ?? head;
		return {
			...{ head: number, title, parts, unit, isNew: one?.isNew ?? false },
			...{ added: one?.changes.added.length ?? 0, revised: one?.changes.revised.length ?? 0 },
			...{ same: one?.changes.same ?? 0, chosen: !settings.heads || settings.heads.includes(number) }
		};
	});
}

function countsOf({ table, plan, series }: Previewed): ImportPreview['counts'] {
	const sum = (of: (one: Compared) => number) => series.reduce((total, one) => total + of(one), 0);
	return {
		read: table.observations.length,
		kept: sum(({ planned }) => planned.values.length),
		places: new Set(plan.matched.map(({ place }) => place.code)).size,
		added: sum(({ changes }) => changes.added.length),
		revised: sum(({ changes }) => changes.revised.length),
		same: sum(({ changes }) => changes.same)
	};
}

/** The preview of a file that was read and compared. */
export function previewOf(previewed: Previewed): ImportPreview {
	const { table, settings, plan, series } = previewed;
	const places: KnownPlace[] = plan.matched.map(({ place }) => place);
	const names: Names = new Map(places.map(({ code, name }) => [code, name]));
	const [all, revisions] = [previewSeries(previewed), revisionsOf(series, names)];
	return {
		...{ id: previewed.id, place: previewed.place, fileName: previewed.fileName, format: table.format },
		...{ title: table.title, settings, counts: countsOf(previewed) },
		needs: {
			period: table.observations.some(({ period }) => period === ''),
			place: table.observations.some(({ area }) => area < 0),
			title: all.some(({ title, chosen }) => chosen && saysNothing(title)) || settings.title !== ''
		},
		...{ series: all.slice(0, most.series), moreSeries: Math.max(0, all.length - most.series) },
		unmatched: plan.unmatched.slice(0, most.unmatched),
		moreUnmatched: Math.max(0, plan.unmatched.length - most.unmatched),
		...{ problems: table.problems, moreProblems: table.moreProblems },
		revisions: revisions.slice(0, most.revisions),
		moreRevisions: Math.max(0, revisions.length - most.revisions),
		rows: previewRows(series, names),
		guessedLetters: table.guessedLetters,
		columns: table.columns.slice(0, 60),
		notes: table.notes.slice(0, 8)
	};
}
