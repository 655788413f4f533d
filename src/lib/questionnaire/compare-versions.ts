import type { Option, Question } from './question.ts';

/** Letters and digits only: a mended comma or capital letter changes no meaning. */
const bareWords = (text: string): string =>
	text
		.toLocaleLowerCase('sv')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();

const optionText = (option: Option): string =>
	[option.key, bareWords(option.text.sv), option.apart ? 'apart' : '', option.exclusive ? 'alone' : ''].join(
		'|'
	);

/** Everything that decides what an answer can be; equal exactly when answers can be put side by side. */
function scaleText(question: Question): string {
	if (question.kind === 'text') return 'text';
	const options = question.options.map(optionText);
	if (question.kind !== 'scale') options.sort();
	return [question.kind, question.max ?? '', ...options].join('\n');
}

/**
 * Whether answers to the two can no longer be compared: another kind, other options, another wording of an option
 * in the source language, another order of a scale, another limit. Translations, help and the order of options
 * that are not a scale change nothing.
 */
export const scaleChanged = (before: Question, after: Question): boolean =>
	scaleText(before) !== scaleText(after);
