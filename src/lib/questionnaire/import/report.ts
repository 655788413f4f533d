import { mostLines } from './limits.ts';

/**
 * What the report says of a survey from another program. The order is the order they are shown in: first what was left
 * out, then what became something else, then what is good to know.
 */
export const reportCodes = [
	'no-swedish',
	'left-display',
	'left-table',
	'left-equation',
	'left-upload',
	'left-language',
	'left-unknown',
	'condition',
	'condition-partly',
	'condition-skipped',
	'condition-off',
	'never-shown',
	'filter',
	'validation',
	'comment',
	'piping',
	'links',
	'default',
	'survey-text',
	'group',
	'quota',
	'assessment',
	'language',
	'row',
	'matrix',
	'several-fields',
	'number',
	'date',
	'slider',
	'gender',
	'other',
	'ranks',
	'scale-direction',
	'text-limit',
	'cut',
	'options-cut',
	'empty-text',
	'empty-option',
	'few-options',
	'standard-answers',
	'translation',
	'mandatory',
	'attribute',
	'mail',
	'survey-setting',
	'encoding'
] as const;

export type ReportCode = (typeof reportCodes)[number];

/** One thing that did not come along as it was. */
export interface ReportLine {
	/** What it concerns, by the name it has in the file: a question's code, a group, a setting; empty for the whole. */
	at: string;
	code: ReportCode;
	/** The words or the expression that was lost, or what it became; empty when the code says it all. */
	what: string;
}

/** Collects the report while a survey is mapped. */
export interface Report {
	/** The lines until now; where a kind has too many, the last of it says how many more: `+1234`. */
	readonly lines: () => ReportLine[];
	/** Adds a line unless it is there. */
	readonly note: (code: ReportCode, at: string, what?: string) => void;
}

/** An empty report. */
export function newReport(): Report {
	const seen = new Set<string>();
	const byCode = new Map<ReportCode, { lines: ReportLine[]; more: number }>();
	const kept = (code: ReportCode) => {
		const { lines, more } = byCode.get(code) ?? { lines: [], more: 0 };
		return more > 0 ? [...lines, { at: '', code, what: `+${more}` }] : lines;
	};
	return {
		lines: () => reportCodes.flatMap(kept),
		note: (code, at, what = '') => {
			const found = byCode.get(code) ?? { lines: [], more: 0 };
			byCode.set(code, found);
			const line = `${code}\n${at}\n${what}`;
			if (seen.has(line)) return;
			if (found.lines.length === mostLines) found.more++;
			else {
				seen.add(line);
				found.lines.push({ at, code, what });
			}
		}
	};
}

/** The lines by code, in the order of `reportCodes`. */
export const groupedReport = (lines: readonly ReportLine[]): { code: ReportCode; lines: ReportLine[] }[] =>
	reportCodes
		.map((code) => ({ code, lines: lines.filter((line) => line.code === code) }))
		.filter((group) => group.lines.length > 0);
