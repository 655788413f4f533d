import type { TextDecision } from '../moderation.ts';

/** What somebody decided about a text. No time, and no order but that of random ids. */
export interface TextDecisionRow {
	textId: string;
	dialogueId: string;
	decision: TextDecision;
	/** Why it was rejected; null for the others. */
	reason: string | null;
	/** What is masked and what was let pass, see Marks; encrypted, since places in a text say something about it. */
	sealedMasks: string;
}

/** A text as everybody may read it, after masking. */
export interface ReleasedTextRow {
	textId: string;
	dialogueId: string;
	questionKey: string;
	text: string;
	/** 1 while it is taken down. */
	hidden: number;
}

/** How many times what is shown of a dialogue's texts has changed. */
export interface TextRevisionRow {
	dialogueId: string;
	revision: number;
}

export interface TextThemeRow {
	id: string;
	dialogueId: string;
	name: string;
}

/** A text that belongs to a theme. */
export interface TextThemingRow {
	themeId: string;
	textId: string;
}

export interface TextsTables {
	textDecision: TextDecisionRow;
	releasedText: ReleasedTextRow;
	textRevision: TextRevisionRow;
	textTheme: TextThemeRow;
	textTheming: TextThemingRow;
}
