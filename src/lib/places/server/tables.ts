import type { DistrictType, PlaceKind } from '../place.ts';
import type { LogoType } from '../settings-logo.ts';

export interface PlaceRow {
	/** SCB's municipality (4 digits) or county (2 digits) code; `pr-…`, `lpo-…`, `se` or SCB's area id for the rest. */
	code: string;
	kind: PlaceKind;
	name: string;
	/** `Säffle kommun`, `Region Gotland`; municipalities only. */
	officialName: string | null;
	/** The name as it is searched, see searchName. */
	searchName: string;
	/** The municipality's part of the public address; null for other kinds. */
	slug: string | null;
	/** The place above in the police hierarchy. */
	parentCode: string | null;
	countyCode: string | null;
	districtType: DistrictType | null;
	/** 0 when the source marks the place or its parent as unverified. */
	verified: number;
	population: number | null;
	/** 1 when the shipped data no longer knows the place; it stays for what was asked there. */
	retired: number;
}

export interface PlacePopulationRow {
	placeCode: string;
	/** e.g. `15-19`, `75+` */
	ageBand: string;
	sex: 'M' | 'K' | 'T';
	/** Calendar day the figure refers to, `YYYY-MM-DD`. */
	countedOn: string;
	population: number;
	quality: 'exact' | 'estimated';
}

/** What a municipality shows of itself on its public page. */
export interface PlaceProfileRow {
	placeCode: string;
	/** Who asks, e.g. `Säffle kommun och Polisen`. */
	sender: string;
	contactEmail: string | null;
	contactPhone: string | null;
}

/** Which version of the shipped data the database holds. */
export interface PlaceReferenceRow {
	name: string;
	version: string;
}

/** How dialogues in a place are set up unless they say otherwise, see PlaceSettings. */
export interface PlaceSettingsRow {
	placeCode: string;
	openCrowd: number;
	openInsiders: number;
	meetingCrowd: number;
	meetingInsiders: number;
	retentionDays: number | null;
	registryNumber: string | null;
	/** Arrays as JSON. */
	embedOrigins: string;
	languages: string;
}

export interface PlaceLogoRow {
	id: string;
	placeCode: string;
	alternativeText: string;
	mediaType: LogoType;
	content: Buffer;
}

export interface PlacesTables {
	place: PlaceRow;
	placePopulation: PlacePopulationRow;
	placeProfile: PlaceProfileRow;
	placeReference: PlaceReferenceRow;
	placeSettings: PlaceSettingsRow;
	placeLogo: PlaceLogoRow;
}
