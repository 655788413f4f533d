import type { Texts } from '#lib/i18n/languages.ts';
import type { DraftContent } from './draft.ts';
import type { BackgroundQuestion, Option, Question } from './question.ts';

/** What becomes of the text at an address; undefined for an optional text that is not there. */
export type Rewrite = (address: string, texts: Texts | undefined) => Texts | undefined;

function rewriteOption(option: Option, at: string, rewrite: Rewrite): Option {
	const { short: was, ...rest } = option;
	const place = `${at}.options.${option.key}`;
	const short = rewrite(`${place}.short`, was);
	return { ...rest, text: rewrite(`${place}.text`, option.text) ?? option.text, ...(short && { short }) };
}

function rewriteQuestion(question: Question, rewrite: Rewrite): Question {
	const { help: was, ...rest } = question;
	const at = `questions.${question.key}`;
	const help = rewrite(`${at}.help`, was);
	return {
		...rest,
		text: rewrite(`${at}.text`, question.text) ?? question.text,
		...(help && { help }),
		options: question.options.map((option) => rewriteOption(option, at, rewrite))
	};
}

function rewriteBackground(question: BackgroundQuestion, rewrite: Rewrite): BackgroundQuestion {
	const at = `background.${question.key}`;
	return {
		...question,
		text: rewrite(`${at}.text`, question.text) ?? question.text,
		options: question.options.map((option) => rewriteOption(option, at, rewrite))
	};
}

/** The content with every text passed through `rewrite`, also those of questions that were taken away. */
export function rewriteTexts(content: DraftContent, rewrite: Rewrite): DraftContent {
	const { intro: was, ...rest } = content;
	const intro = rewrite('intro', was);
	const present = new Set(content.questions.map(({ key }) => key));
	return {
		...rest,
		title: rewrite('title', content.title) ?? content.title,
		...(intro && { intro }),
		questions: content.questions.map((question) => rewriteQuestion(question, rewrite)),
		background: content.background.map((question) => rewriteBackground(question, rewrite)),
		removed: content.removed.map((entry) =>
			present.has(entry.question.key)
				? entry
				: { ...entry, question: rewriteQuestion(entry.question, rewrite) }
		)
	};
}

/** Every text by its address, empty ones and those of questions that were taken away included. */
export function everyText(content: DraftContent): Map<string, Texts> {
	const found = new Map<string, Texts>();
	rewriteTexts(content, (address, texts) => {
		if (texts) found.set(address, texts);
		return texts;
	});
	return found;
}

/** The texts at an address; undefined when there is no such place or nothing was written there. */
export const readText = (content: DraftContent, address: string): Texts | undefined =>
	everyText(content).get(address);

/** These texts with one language written; an empty text takes it away, and Swedish is left empty. */
export function withLanguage(texts: Texts | undefined, language: string, text: string): Texts {
	const written: Texts = { sv: '', ...texts, [language]: text };
	if (text === '' && language !== 'sv') delete written[language];
	return written;
}

/**
 * The content with a text written at an address, an optional one also where none was; the content itself when there is
 * no such place. Says nothing about its review: `applyChange` does.
 */
export const writeText = (
	content: DraftContent,
	address: string,
	{ language, text }: { language: string; text: string }
): DraftContent =>
	rewriteTexts(content, (at, texts) => (at === address ? withLanguage(texts, language, text) : texts));
