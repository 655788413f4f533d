import { m } from '#lib/i18n/paraglide/messages.js';
import type { PlaceKind } from '#lib/places/place.ts';

/** What kind of place it is, in words. */
export const kindNames: Record<PlaceKind, () => string> = {
	country: m.kind_country,
	'police-region': m.kind_police_region,
	county: m.kind_county,
	'local-police-area': m.kind_local_police_area,
	municipality: m.kind_municipality,
	district: m.kind_district
};
