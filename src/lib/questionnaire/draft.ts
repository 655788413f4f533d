import type { Texts } from '#lib/i18n/languages.ts';
import type { BackgroundQuestion, Condition, Question } from './question.ts';

/** How far a translation has come: made by a machine, written but not read by a second person. Else it is reviewed. */
export type ReviewState = 'machine' | 'unreviewed';

/** A question that was taken away, and where it stood, so that it can come back. */
export interface RemovedQuestion {
	question: Question;
	index: number;
}

/**
 * A questionnaire while it is written. It has the form of a definition, but Swedish texts may be empty, and nothing
 * has been checked; `definitionOf` makes the definition of it.
 */
export interface DraftContent {
	title: Texts;
	intro?: Texts;
	questions: Question[];
	background: BackgroundQuestion[];
	/** The languages it is meant to be offered in, Swedish first. */
	languages: string[];
	/** The language that translations are made from. */
	source: string;
	/** By language and address of the text (see `textAddresses`); what is not there has been reviewed. */
	review: Record<string, Record<string, ReviewState>>;
	/** By question key: findings of the quality check that a person has looked at and let pass. */
	letPass: Record<string, string[]>;
	/** Latest first; at most `mostRemoved`. Reviews of their texts stay in `review`. */
	removed: RemovedQuestion[];
	/**
	 * By question key: conditions as somebody wrote them that cannot hold at present, since what they name was taken
	 * away or stands later. They come back by themselves when it does.
	 */
	heldConditions?: Record<string, Condition>;
}

/** How many questions that were taken away can come back. */
export const mostRemoved = 10;

/** A draft as it is stored. */
export interface Draft {
	id: string;
	placeCode: string;
	/** The questionnaire that this becomes the next version of; null for a new one. */
	questionnaireId: string | null;
	/** Rises by one with every change. */
	revision: number;
	content: DraftContent;
	changedAt: Date;
	/** The name of who changed it last; `system` for the system itself. */
	changedBy: string;
}
