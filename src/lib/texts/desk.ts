import type { Piece } from './mask.ts';
import type { DataKind } from './mask.ts';
import type { RejectReason } from './moderation.ts';

/** Something found in a text, as the form of the desk names it. */
export interface DeskFinding {
	/** `start-end` */
	stretch: string;
	kind: DataKind;
	text: string;
}

/** A text that waits to be read; nothing beside it but the question it answers. */
export interface DeskText {
	id: string;
	question: string;
	text: string;
	/** The text cut up so that what was found can be marked. */
	pieces: Piece[];
	findings: DeskFinding[];
	/** Ids of the themes that it has been given. */
	themes: string[];
}

/** A text that was decided about. */
export interface DecidedText {
	id: string;
	/** As it will be, or is, shown; a rejected one as it was written. */
	text: string;
	themes: string[];
}

export interface RejectedText extends DecidedText {
	reason: RejectReason | null;
}

export interface ShownText extends DecidedText {
	hidden: boolean;
}

/** A theme as its makers see it. */
export interface DeskTheme {
	id: string;
	name: string;
	/** Released texts; null while they are too few to be told. */
	count: number | null;
}

/** The desk where the texts of one dialogue are read before anybody else sees them. */
export interface ModerationDesk {
	dialogue: { id: string; code: string; title: string; placeName: string };
	/** How many nobody has decided about, and the first of them in this session's order. */
	unread: number;
	batch: DeskText[];
	/** What the next release shows. */
	waiting: DecidedText[];
	/** How many are accepted but wait until the dialogue is closed, since their question is sensitive. */
	held: number;
	rejected: RejectedText[];
	released: ShownText[];
	themes: DeskTheme[];
	/** In how many released texts a theme or a word must stand before its number is told. */
	least: number;
}

/** A dialogue with texts, in the list of those to be read. */
export interface TextDialogue {
	code: string;
	title: string;
	placeName: string;
	unread: number;
	/** Accepted or rejected and not yet released. */
	decided: number;
	released: number;
}

/** How many texts the desk lays out at a time. */
export const batchSize = 8;
