import type { Language, Texts } from '#lib/i18n/languages.ts';
import type { StepContent } from '../step.ts';

/** Everything that is written in a point itself; ready pages and reviews have words of their own. */
function textsIn(content: StepContent): Texts[] {
	if ('question' in content) {
		const { text, options } = content.question;
		return [text, ...options.map((option) => option.text)];
	}
	if (content.kind === 'review') return [];
	if (content.kind === 'information') return content.preset ? [] : [content.heading, content.text];
	return content.kind === 'tally'
		? [content.text, ...content.options.map(({ text }) => text)]
		: [content.text];
}

/** The languages of the meeting that a point is not written in, so that the first one is shown instead. */
export const missingLanguages = (content: StepContent, languages: readonly Language[]): Language[] =>
	languages.filter((language) => textsIn(content).some((texts) => !texts[language]?.trim()));
