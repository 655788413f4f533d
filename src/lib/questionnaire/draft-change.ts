import type { Texts } from '#lib/i18n/languages.ts';
import type { ReviewState } from './draft.ts';
import type { BackgroundQuestion, Question } from './question.ts';

/** Title and introduction. */
export interface About {
	title: Texts;
	intro?: Texts;
}

/**
 * One change of a draft, small enough to be put together with what others have changed. Where a person wrote something,
 * `base` is what they had in front of them when they began: somebody else's change of the same text in between is
 * found and shown, never overwritten.
 */
export type DraftChange =
	| { kind: 'about'; base: About; next: About }
	| { kind: 'question'; key: string; base: Question; next: Question }
	/** `index` is where it shall stand; at the end when left out. */
	| { kind: 'insert'; question: Question; index?: number }
	| { kind: 'move'; key: string; index: number }
	| { kind: 'copy'; key: string; newKey: string }
	| { kind: 'remove'; key: string }
	| { kind: 'restore'; key: string }
	| { kind: 'background'; base: BackgroundQuestion[]; next: BackgroundQuestion[] }
	/** `base` are the languages that were in front of the person; what others added or removed since then stays so. */
	| { kind: 'languages'; languages: string[]; source: string; base?: string[] }
	/** By address of the text; an empty text takes the translation away. */
	| { kind: 'translate'; language: string; base: Record<string, string>; next: Record<string, string> }
	| { kind: 'review'; language: string; addresses: string[]; state: ReviewState | 'reviewed' }
	| { kind: 'let-pass'; key: string; finding: string; passes: boolean };

/** A text that two people changed at the same time: what it was, and what each made of it. */
export interface Conflict {
	/** Where, such as `questions.safe_overall.options.1.text.sv`. */
	at: string;
	base: string;
	yours: string;
	theirs: string;
}
