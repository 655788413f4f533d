import { ImportFailure } from './import-failure.ts';
import { readLssTables, type LssTables, type Row } from './lss-tables.ts';
import type { RawTexts, Survey, SurveyAnswer, SurveyGroup, SurveyItem, SurveyQuestion } from './survey.ts';

const cell = (row: Row | undefined, column: string): string => row?.get(column) ?? '';

const isTop = (row: Row): boolean => ['', '0'].includes(cell(row, 'parent_qid').trim());

/** Rows by the value of a column, in the order of the file. */
function byColumn(rows: readonly Row[], column: string): Map<string, Row[]> {
	const found = new Map<string, Row[]>();
	for (const row of rows) {
		const value = cell(row, column).trim();
		const list = found.get(value);
		if (list) list.push(row);
		else found.set(value, [row]);
	}
	return found;
}

/** One language a row; empty texts are no texts. */
const textsOf = (rows: readonly Row[] | undefined, column: string, language = 'language'): RawTexts =>
	new Map(
		(rows ?? [])
			.map((row) => [cell(row, language).trim(), cell(row, column)] as const)
			.filter(([, text]) => text.trim() !== '')
	);

/** Things by their id, each with a row for every language in older files, in the order that a column numbers. */
function inOrder(rows: readonly Row[], idColumn: string, orderColumn: string): [string, Row[]][] {
	const order = (found: Row[]): number => Number(cell(found[0], orderColumn)) || 0;
	return [...byColumn(rows, idColumn)].sort(([, a], [, b]) => order(a) - order(b));
}

/** The tables that everything else is looked up in. */
interface Lookup {
	tables: LssTables;
	/** Texts in tables of their own, from version 4 on. */
	questionTexts: Map<string, Row[]>;
	groupTexts: Map<string, Row[]>;
	answerTexts: Map<string, Row[]>;
	items: Map<string, Row[]>;
	answers: Map<string, Row[]>;
	attributes: Map<string, Row[]>;
	defaults: Map<string, Row[]>;
}

function lookupIn(tables: LssTables): Lookup {
	const items = [...tables.rows('subquestions'), ...tables.rows('questions').filter((row) => !isTop(row))];
	return {
		tables,
		questionTexts: byColumn(tables.rows('question_l10ns'), 'qid'),
		groupTexts: byColumn(tables.rows('group_l10ns'), 'gid'),
		answerTexts: byColumn(tables.rows('answer_l10ns'), 'aid'),
		items: byColumn(items, 'parent_qid'),
		answers: byColumn(tables.rows('answers'), 'qid'),
		attributes: byColumn(tables.rows('question_attributes'), 'qid'),
		defaults: byColumn(tables.rows('defaultvalues'), 'qid')
	};
}

const itemsOf = (lookup: Lookup, qid: string): SurveyItem[] =>
	inOrder(lookup.items.get(qid) ?? [], 'qid', 'question_order').map(([id, rows]) => ({
		code: cell(rows[0], 'title').trim(),
		scale: Number(cell(rows[0], 'scale_id')) || 0,
		text: textsOf(lookup.questionTexts.get(id) ?? rows, 'question'),
		relevance: cell(rows[0], 'relevance')
	}));

/** An answer has no number in older files: its code and its scale are what it is. */
function answersOf(lookup: Lookup, qid: string): SurveyAnswer[] {
	const rows = (lookup.answers.get(qid) ?? []).map((row): Row => {
		const identity = `${cell(row, 'scale_id').trim() || '0'} ${cell(row, 'code').trim()}`;
		return new Map([...row, ['identity', identity]]);
	});
	return inOrder(rows, 'identity', 'sortorder').map(([, same]) => ({
		code: cell(same[0], 'code').trim(),
		scale: Number(cell(same[0], 'scale_id')) || 0,
		text: textsOf(lookup.answerTexts.get(cell(same[0], 'aid').trim()) ?? same, 'answer')
	}));
}

function attributesOf(lookup: Lookup, qid: string): Map<string, RawTexts> {
	const rows = byColumn(lookup.attributes.get(qid) ?? [], 'attribute');
	const script = textsOf(lookup.questionTexts.get(qid), 'script');
	return new Map([
		...[...rows].map(([name, same]) => [name.toLowerCase(), textsOf(same, 'value')] as const),
		...(script.size > 0 ? [['script', script] as const] : [])
	]);
}

function questionOf(lookup: Lookup, [qid, rows]: [string, Row[]]): SurveyQuestion {
	const first = rows[0];
	const texts = lookup.questionTexts.get(qid) ?? rows;
	return {
		id: qid,
		code: cell(first, 'title').trim(),
		type: cell(first, 'type').trim(),
		text: textsOf(texts, 'question'),
		help: textsOf(texts, 'help'),
		relevance: cell(first, 'relevance'),
		mandatory: ['Y', 'S'].includes(cell(first, 'mandatory')),
		other: cell(first, 'other') === 'Y',
		validation: cell(first, 'preg').trim(),
		hasDefault: lookup.defaults.has(qid),
		attributes: attributesOf(lookup, qid),
		items: itemsOf(lookup, qid),
		answers: answersOf(lookup, qid)
	};
}

function groupsOf(lookup: Lookup): SurveyGroup[] {
	const questions = byColumn(lookup.tables.rows('questions').filter(isTop), 'gid');
	const groups = inOrder(lookup.tables.rows('groups'), 'gid', 'group_order').map(([gid, rows]) => ({
		id: gid,
		name: textsOf(lookup.groupTexts.get(gid) ?? rows, 'group_name'),
		text: textsOf(lookup.groupTexts.get(gid) ?? rows, 'description'),
		relevance: cell(rows[0], 'grelevance'),
		isRandom: cell(rows[0], 'randomization_group').trim() !== ''
	}));
	const known = new Set(groups.map(({ id }) => id));
	const strays = [...questions.keys()].filter((gid) => !known.has(gid));
	const nameless = strays.map((id) => ({
		...{ id, name: new Map<string, string>(), text: new Map<string, string>() },
		...{ relevance: '', isRandom: false }
	}));
	return [...groups, ...nameless].map((group) => ({
		...group,
		questions: inOrder(questions.get(group.id) ?? [], 'qid', 'question_order').map((found) =>
			questionOf(lookup, found)
		)
	}));
}

/** Columns of the texts of the survey, each by language. */
function surveyTexts(rows: readonly Row[]): Map<string, RawTexts> {
	const columns = new Set(rows.flatMap((row) => [...row.keys()]));
	return new Map([...columns].map((column) => [column, textsOf(rows, column, 'surveyls_language')]));
}

/**
 * The survey in a `.lss` file of LimeSurvey, older (texts in every row) or from version 4 on (texts in tables of their own).
 * @throws ImportFailure `not-survey` for an export of a single group or question, or what `readLssTables` throws.
 */
export function readLss(xml: string): Survey {
	const tables = readLssTables(xml);
	if (tables.documentType !== 'Survey') throw new ImportFailure('not-survey');
	const settings = tables.rows('surveys')[0] ?? new Map<string, string>();
	const first = cell(tables.rows('questions')[0], 'language').trim();
	const base = cell(settings, 'language').trim() || tables.languages[0] || first || 'en';
	const more = cell(settings, 'additional_languages').split(/\s+/);
	return {
		id: cell(settings, 'sid').trim() || cell(tables.rows('questions')[0], 'sid').trim(),
		base,
		languages: [...new Set([base, ...tables.languages, ...more])].filter((language) => language !== ''),
		settings,
		texts: surveyTexts(tables.rows('surveys_languagesettings')),
		groups: groupsOf(lookupIn(tables)),
		quotas: tables.rows('quota').map((row) => cell(row, 'name')),
		assessments: tables.rows('assessments').length,
		unknownRows: new Map()
	};
}
