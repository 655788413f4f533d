/** Something to be mended, in the reader's language, with the id of its field. */
export interface ProblemInWords {
	field: string | undefined;
	text: string;
}

/** The sentence for a word out of an address; undefined for words that have none. */
export const sentenceFor = (
	sentences: Readonly<Record<string, () => string>>,
	word: string | null | undefined
): string | undefined => (word != null && Object.hasOwn(sentences, word) ? sentences[word]!() : undefined);

interface Wordings {
	/** By `<at> <code>`, else by `<code>` alone. */
	sentences: Readonly<Record<string, () => string>>;
	/** For every other problem. */
	otherwise: () => string;
}

/** What use cases found to mend, in words: for the summary on top and for the fields. */
export const problemsInWords = (
	problems: readonly { at: string; code: string }[] | undefined,
	{ sentences, otherwise }: Wordings
): ProblemInWords[] =>
	(problems ?? []).map(({ at, code }) => ({
		field: at || undefined,
		text: sentenceFor(sentences, `${at} ${code}`) ?? sentenceFor(sentences, code) ?? otherwise()
	}));

/** The sentence of a field; undefined when nothing is wrong with it. */
export const problemOf = (problems: readonly ProblemInWords[], field: string): string | undefined =>
	problems.find((problem) => problem.field === field)?.text;
