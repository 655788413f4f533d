import { mapCondition } from './map-condition.ts';
import { mapMatrix } from './map-matrix.ts';
import { builtInOptions, listedOptions, points, withExclusive } from './map-options.ts';
import { addQuestion, addVariable, type Mapping, type OptionSet, type Standing } from './mapping.ts';
import { mostRanks } from '../kinds/ranking.ts';
import type { Question } from '../question.ts';
import type { ReportCode } from './report.ts';
import { readText, readTexts, withItem } from './survey-texts.ts';
import { attribute } from './survey.ts';

const mostTextLimit = 2000;

/** A setting that is a whole number from 1 up; undefined for none and for everything else. */
function countSetting({ question }: Standing, name: string): number | undefined {
	const written = attribute(question, name);
	return /^[1-9]\d{0,5}$/.test(written) ? Number(written) : undefined;
}

/** What all questions say that are not split. */
function wording(mapping: Mapping, { question, conditions }: Standing) {
	return {
		code: question.code,
		text: readTexts(mapping, question.text, question.code),
		help: readTexts(mapping, question.help, question.code),
		showIf: mapCondition(mapping, question.code, conditions)
	};
}

/** One choice among options, or one step of a scale. */
function mapChoice(
	mapping: Mapping,
	standing: Standing,
	asked: { options: OptionSet; kind?: 'scale' }
): void {
	const { options, kind = 'choice' } = asked;
	const question = addQuestion(mapping, { ...wording(mapping, standing), kind, options });
	addVariable(mapping, standing.names, { is: 'choice', question, keys: options.keys });
}

/** The names of a box: `Q1_SQ001`, `12X3X4SQ001`; "other" is called so. */
const boxNames = ({ names }: Standing, code: string): string[] =>
	names.map((name, index) => (index === 0 ? `${name}_${code}` : `${name}${code}`));

function mapChoices(mapping: Mapping, standing: Standing): void {
	const { question } = standing;
	const options = withExclusive(listedOptions(mapping, question, question.items), question);
	const limit = countSetting(standing, 'max_answers');
	const max = limit !== undefined && limit < options.options.length ? { max: limit } : {};
	const added = addQuestion(mapping, { ...wording(mapping, standing), kind: 'choices', options, ...max });
	for (const [code, option] of options.keys)
		addVariable(mapping, boxNames(standing, code === '-oth-' ? 'other' : code), {
			is: 'box',
			question: added,
			option
		});
}

function mapRanking(mapping: Mapping, standing: Standing): void {
	const { question } = standing;
	const coded = question.answers.length > 0 ? question.answers : question.items;
	const options = listedOptions(mapping, { ...question, other: false }, coded);
	const asked =
		countSetting(standing, 'max_answers') ?? countSetting(standing, 'max_subquestions') ?? coded.length;
	if (asked > mostRanks) mapping.report.note('ranks', question.code, String(asked));
	const max = asked < mostRanks ? { max: asked } : {};
	addQuestion(mapping, { ...wording(mapping, standing), kind: 'ranking', options, ...max });
}

/** The most characters: the survey's own limit, else what long answers usually need. */
function textLimit(mapping: Mapping, standing: Standing): Pick<Question, 'max'> {
	const own = countSetting(standing, 'maximum_chars');
	if (own !== undefined && own > mostTextLimit)
		mapping.report.note('text-limit', standing.question.code, String(own));
	if (own !== undefined) return { max: Math.min(own, mostTextLimit) };
	const usual: Record<string, number> = { T: 1000, U: mostTextLimit };
	const max = usual[standing.question.type];
	return max === undefined ? {} : { max };
}

function mapText(mapping: Mapping, standing: Standing): void {
	addQuestion(mapping, { ...wording(mapping, standing), kind: 'text', ...textLimit(mapping, standing) });
}

/** Several short texts or numbers under one heading become one question each. */
function mapFields(mapping: Mapping, standing: Standing): void {
	const { question, conditions } = standing;
	mapping.report.note('several-fields', question.code, String(question.items.length));
	const heading = readTexts(mapping, question.text, question.code);
	const help = readTexts(mapping, question.help, question.code);
	for (const item of question.items) {
		const code = `${question.code}_${item.code}`;
		addQuestion(mapping, {
			code,
			kind: 'text',
			text: withItem(heading, readTexts(mapping, item.text, code)),
			help,
			showIf: mapCondition(mapping, code, [...conditions, item.relevance]),
			...textLimit(mapping, standing)
		});
	}
}

/** A question that has no kind of ours; what it said is kept in the report. */
const leaveOut =
	(code: ReportCode) =>
	(mapping: Mapping, { question }: Standing): void => {
		const words = readText(mapping, question.text.get(mapping.base) ?? '', question.code).slice(0, 300);
		mapping.report.note(code, question.code, code === 'left-unknown' ? `${question.type}: ${words}` : words);
	};

/** Does what the first says, and adds a line to the report. */
const reported =
	(code: ReportCode, map: (mapping: Mapping, standing: Standing) => void) =>
	(mapping: Mapping, standing: Standing): void => {
		mapping.report.note(code, standing.question.code);
		map(mapping, standing);
	};

const mapList = (mapping: Mapping, standing: Standing): void =>
	mapChoice(mapping, standing, {
		options: listedOptions(mapping, standing.question, standing.question.answers)
	});

/** What becomes of each of LimeSurvey's types of questions. */
const types: Record<string, (mapping: Mapping, standing: Standing) => void> = {
	'!': mapList,
	L: mapList,
	O: reported('comment', mapList),
	Y: (mapping, standing) => {
		const yesNo = builtInOptions(mapping, [
			['Y', 'yes'],
			['N', 'no']
		]);
		mapChoice(mapping, standing, { options: yesNo });
	},
	G: reported('gender', (mapping, standing) => {
		const genders = builtInOptions(mapping, [
			['F', 'female'],
			['M', 'male']
		]);
		mapChoice(mapping, standing, { options: genders });
	}),
	'5': reported('scale-direction', (mapping, standing) =>
		mapChoice(mapping, standing, { options: points(mapping, 5), kind: 'scale' })
	),
	M: mapChoices,
	P: reported('comment', mapChoices),
	R: mapRanking,
	S: mapText,
	T: mapText,
	U: mapText,
	N: reported('number', mapText),
	D: reported('date', mapText),
	Q: mapFields,
	K: reported('number', mapFields),
	'1': mapMatrix,
	A: mapMatrix,
	B: mapMatrix,
	C: mapMatrix,
	E: mapMatrix,
	F: mapMatrix,
	H: mapMatrix,
	X: leaveOut('left-display'),
	'*': leaveOut('left-equation'),
	'|': leaveOut('left-upload'),
	I: leaveOut('left-language'),
	';': leaveOut('left-table'),
	':': leaveOut('left-table')
};

/** Adds what becomes of a question of LimeSurvey: one question, several, or a line in the report. */
export function mapQuestion(mapping: Mapping, standing: Standing): void {
	const { type } = standing.question;
	const map = Object.hasOwn(types, type) ? types[type]! : leaveOut('left-unknown');
	map(mapping, standing);
}
