import { isTextLanguage, type Texts } from '#lib/i18n/languages.ts';
import { orderedLanguages } from '../draft-content.ts';
import type { DraftContent } from '../draft.ts';
import { ImportFailure } from './import-failure.ts';
import { questionKeys } from './import-keys.ts';
import { mapQuestion } from './map-question.ts';
import type { Mapping } from './mapping.ts';
import { noteGroup, noteQuestion, noteSurvey } from './note-settings.ts';
import { newReport, type Report } from './report.ts';
import { inOneLine, isBlank, joinTexts, readTexts } from './survey-texts.ts';
import type { Survey } from './survey.ts';

/** A survey as a draft, and what of it is not there as it was. */
export interface MappedSurvey {
	content: DraftContent;
	report: Report;
}

/** More languages than this are a mistake in the file. */
const mostLanguages = 50;

function keptLanguages(survey: Survey, report: Report): string[] {
	const named = survey.languages.slice(0, 2 * mostLanguages);
	const kept = named.filter(isTextLanguage).slice(0, mostLanguages);
	for (const language of named) if (!kept.includes(language)) report.note('language', language.slice(0, 40));
	if (kept.length === 0) throw new ImportFailure('broken', survey.base.slice(0, 40));
	if (!kept.includes('sv')) report.note('no-swedish', '', kept[0]!);
	return kept;
}

/** Description and welcome stand together on the first page. */
function introduction(mapping: Mapping, survey: Survey): Texts {
	const [description, welcome] = ['surveyls_description', 'surveyls_welcometext'].map((name) =>
		readTexts(mapping, survey.texts.get(name), name)
	);
	return joinTexts(description!, welcome!, '\n\n');
}

function mapQuestions(mapping: Mapping, survey: Survey): void {
	const rest = new Map<string, string[]>();
	for (const group of survey.groups) {
		noteGroup(mapping, group);
		for (const question of group.questions) {
			noteQuestion(mapping.report, question, rest);
			mapQuestion(mapping, {
				question,
				names: [question.code, `${survey.id}X${group.id}X${question.id}`],
				conditions: [group.relevance, question.relevance]
			});
		}
	}
	noteSurvey(mapping, survey, rest);
}

/**
 * A LimeSurvey survey as a draft: every question in one of our kinds, matrices row by row, all languages.
 * @throws ImportFailure `no-questions` or `too-many`.
 */
export function mapSurvey(survey: Survey): MappedSurvey {
	const report = newReport();
	const languages = keptLanguages(survey, report);
	const base = languages.includes(survey.base) ? survey.base : languages[0]!;
	const mapping: Mapping = {
		...{ languages, base, report },
		questions: [],
		keyOf: questionKeys(),
		variables: new Map()
	};
	mapQuestions(mapping, survey);
	if (mapping.questions.length === 0) throw new ImportFailure('no-questions');
	const intro = introduction(mapping, survey);
	const title = inOneLine(readTexts(mapping, survey.texts.get('surveyls_title'), 'surveyls_title'));
	if (isBlank(title)) report.note('empty-text', 'surveyls_title');
	return {
		content: {
			title,
			...(!isBlank(intro) && { intro }),
			questions: mapping.questions,
			background: [],
			languages: orderedLanguages(languages),
			source: base,
			review: {},
			letPass: {},
			removed: []
		},
		report
	};
}
