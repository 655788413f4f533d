/** Most characters of the conclusions, bytes of a photo, and photos of a report. */
export const mostConclusions = 4000;
export const mostPhotoBytes = 5 * 1024 * 1024;
export const mostPhotos = 12;

/** What staff add to the report that a meeting makes by itself. */
export interface ReportParts {
	/** In their own words; empty for none. */
	conclusions: string;
	/** Ids of the released texts that are quoted; null as long as nobody has chosen: then all are. */
	quotes: string[] | null;
	photos: { id: string; number: number; width: number; height: number; alternativeText: string }[];
	/** What was talked about in the field and at tables, counted by theme. */
	notes: { count: number; themes: { text: string; count: number }[] };
}
