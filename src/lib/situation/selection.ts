import type { Channel } from '#lib/dialogues/channel.ts';
import type { Dialogue } from '#lib/dialogues/dialogue.ts';

/** The ways that one could answer in, in the words that evidence keeps. */
export const ways: Record<Channel, string> = {
	web: 'webb',
	embed: 'ruta på webbplats',
	meeting: 'möte',
	kiosk: 'platta',
	field: 'ute bland folk',
	paper: 'papper'
};

/** Whom a dialogue asked. */
export const asked: Record<Dialogue['kind'], string> = {
	citizen: 'självvalt urval',
	staff: 'medarbetare som valde att svara',
	partner: 'samverkansparter som valde att svara'
};

/** How evidence that is no answer to a dialogue came about. */
export const otherWays = {
	tally: 'räknade samtal ute bland folk',
	notes: 'anteckningar från samtal',
	walk: 'trygghetsvandring',
	document: 'dokument',
	report: 'skrivet på ett dialogmöte',
	statistics: 'statistik'
};

/** Ends the words of a dialogue that one answers with a code. */
export const withCodes = ', med engångskod';

const joined = (words: readonly string[]): string =>
	words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} och ${words.at(-1)}`;

/**
 * How a dialogue's answers were collected, in the words that evidence keeps: whom it asked and in which ways one could
 * answer. Whoever wants to answers does: it is never called a sample of a population.
 */
export function selectionOf({
	kind,
	channels,
	entry
}: Pick<Dialogue, 'kind' | 'channels' | 'entry'>): string {
	const codes = entry === 'codes' ? withCodes : '';
	return `${asked[kind]}, ${joined(channels.map((channel) => ways[channel]))}${codes}`;
}
