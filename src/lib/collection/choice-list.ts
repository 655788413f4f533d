import { slugOf } from '#lib/format/slug.ts';

/** One of a closed list that staff wrote for a collection. */
export interface Choice {
	/** Made of the text, so that the same theme has the same key in every collection. */
	key: string;
	text: string;
}

/** Most choices of one list: they are tapped on a phone. */
export const mostChoices = 12;

/** Most characters of one choice. */
export const mostChoiceCharacters = 40;

/**
 * The choices somebody wrote, one a line. Empty lines and a text that is there already go.
 * @returns undefined when there is none, one is too long, or there are too many
 */
export function readChoices(written: string): Choice[] | undefined {
	const texts = written
		.split('\n')
		.map((line) => line.trim().replace(/\s+/g, ' '))
		.filter((line) => slugOf(line) !== '');
	const choices = [...new Map(texts.map((text) => [slugOf(text), { key: slugOf(text), text }])).values()];
	const fits = choices.every(({ text }) => text.length <= mostChoiceCharacters);
	return fits && choices.length > 0 && choices.length <= mostChoices ? choices : undefined;
}

/** The choices as they are written, one a line. */
export const writtenChoices = (choices: readonly Choice[]): string =>
	choices.map(({ text }) => text).join('\n');

/** The text of a key; the key itself where the list has lost it. */
export const choiceText = (choices: readonly Choice[], key: string): string =>
	choices.find((choice) => choice.key === key)?.text ?? key;
