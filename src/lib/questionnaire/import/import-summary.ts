import { titleOf } from '../draft-content.ts';
import type { DraftContent } from '../draft.ts';
import type { QuestionKind } from '../question.ts';

/** What of a file comes along, in short. */
export interface ImportSummary {
	title: string;
	source: string;
	/** Those that have texts, the source first. */
	languages: string[];
	options: number;
	questions: { key: string; text: string; kind: QuestionKind; options: number }[];
}

/** The languages that something is written in: Swedish is left out while all its texts are empty or built in. */
const writtenLanguages = ({ languages, source, questions }: DraftContent): string[] => [
	source,
	...languages.filter(
		(language) => language !== source && questions.some(({ text }) => text[language]?.trim())
	)
];

/** What a draft that is about to be imported holds; texts in the language they are written in. */
export const summaryOf = (content: DraftContent): ImportSummary => ({
	title: titleOf(content),
	source: content.source,
	languages: writtenLanguages(content),
	options: content.questions.reduce((sum, { options }) => sum + options.length, 0),
	questions: content.questions.map(({ key, text, kind, options }) => ({
		...{ key, kind, options: options.length },
		text: text[content.source]?.trim() || text.sv
	}))
});
