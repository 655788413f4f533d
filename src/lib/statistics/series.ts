import type { Place } from '../places/place.ts';
import type { Missing } from './read-value.ts';

/** A place in a series, with what a table says of it. */
export type SeriesPlace = Pick<Place, 'code' | 'name' | 'kind'>;

/** One value of a series. */
export interface SeriesValue {
	/** `2024`, `2024-05`, `2023/2024`. */
	period: string;
	value: number | null;
	/** Why there is none. */
	missing: Missing | null;
	preliminary: boolean;
	/** The limits of the confidence interval, where the source gives them. */
	low: number | null;
	high: number | null;
	/** The version that it came with or was changed in. */
	version: number;
	/** What stood here before it was changed, the latest first. */
	earlier: { version: number; value: number | null }[];
}

/** How a place in a series relates to the one that was asked about. */
export type Relation = 'own' | 'similar' | 'county' | 'country' | 'above' | 'below';

/** The values of one place, by period. */
export interface SeriesLine {
	place: SeriesPlace;
	relation: Relation;
	values: SeriesValue[];
}

/** One import of a series. */
export interface SeriesVersion {
	version: number;
	/** `SCB`, `Brå`; printed after "Källa:". */
	source: string;
	licence: string;
	/** As the source writes it; empty when it does not say. */
	sourceUpdated: string;
	/** Calendar day. */
	retrievedOn: string;
	importedAt: Date;
	added: number;
	revised: number;
}

/** A series in a list. */
export interface SeriesSummary {
	id: string;
	/** The place that keeps it. */
	placeCode: string;
	title: string;
	/** What else tells it from others, as name and value. */
	parts: [string, string][];
	/** `antal`, `per 100 000 invånare`, `%`; empty when it is not known. */
	unit: string;
	source: string;
	version: number;
	/** Everybody may see it. */
	public: boolean;
	/** Periods of the place that was asked about: how many, the first and the latest; null when it has no value. */
	periods: { count: number; first: string; last: string } | null;
}

/** A series with the values of some places. */
export interface Series extends Omit<SeriesSummary, 'periods' | 'source'> {
	lines: SeriesLine[];
	/** The latest first. */
	versions: SeriesVersion[];
	/** What the source says about it. */
	notes: string[];
}

/** The name of a series with what tells it from others: `Folkmängd (kön: kvinnor)`. */
export const seriesName = ({ title, parts }: Pick<SeriesSummary, 'title' | 'parts'>): string =>
	parts.length === 0 ? title : `${title} (${parts.map(([, value]) => value).join(', ')})`;
