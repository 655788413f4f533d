/** The two that pledge; both approve and both sign. */
export const sides = ['police', 'municipality'] as const;
export type Side = (typeof sides)[number];

export interface Approval {
	side: Side;
	name: string;
	day: string;
}

/** Who signed: a title, never a person's name. */
export interface Signature {
	side: Side;
	title: string;
	day: string;
}

/** The signed frame that pledges belong to. */
export interface Agreement {
	id: string;
	placeCode: string;
	title: string;
	text: string;
	validFrom: string;
	validTo: string | null;
	/** Counts the times it was saved, so that nobody overwrites what somebody else has written meanwhile. */
	revision: number;
	signatures: Signature[];
}
