import { defaultSender } from '#lib/places/place.ts';
import { readMunicipality } from '#lib/places/server/read-place.ts';
import { readPlaceProfile } from '#lib/places/server/read-place-profile.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { LayoutServerLoad } from './$types';

/** The municipality that every page under its address belongs to, who asks there, and how to reach them. */
export const load: LayoutServerLoad = async ({ locals, params }) => {
	const place = await orErrorPage(readMunicipality(locals, params.kommun));
	const profile = await readPlaceProfile(locals, place.code);
	return {
		municipality: {
			code: place.code,
			name: place.name,
			officialName: place.officialName ?? place.name,
			slug: params.kommun
		},
		sender: profile.sender || defaultSender(place),
		contact: { email: profile.contactEmail, phone: profile.contactPhone }
	};
};
