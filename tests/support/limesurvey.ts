/** A question as a test writes it; texts are in the base language. */
export interface WrittenQuestion {
	code: string;
	type: string;
	text?: string;
	help?: string;
	relevance?: string;
	other?: boolean;
	mandatory?: boolean;
	validation?: string;
	attributes?: Record<string, string>;
	/** Codes and texts. */
	items?: [string, string][];
	/** Codes, texts and, in a matrix with two scales, which of them. */
	answers?: [string, string, number?][];
}

export interface WrittenSurvey {
	/** The base language; Swedish when left out. */
	language?: string;
	title?: string;
	questions: WrittenQuestion[];
	/** Condition of the only group. */
	groupRelevance?: string;
	/** Whole tables besides. */
	more?: string;
}

type Cells = Record<string, string | number>;

const escaped = (value: string | number): string => `<![CDATA[${value}]]>`;
const row = (cells: Cells): string =>
	`<row>${Object.entries(cells)
		.map(([name, value]) => `<${name}>${escaped(value)}</${name}>`)
		.join('')}</row>`;

/** A table of a `.lss` file. */
export const lssTable = (name: string, rows: Cells[]): string =>
	`<${name}><fields/><rows>${rows.map(row).join('\n')}</rows></${name}>\n`;

/** A whole `.lss` file around tables. */
export const lssFile = (tables: string): string =>
	`<?xml version="1.0" encoding="UTF-8"?>\n<document>\n<LimeSurveyDocType>Survey</LimeSurveyDocType>\n<DBVersion>261</DBVersion>\n${tables}</document>\n`;

/** A `.lss` file as LimeSurvey 2 writes it: survey 7, group 1, questions 100, 200, 300 … */
export function lssOf({
	language = 'sv',
	title = 'Enkät',
	questions,
	groupRelevance = '',
	more = ''
}: WrittenSurvey): string {
	const idOf = (index: number): number => 100 * (index + 1);
	return lssFile(
		[
			lssTable('groups', [
				{ gid: 1, sid: 7, group_name: 'Grupp', group_order: 0, language, grelevance: groupRelevance }
			]),
			lssTable(
				'questions',
				questions.map((question, index) => ({
					...{ qid: idOf(index), parent_qid: 0, sid: 7, gid: 1, type: question.type, title: question.code },
					...{ question: question.text ?? `Fråga ${question.code}`, help: question.help ?? '' },
					...{ preg: question.validation ?? '', other: question.other ? 'Y' : 'N' },
					...{ mandatory: question.mandatory ? 'Y' : 'N', question_order: index, language },
					relevance: question.relevance ?? '1'
				}))
			),
			lssTable(
				'subquestions',
				questions.flatMap(({ items = [] }, index) =>
					items.map(([title, text], place) => ({
						...{ qid: idOf(index) + place + 1, parent_qid: idOf(index), title, question: text },
						...{ question_order: place, language, scale_id: 0 }
					}))
				)
			),
			lssTable(
				'answers',
				questions.flatMap(({ answers = [] }, index) =>
					answers.map(([code, answer, scale = 0], place) => ({
						...{ qid: idOf(index), code, answer, sortorder: place, language, scale_id: scale }
					}))
				)
			),
			lssTable(
				'question_attributes',
				questions.flatMap(({ attributes = {} }, index) =>
					Object.entries(attributes).map(([attribute, value]) => ({ qid: idOf(index), attribute, value }))
				)
			),
			lssTable('surveys', [{ sid: 7, language }]),
			lssTable('surveys_languagesettings', [{ surveyls_language: language, surveyls_title: title }]),
			more
		].join('')
	);
}
