import type { DraftChange } from '../draft-change.ts';
import type { DraftContent } from '../draft.ts';
import type { Question, QuestionnaireDefinition } from '../question.ts';

/** What is known to fail when residents meet it: the dialogue cannot be opened. */
export const blockCodes = [
	'no-questions',
	'missing-text',
	'missing-translation',
	'title-too-long',
	'too-many-options',
	'too-few-options',
	'two-in-one',
	'missing-dont-know',
	'background-too-fine',
	'condition-not-earlier',
	'condition-empty',
	'condition-unknown-option',
	'max-out-of-range',
	'sensitive-unanimity',
	'too-many-dimensions',
	'duplicate-dimension',
	'short-too-long',
	'broken-form'
] as const;

/** What often makes answers worse: told, never stopped. */
export const warningCodes = [
	'many-questions',
	'hard-text',
	'hard-questionnaire',
	'leading-words',
	'unreviewed',
	'dont-know-counted',
	'scale-changed',
	'unreachable',
	'condition-held'
] as const;

export type BlockCode = (typeof blockCodes)[number];
export type WarningCode = (typeof warningCodes)[number];
export type FindingCode = BlockCode | WarningCode;

/** Findings about language: a rule that looks at words can be wrong, so a person may let them pass. */
export const passableCodes: readonly string[] = ['two-in-one', 'missing-dont-know', 'leading-words'];

/** Mends that are one press of a button. */
export const mendNames = [
	'stop-offering',
	'keep-seven',
	'add-dont-know',
	'set-apart',
	'merge-bands',
	'drop-background',
	'drop-condition',
	'drop-limit',
	'hide-unanimity'
] as const;

export type MendName = (typeof mendNames)[number];

/** One press that mends it, or the way to the field where a person does. */
export type Mend = { kind: 'change'; name: MendName; change: DraftChange } | { kind: 'link'; to: Target };

/** What a draft has besides its questions and their translations; `questions` is where one is added. */
export type DraftPart = 'about' | 'background' | 'questions' | 'list';

/**
 * Where a person mends it: a question, title and introduction, the background, where questions are added, the whole list,
 * or a translation.
 */
export type Target =
	{ part: 'question'; key: string } | { part: DraftPart } | { part: 'translation'; language: string };

/** Something the quality check has to say. */
export interface Finding {
	code: FindingCode;
	severity: 'block' | 'warn';
	/** Where, such as `questions.safe_overall.text` or `languages.so`; with the code it names the finding. */
	at: string;
	/** Key of the question it is about. */
	question?: string;
	/** What the sentence is made with. */
	values: Record<string, string | number>;
	/** The best first; never empty. */
	mends: Mend[];
	/** A person has looked at it and let it pass. */
	passed?: true;
}

/** A questionnaire as it was asked in the place before. */
export interface AskedBefore {
	/** When it was asked last. */
	year: string;
	definition: QuestionnaireDefinition;
}

/** What the rules know besides the questionnaire. */
export interface Circumstances {
	/** Inhabitants; null where unknown, or where others than residents are asked. */
	population: number | null;
	/** Least number of people that a number stands for in the dialogue as it is planned. */
	crowd: number;
	/** Newest first. */
	asked: readonly AskedBefore[];
}

export type Rule = (content: DraftContent, circumstances: Circumstances) => Finding[];

/** What a finding is called in a form: the same as long as it is there. */
export const findingId = ({ code, at }: { code: string; at: string }): string => `${code} ${at}`;

/** A small mark of a text (FNV-1a, 32 bits): another text nearly always has another. */
function markOf(text: string): string {
	let hash = 0x811c9dc5;
	for (const unit of new TextEncoder().encode(text)) hash = Math.imul(hash ^ unit, 0x01000193);
	return (hash >>> 0).toString(16).padStart(8, '0');
}

/**
 * What a draft keeps of a finding that somebody let pass: it holds for the words they looked at, and lapses when these
 * change.
 */
export const passMark = (code: string, { text }: Pick<Question, 'text'>): string =>
	`${code}-${markOf(text.sv)}`;

/** The way to a question in the editor. */
export const toQuestion = (key: string): Mend => ({ kind: 'link', to: { part: 'question', key } });

/** The way to another part of the draft. */
export const toPart = (part: DraftPart): Mend => ({
	kind: 'link',
	to: { part }
});

/** The way to the translation into a language. */
export const toTranslation = (language: string): Mend => ({
	kind: 'link',
	to: { part: 'translation', language }
});
