import { mapCondition } from './map-condition.ts';
import { builtInOptions, isCounted, listedOptions, points } from './map-options.ts';
import { addQuestion, addVariable, type Mapping, type OptionSet, type Standing } from './mapping.ts';
import { inOneLine, isBlank, readTexts, withItem } from './survey-texts.ts';
import { attributeTexts, type SurveyItem, type SurveyQuestion } from './survey.ts';

/** One set of answers that every row of a matrix is asked with. */
interface Axis {
	options: OptionSet;
	/** Steps of a scale, from 1 or 0 upwards. */
	isScale: boolean;
	/** What the names of its variables end with. */
	suffix: string;
	/** Its heading, where a matrix has two. */
	heading: ReturnType<typeof readTexts> | undefined;
}

function listedAxis(mapping: Mapping, question: SurveyQuestion, scale: number): Axis {
	const answers = question.answers.filter((answer) => answer.scale === scale);
	const options = listedOptions(mapping, { ...question, other: false }, answers);
	return { options, isScale: isCounted(options, mapping.base), suffix: '', heading: undefined };
}

/** A matrix with two scales asks everything twice, each time under its own heading. */
function doubleAxes(mapping: Mapping, question: SurveyQuestion): Axis[] {
	const heading = (letter: string) =>
		readTexts(mapping, attributeTexts(question, `dualscale_header${letter}`, mapping.base), question.code);
	const axes = ['a', 'b'].map((letter, scale) => ({
		...listedAxis(mapping, question, scale),
		suffix: `#${scale}`,
		heading: inOneLine(heading(letter))
	}));
	return axes.filter(({ options }) => options.options.length > 0);
}

function axesOf(mapping: Mapping, question: SurveyQuestion): Axis[] {
	const only = (options: OptionSet, isScale: boolean): Axis[] => [
		{ options, isScale, suffix: '', heading: undefined }
	];
	if (question.type === 'A') return only(points(mapping, 5), true);
	if (question.type === 'B') return only(points(mapping, 10), true);
	if (question.type === 'C')
		return only(
			builtInOptions(mapping, [
				['Y', 'yes'],
				['N', 'no'],
				['U', 'uncertain']
			]),
			false
		);
	if (question.type === 'E')
		return only(
			builtInOptions(mapping, [
				['I', 'increase'],
				['S', 'same'],
				['D', 'decrease']
			]),
			false
		);
	return question.type === '1' ? doubleAxes(mapping, question) : [listedAxis(mapping, question, 0)];
}

/** The names of a row's variable: `Q1_SQ001`, `12X3X4SQ001`; with two scales `Q1_SQ001_0`, `12X3X4SQ001#0`. */
const rowNames = ({ names }: Standing, item: SurveyItem, suffix: string): string[] =>
	names.map((name, index) =>
		index === 0 ? `${name}_${item.code}${suffix.replace('#', '_')}` : `${name}${item.code}${suffix}`
	);

/** Splits a matrix: one question for every row, with the text of the matrix and that of the row. */
export function mapMatrix(mapping: Mapping, standing: Standing): void {
	const { question, conditions } = standing;
	const matrix = readTexts(mapping, question.text, question.code);
	const help = readTexts(mapping, question.help, question.code);
	const axes = axesOf(mapping, question);
	const rows = question.items.filter(({ scale }) => scale === 0);
	mapping.report.note('matrix', question.code, String(rows.length * axes.length));
	if (axes.some(({ isScale }) => isScale)) mapping.report.note('scale-direction', question.code);
	for (const item of rows) {
		const code = `${question.code}_${item.code}`;
		const row = withItem(matrix, readTexts(mapping, item.text, code));
		const showIf = mapCondition(mapping, code, [...conditions, item.relevance]);
		for (const { options, isScale, suffix, heading } of axes) {
			const text = heading && !isBlank(heading) ? withItem(row, heading) : row;
			const kind = isScale ? 'scale' : 'choice';
			const added = addQuestion(mapping, { code: code + suffix, kind, text, help, options, showIf });
			addVariable(mapping, rowNames(standing, item, suffix), {
				is: 'choice',
				question: added,
				keys: options.keys
			});
		}
	}
}
