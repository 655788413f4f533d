import type { Evidence } from './evidence.ts';
import type { SectionKey, Snapshot } from './picture.ts';

/** What a quote keeps of the text it was taken from. */
export interface FrozenQuote {
	textId: string;
	/** The words as they were released, masked where somebody masked them. */
	text: string;
}

/** Stands where the words of a quote stood, once they are taken down. */
const takenDownStatement = 'Citatet visas inte längre';

/** Most characters of a quote where it is named; the whole text stands where it is shown. */
const mostNamed = 160;

/** A quote in one line: the words between marks, cut where they are long. */
export function quoteStatement(text: string): string {
	const line = text.replace(/\s+/g, ' ').trim();
	return line.length <= mostNamed ? `”${line}”` : `”${line.slice(0, mostNamed - 1).trimEnd()}…”`;
}

/** The words of a quote; undefined for other evidence, and once they are taken down. */
export function quoteOf({ kind, frozen }: Pick<Evidence, 'kind' | 'frozen'>): FrozenQuote | undefined {
	const { textId, text } = frozen;
	return kind === 'quote' && typeof textId === 'string' && typeof text === 'string'
		? { textId, text }
		: undefined;
}

/** Whether it is a quote whose words are taken down. */
export const isTakenDown = ({ kind, frozen }: Pick<Evidence, 'kind' | 'frozen'>): boolean =>
	kind === 'quote' && frozen.takenDown === true;

/** A quote without its words: what is left is that there was one, where from and when. */
export const withoutWords = (evidence: Evidence): Evidence => ({
	...evidence,
	statement: takenDownStatement,
	withdrawn: true,
	frozen: { takenDown: true, dialogue: evidence.frozen.dialogue }
});

/** The sections that show a quote whose words are taken down. */
export function sectionsWithTakenDown({ sections, evidence }: Snapshot): SectionKey[] {
	const down = new Set(evidence.filter(isTakenDown).map(({ id }) => id));
	return sections
		.filter(({ blocks }) => blocks.some((block) => block.kind === 'evidence' && down.has(block.evidenceId)))
		.map(({ key }) => key);
}
