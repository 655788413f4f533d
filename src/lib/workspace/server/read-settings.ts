import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import type { Place, PlaceProfile } from '#lib/places/place.ts';
import type { Logo } from '#lib/places/settings-logo.ts';
import type { PlaceSettings } from '#lib/places/settings.ts';
import { readPlace } from '#lib/places/server/read-place.ts';
import { readPlaceProfile } from '#lib/places/server/read-place-profile.ts';
import { readPlaceSettings } from '#lib/places/server/read-place-settings.ts';
import { listLogos } from '#lib/places/server/settings-logos.ts';
import type { Context } from '#lib/server/context.ts';

/** Everything that an administrator decides about a place. */
export interface OrganisationSettings {
	place: Place;
	profile: PlaceProfile;
	settings: PlaceSettings;
	logos: Logo[];
}

/**
 * What a place has decided about itself, to show it before it is changed.
 * @throws AppError `not-found` without the permission `settings.read` in the place.
 */
export async function readSettings(ctx: Context, placeCode: string): Promise<OrganisationSettings> {
	await requirePermission(ctx, 'settings.read', placeCode);
	return {
		place: await readPlace(ctx, placeCode),
		profile: await readPlaceProfile(ctx, placeCode),
		settings: await readPlaceSettings(ctx, placeCode),
		logos: await listLogos(ctx, placeCode)
	};
}
