/** A safety walk and its protocol. */
export interface WalkRow {
	id: string;
	placeCode: string;
	slug: string;
	dialogueId: string | null;
	route: string;
	/** Calendar day, `YYYY-MM-DD`. */
	day: string;
	participants: number | null;
	about: string;
	publishedOn: string | null;
	/** When those who walked along were told what came of it. */
	reportedOn: string | null;
}

/** A photo without metadata. */
export interface WalkPhotoRow {
	id: string;
	walkId: string;
	mediaType: string;
	width: number;
	height: number;
	alternativeText: string;
	content: Buffer;
}

/** What was seen at one stop, and what came of it. */
export interface WalkPointRow {
	id: string;
	walkId: string;
	number: number;
	spot: string;
	category: string;
	observation: string;
	/** An organisation or a role, never a person. */
	responsible: string;
	answer: string;
	status: string;
	doneOn: string | null;
	photoId: string | null;
}

export interface WalksTables {
	walk: WalkRow;
	walkPhoto: WalkPhotoRow;
	walkPoint: WalkPointRow;
}
