import { parseContent } from '../draft-schema.ts';
import { completeness, textAddresses } from '../draft-texts.ts';
import type { DraftContent, ReviewState } from '../draft.ts';
import { importQuestionnaire } from '../exchange/import-questionnaire.ts';
import { decodeText } from './decode-text.ts';
import { ImportFailure } from './import-failure.ts';
import { mapSurvey } from './map-survey.ts';
import { readLss } from './read-lss.ts';
import { isTsvSurvey, readTsv } from './read-tsv.ts';
import { newReport, type Report, type ReportLine } from './report.ts';
import type { Survey } from './survey.ts';

/** The kinds of files that can be imported: two of LimeSurvey's, and our own. */
export const importFormats = ['lss', 'tsv', 'json'] as const;

export type ImportFormat = (typeof importFormats)[number];

/** A file as a draft that nobody has stored yet. */
export interface ReadImport {
	format: ImportFormat;
	content: DraftContent;
	report: ReportLine[];
}

/** Nobody here has read the translations that came along. */
function markUnreviewed(content: DraftContent): DraftContent {
	const review: DraftContent['review'] = {};
	const addressed = textAddresses(content);
	for (const language of content.languages) {
		if (language === content.source) continue;
		const written = addressed.filter(({ texts }) => texts[language]?.trim());
		if (written.length > 0)
			review[language] = Object.fromEntries(
				written.map(({ address }) => [address, 'unreviewed' satisfies ReviewState])
			);
	}
	return { ...content, review };
}

function noteMissing(content: DraftContent, survey: Survey, report: Report): void {
	for (const language of content.languages) {
		const { translated, total } = completeness(content, language);
		if (survey.languages.includes(language) && translated < total)
			report.note('translation', language, String(total - translated));
	}
}

function readSurvey(survey: Survey): Omit<ReadImport, 'format'> {
	const { content: mapped, report } = mapSurvey(survey);
	noteMissing(mapped, survey, report);
	const checked = parseContent(markUnreviewed(mapped));
	if (checked.ok) return { content: checked.value, report: report.lines() };
	const { at, code } = checked.problems[0]!;
	if (code === 'too-large' || code === 'too-many') throw new ImportFailure('too-many');
	throw new Error(`a survey became no draft: ${at} ${code}`);
}

function readOwn(text: string): Omit<ReadImport, 'format'> {
	const { content, mended } = importQuestionnaire(text);
	const report = newReport();
	for (const { at } of mended) report.note('condition-off', at.split('.')[1] ?? at);
	return { content, report: report.lines() };
}

function readText(text: string): ReadImport {
	const begins = text.trimStart()[0];
	if (begins === '<') return { format: 'lss', ...readSurvey(readLss(text)) };
	if (begins === '{') return { format: 'json', ...readOwn(text) };
	if (isTsvSurvey(text)) return { format: 'tsv', ...readSurvey(readTsv(text)) };
	throw new ImportFailure('unknown-format');
}

/**
 * Reads an uploaded file by what is in it, whatever it is called, and makes a draft of it with a report of what did not
 * come along. Nothing is stored.
 * @throws ImportFailure when nothing of it can be imported
 */
export function readImport(bytes: Uint8Array): ReadImport {
	const { text, guessed } = decodeText(bytes);
	const read = readText(text);
	if (!guessed) return read;
	return { ...read, report: [...read.report, { at: '', code: 'encoding', what: 'windows-1252' }] };
}
