/** Whose an activity is. */
export const parties = ['joint', 'police', 'municipality', 'partner'] as const;
export type Party = (typeof parties)[number];

/** Who does what, how much, where and when. Days are `YYYY-MM-DD`. */
export interface Activity {
	id: string;
	party: Party;
	/** "Trygghetsvandring". */
	what: string;
	target: number | null;
	unit: string;
	place: string;
	startsOn: string | null;
	/** The last day; null for something that recurs for as long as the pledge holds. */
	dueOn: string | null;
	/** "varje torsdag 10–11"; empty when it does not recur. */
	recurrence: string;
	/** The role that answers for it: "Områdespolis". Never a person's name. */
	owner: string;
	/** Who may report on it with an account of their own. */
	ownerId: string | null;
}
