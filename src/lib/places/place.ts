import { plainLetters } from '#lib/format/slug.ts';

export const placeKinds = [
	'country',
	'police-region',
	'county',
	'local-police-area',
	'municipality',
	'district'
] as const;

export type PlaceKind = (typeof placeKinds)[number];

/**
 * SCB's two ways to name a part of a municipality: `regso` areas cover the municipality without overlap, a
 * `locality` (tätort) is a built-up place and leaves the countryside out.
 */
export type DistrictType = 'regso' | 'locality';

/** A place that a dialogue can be held in, or that such a place belongs to. */
export interface Place {
	code: string;
	kind: PlaceKind;
	name: string;
	/** `Säffle kommun`, `Region Gotland`; for municipalities only. */
	officialName: string | null;
	/** The municipality's part of the public address. */
	slug: string | null;
	/** The place above in the police hierarchy; for a county or a police region the country. */
	parentCode: string | null;
	parentName: string | null;
	countyCode: string | null;
	/** False when the source leaves the place, or what it belongs to, unconfirmed. */
	verified: boolean;
	population: number | null;
}

/** A part of a municipality in a list that a resident chooses from. */
export interface District {
	code: string;
	name: string;
	type: DistrictType;
}

/** Who asks in a place, and how to reach them. */
export interface PlaceProfile {
	placeCode: string;
	sender: string;
	contactEmail: string | null;
	contactPhone: string | null;
}

const before = /^(polisregion|lokalpolisomrade|lpo|region) (?=.)/;
const after = /(?<=.) (kommun|stad|lan)$/;

/**
 * The name as it is searched and compared: lower case, plain letters, dashes and blanks alike, without "kommun",
 * "stad", "län", "region" or "lokalpolisområde" around it. "Malung–Sälens kommun" becomes `malung salens`.
 */
export const searchName = (name: string): string =>
	plainLetters(name)
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim()
		.replace(before, '')
		.replace(after, '');

/**
 * What to look for when somebody writes `query`, likeliest first: the name itself, then without the s of a
 * genitive, then without a last word that may become "kommun". Empty when nothing is left to look for.
 */
export function searchForms(query: string): string[] {
	const name = searchName(query);
	const unfinished = /^(.+) (k|ko|kom|komm|kommu|s|st|sta|l|la)$/.exec(name)?.[1];
	const bases = unfinished ? [name, unfinished] : [name];
	const forms = bases.flatMap((base) =>
		base.length > 3 && base.endsWith('s') ? [base, base.slice(0, -1)] : [base]
	);
	return [...new Set(forms)].filter((form) => form !== '');
}

/** Who asks where nobody has written anything else: `Säffle kommun och Polisen`. */
export function defaultSender(place: Pick<Place, 'kind' | 'name' | 'officialName'>): string {
	if (place.kind === 'municipality') return `${place.officialName ?? `${place.name} kommun`} och Polisen`;
	if (place.kind === 'local-police-area') return `Polisen, lokalpolisområde ${place.name}`;
	if (place.kind === 'police-region') return `Polisen, region ${place.name}`;
	return 'Polisen';
}
