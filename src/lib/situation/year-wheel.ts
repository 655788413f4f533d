/** Something that comes back every year, or happens on a day this year. */
export interface WheelEntry {
	/** Null for what is worked out from dialogues, pictures and focus areas. */
	id: string | null;
	/** 1–12. */
	month: number;
	text: string;
	/** Where it is; null for what staff wrote. */
	href: string | null;
	/** The day, where it has one. */
	day: string | null;
}

/** The months of a year with what happens in each; entries with a day first, in their order. */
export const wheelMonths = (entries: readonly WheelEntry[]): { month: number; entries: WheelEntry[] }[] =>
	Array.from({ length: 12 }, (_, index) => ({
		month: index + 1,
		entries: entries
			.filter(({ month }) => month === index + 1)
			.sort((a, b) => (a.day ?? '~').localeCompare(b.day ?? '~') || a.text.localeCompare(b.text, 'sv'))
	}));
