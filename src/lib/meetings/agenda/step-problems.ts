import type { Texts } from '#lib/i18n/languages.ts';
import { shortCharacters } from '#lib/questionnaire/question.ts';
import type { Problem } from '#lib/server/problem.ts';
import type { StepContent } from '../step.ts';
import { linesOf, type Writing } from './written-step.ts';

const mostOptions = 6;
const mostTextCharacters = 300;

const problem = (at: string, code: string): Problem => ({ at, code, detail: code });

function problemsOfText(texts: Texts, name: string, { languages }: Writing): Problem[] {
	return languages.flatMap((language) => {
		const text = texts[language] ?? '';
		if (text === '') return [problem(`${name}-${language}`, 'empty')];
		return text.length > mostTextCharacters ? [problem(`${name}-${language}`, 'too-long')] : [];
	});
}

/** What is to be mended in the answers to choose from. */
export function problemsOfOptions(form: FormData, { languages }: Writing): Problem[] {
	const count = linesOf(form, 'options-sv').length;
	return languages.flatMap((language) => {
		const at = `options-${language}`;
		const lines = linesOf(form, at);
		if (language === 'sv' && count < 2) return [problem(at, 'too-few-options')];
		if (language === 'sv' && count > mostOptions) return [problem(at, 'too-many-options')];
		if (lines.length !== count) return [problem(at, 'unlike-options')];
		if (new Set(lines).size !== lines.length) return [problem(at, 'same-options')];
		return lines.some((line) => [...line].length > shortCharacters) ? [problem(at, 'long-option')] : [];
	});
}

/** What is to be mended in the words of a point: `text-en empty`. */
export function problemsOfWords(content: StepContent, writing: Writing): Problem[] {
	if (content.kind === 'review') return content.sources.length > 0 ? [] : [problem('source-1', 'no-source')];
	if (content.kind === 'information') {
		if (content.preset) return [];
		return [
			...problemsOfText(content.heading, 'heading', writing),
			...problemsOfText(content.text, 'text', writing)
		];
	}
	const texts = 'question' in content ? content.question.text : content.text;
	return problemsOfText(texts, 'text', writing);
}
