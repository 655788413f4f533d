import type { Missing } from '../read-value.ts';

/** A file that somebody has uploaded, as it came. */
export interface StatisticImportRow {
	id: string;
	placeCode: string;
	fileName: string;
	content: Buffer;
	/** What was said about it: ImportSettings as JSON. */
	settings: string;
	/** A person's id, or `system`. */
	uploadedBy: string;
	/** Milliseconds since 1970, UTC. */
	uploadedAt: number;
	confirmedAt: number | null;
}

/** What is measured, kept by a place. */
export interface StatisticSeriesRow {
	id: string;
	placeCode: string;
	/** The same for the same thing in the next file, see seriesKey. */
	seriesKey: string;
	title: string;
	/** Pairs of name and value, as JSON. */
	parts: string;
	unit: string;
	/** What the source says about it: texts, as JSON. */
	notes: string;
	/** 1 when everybody may see it. */
	public: number;
	/** 1 when somebody has taken it away; it comes back with the next file that holds it. */
	removed: number;
	/** The latest version. */
	version: number;
}

/** One import of a series. */
export interface StatisticVersionRow {
	seriesId: string;
	version: number;
	importId: string;
	/** Which values are its own. */
	batch: string;
	importedBy: string;
	importedAt: number;
	source: string;
	licence: string;
	/** As the source writes it. */
	sourceUpdated: string;
	/** Calendar day, `YYYY-MM-DD`. */
	retrievedOn: string;
	/** Values that were new in it, and values that it changed. */
	added: number;
	revised: number;
}

/**
 * A value that an import added or changed. It counts once its batch belongs to a version of the series; what an import that
 * broke off left behind is seen by nobody.
 */
export interface StatisticObservationRow {
	seriesId: string;
	placeCode: string;
	period: string;
	/** Random; one for each try to import. */
	batch: string;
	value: number | null;
	missing: Missing | null;
	preliminary: number;
	low: number | null;
	high: number | null;
}

export interface StatisticsTables {
	statisticImport: StatisticImportRow;
	statisticSeries: StatisticSeriesRow;
	statisticVersion: StatisticVersionRow;
	statisticObservation: StatisticObservationRow;
}
