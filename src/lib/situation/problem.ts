/** Who sees a problem: the three sources that a picture puts side by side. */
export const sources = ['citizens', 'staff', 'statistics'] as const;
export type Source = (typeof sources)[number];

/** How clearly a source sees a problem: stark · viss · saknas. */
export const strengths = ['strong', 'some', 'none'] as const;
export type Strength = (typeof strengths)[number];

/** What people decided instead of the rules, with the reason that is shown. */
export interface Overrule {
	strength: Strength;
	reason: string;
}

/** Something that troubles a place, weighed from several sources. */
export interface SituationProblem {
	id: string;
	placeCode: string;
	name: string;
	/** What it is about, in a few words; may be empty. */
	note: string;
	evidenceIds: string[];
	overrules: Partial<Record<Source, Overrule>>;
	ended: boolean;
}
