import type { Survey } from './survey.ts';
import { TsvCollector, word, type TsvRow } from './tsv-collector.ts';

/** What the settings say; in a file without settings the first language that a row is in. */
function baseLanguage(rows: readonly TsvRow[]): string {
	const setting = rows.find((row) => word(row, 'class') === 'S' && word(row, 'name') === 'language');
	const first = rows.find((row) => word(row, 'language') !== '');
	return (setting && word(setting, 'text')) || (first && word(first, 'language')) || 'en';
}

/** The survey that the rows tell of; columns that are nothing else are settings of questions. */
export function buildTsvSurvey(rows: readonly TsvRow[]): Survey {
	const base = baseLanguage(rows);
	const collector = new TsvCollector(base);
	for (const row of rows) collector.add(row);
	const { settings, texts, groups, quotas, assessments, unknownRows } = collector;
	const more = (settings.get('additional_languages') ?? '').split(/\s+/);
	const written = [...texts.values()].flatMap((byLanguage) => [...byLanguage.keys()]);
	return {
		id: settings.get('sid')?.trim() ?? '',
		base,
		languages: [...new Set([base, ...more, ...written])].filter((language) => language !== ''),
		settings,
		texts,
		groups,
		quotas,
		assessments,
		unknownRows
	};
}
