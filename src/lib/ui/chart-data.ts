/** One line of a chart. */
export interface ChartLine {
	name: string;
	/** One for each label; null where there is none. */
	values: (number | null)[];
	/** Limits of a confidence interval, where the source gives them. */
	low?: (number | null)[];
	high?: (number | null)[];
	/** True where a value is preliminary: its point is hollow. */
	hollow?: boolean[];
}

/** A chart over time of at most four lines. */
export interface ChartData {
	labels: string[];
	lines: ChartLine[];
	/** What the axis counts: `antal`, `%`. */
	unit: string;
	/** For how numbers are written. */
	language: string;
}

/** How a line is told from the others without its colour. */
export interface LineStyle {
	/** Token of the colour. */
	colour: string;
	/** Lengths of dashes and gaps; empty for a whole line. */
	dash: number[];
	point: 'circle' | 'rect' | 'triangle' | 'rectRot';
	width: number;
}

/** The first line is the one that it is about. */
export const lineStyles: readonly LineStyle[] = [
	{ colour: '--group-1', dash: [], point: 'circle', width: 4 },
	{ colour: '--group-2', dash: [8, 4], point: 'rect', width: 2.5 },
	{ colour: '--group-3', dash: [2, 4], point: 'triangle', width: 2.5 },
	{ colour: '--group-4', dash: [12, 4, 2, 4], point: 'rectRot', width: 2.5 }
];
