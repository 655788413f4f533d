import { formatNumber } from '#lib/format/number.ts';
import type { Language } from '#lib/i18n/languages.ts';
import { rowViews, type RowView } from '#lib/results/result-view.ts';
import type { ScreenResult, ScreenState, ScreenTally, ScreenText } from '../views.ts';

/** More rows cannot be read from the back of a room. */
export const mostRows = 6;

export interface BoardBar {
	/** Length, 0–100. */
	percent: number;
	/** Empty when hidden. */
	count: string;
	share: string;
	hidden: boolean;
	/** Drawn in the stronger colour. */
	top: boolean;
	/** Drawn as an outline: the earlier of two results. */
	earlier: boolean;
}

export interface BoardRow {
	key: string;
	label: ScreenText;
	/** Empty when the options are not ranked. */
	rank: string;
	/** Where it stands among neighbours that are in practice equal. */
	tie: '' | 'start' | 'middle' | 'end';
	/** One, or two for before and after. */
	bars: BoardBar[];
}

/** A list of bars as it fills the screen. */
export interface Board {
	key: string;
	/** Of a result that stands beside another one. */
	caption: ScreenText | undefined;
	rows: BoardRow[];
	/** Rows that there is no room for. */
	others: number;
	/** Nothing of it may be shown yet. */
	hidden: boolean;
	/** What `bars` are of, when there are two. */
	legend: ScreenText[];
}

const barOf = (row: RowView, earlier = false): BoardBar => ({
	percent: row.percent,
	count: row.count,
	share: row.share,
	hidden: row.hidden,
	top: row.top,
	earlier
});

const rowsOf = ({ result }: ScreenResult, language: Language): RowView[] =>
	rowViews(result, { language, words: { optionHidden: '', tied: 'tied' } });

function tieOf(rows: RowView[], at: number): BoardRow['tie'] {
	const isTied = (row: RowView | undefined) => row?.note === 'tied' && row.rank === rows[at]!.rank;
	if (!isTied(rows[at])) return '';
	const [before, after] = [isTied(rows[at - 1]), isTied(rows[at + 1])];
	if (before) return after ? 'middle' : 'end';
	return after ? 'start' : '';
}

/** The rows that there is room for; one place is kept for the words about the rest. */
function fitting<T>(rows: T[], most = mostRows): { rows: T[]; others: number } {
	const shown = rows.length > most ? rows.slice(0, most - 1) : rows;
	return { rows: shown, others: rows.length - shown.length };
}

function boardOf(shown: ScreenResult, language: Language, most?: number): Board {
	const fit = fitting(rowsOf(shown, language), most);
	const isRanked = fit.rows.some(({ rank }) => rank !== '');
	return {
		key: shown.result.key,
		caption: shown.caption,
		hidden: shown.result.n === null,
		legend: [],
		others: fit.others,
		rows: fit.rows.map((row, at) => ({
			key: row.key,
			label: shown.labels[row.key] ?? { first: row.label },
			rank: row.rank,
			tie: tieOf(fit.rows, at),
			bars: [{ ...barOf(row), top: row.top || !isRanked }]
		}))
	};
}

const optionKeys = ({ result }: ScreenResult): string =>
	result.options
		.map(({ key }) => key)
		.sort()
		.join(' ');

/** Before and after of the same options: each option once, with a bar for either. */
function joined([before, after]: [ScreenResult, ScreenResult], language: Language, most: number): Board {
	const earlier = new Map(rowsOf(before, language).map((row) => [row.key, row]));
	const board = boardOf(after, language, most);
	const captions = [before.caption, after.caption].filter((caption) => caption !== undefined);
	return {
		...board,
		caption: undefined,
		hidden: board.hidden || before.result.n === null,
		legend: captions,
		rows: board.rows.map((row) => ({
			...row,
			tie: '',
			bars: [barOf(earlier.get(row.key)!, true), ...row.bars]
		}))
	};
}

/** The first rows; a bracket never reaches for a row that is not there. */
function topOf(rows: BoardRow[], room: number): BoardRow[] {
	const cut: Record<BoardRow['tie'], BoardRow['tie']> = { '': '', start: '', middle: 'end', end: 'end' };
	return rows.slice(0, room).map((row, at) => (at === room - 1 ? { ...row, tie: cut[row.tie] } : row));
}

/**
 * One result, or two side by side: joined when they have the same options, else the top of either.
 * @param isInTwo every label takes two lines, in a language each
 */
export function resultBoards(results: ScreenResult[], language: Language, isInTwo = false): Board[] {
	const [first, second] = results;
	if (!first) return [];
	if (!second) return [boardOf(first, language)];
	if (optionKeys(first) === optionKeys(second))
		return [joined([first, second], language, isInTwo ? 5 : mostRows)];
	const room = isInTwo ? 2 : mostRows / 2;
	return [first, second].map((result, at) => {
		const board = boardOf(result, language);
		return { ...board, key: String(at), others: 0, rows: topOf(board.rows, room) };
	});
}

/** What was counted by hand, or texts by theme: bars are measured by the longest, since nobody knows the whole. */
function countedBoard(rows: { key: string; label: ScreenText; count: number }[], language: Language): Board {
	const most = Math.max(1, ...rows.map(({ count }) => count));
	const fit = fitting(rows);
	return {
		key: 'counted',
		caption: undefined,
		hidden: false,
		legend: [],
		others: fit.others,
		rows: fit.rows.map(({ key, label, count }) => ({
			key,
			label,
			rank: '',
			tie: '',
			bars: [
				{
					percent: Math.round((count / most) * 1000) / 10,
					count: formatNumber(count, language),
					share: '',
					hidden: false,
					top: false,
					earlier: false
				}
			]
		}))
	};
}

/** Hands or dots. */
export const tallyBoard = ({ rows }: ScreenTally, language: Language): Board =>
	countedBoard(
		rows.map(({ key, text, count }) => ({ key, label: text, count })),
		language
	);

/** Texts of a wall by theme. */
export const themeBoard = (themes: ScreenState['themes'], language: Language): Board =>
	countedBoard(
		themes.map(({ name, count }) => ({ key: name, label: { first: name }, count })),
		language
	);
