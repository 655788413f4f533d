import { m } from '#lib/i18n/paraglide/messages.js';
import type { Problem } from '#lib/server/problem.ts';
import type { ProblemInWords } from '#lib/ui/form-problems.ts';

type Sentence = (inputs: { at: string }) => string;

const byCode: Record<string, Sentence> = {
	'file missing': m.statistics_failed_missing,
	'title missing': m.statistics_failed_title,
	'source missing': m.statistics_failed_source,
	'period missing': m.statistics_failed_period,
	'period invalid-period': m.statistics_failed_period,
	'place missing': m.statistics_failed_place_missing,
	'retrievedOn invalid-day': m.statistics_failed_day,
	'too-long': m.statistics_failed_long,
	empty: m.statistics_failed_empty,
	'too-large': m.statistics_failed_too_large,
	packed: m.statistics_failed_packed,
	'not-text': m.statistics_failed_not_text,
	picture: m.statistics_failed_picture,
	pdf: m.statistics_failed_pdf,
	encoding: m.statistics_failed_encoding,
	'unknown-format': m.statistics_failed_unknown,
	broken: m.statistics_failed_broken,
	'damaged-workbook': m.statistics_failed_damaged,
	'locked-workbook': m.statistics_failed_locked,
	'unpacks-too-much': m.statistics_failed_unpacks,
	'foreign-entity': m.statistics_failed_entity,
	'too-many-cells': m.statistics_failed_cells,
	'too-many-rows': m.statistics_failed_rows,
	'sizes-differ': m.statistics_failed_sizes,
	'only-links': m.statistics_failed_links,
	'only-metadata': m.statistics_failed_metadata,
	'no-values': m.statistics_failed_values,
	'no-columns': m.statistics_failed_columns,
	'no-known-place': m.statistics_failed_place,
	'nothing-new': m.statistics_failed_nothing_new,
	overtaken: m.statistics_failed_overtaken
};

/** What is in the way of an import, in sentences that say what to do. */
export const failuresInWords = (problems: readonly Problem[] | undefined): ProblemInWords[] =>
	(problems ?? []).map(({ at, code, detail }) => ({
		field: at || undefined,
		text: (byCode[`${at} ${code}`] ?? byCode[code] ?? m.statistics_failed_other)({ at: detail || '–' })
	}));
