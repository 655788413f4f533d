import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import type { Details } from '#lib/audit/event.ts';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import type { PlaceProfile } from '#lib/places/place.ts';
import type { Logo } from '#lib/places/settings-logo.ts';
import type { PlaceSettings } from '#lib/places/settings.ts';
import { readPlaceProfile } from '#lib/places/server/read-place-profile.ts';
import { readPlaceSettings } from '#lib/places/server/read-place-settings.ts';
import { savePlaceProfile } from '#lib/places/server/save-place-profile.ts';
import { savePlaceSettings } from '#lib/places/server/save-place-settings.ts';
import { addLogo, removeLogo, type NewLogo } from '#lib/places/server/settings-logos.ts';
import type { Context } from '#lib/server/context.ts';
import type { Outcome } from '#lib/server/problem.ts';

/** Which ways to reach a place there are; the log holds no addresses. */
const profileDetails = ({ sender, contactEmail, contactPhone }: PlaceProfile): Details => ({
	sender,
	contact: [...(contactEmail ? ['mail'] : []), ...(contactPhone ? ['phone'] : [])]
});

const settingsDetails = (settings: PlaceSettings): Details => ({
	openLink: [`${settings.openLink.crowd}`, `${settings.openLink.insiders}`],
	meeting: [`${settings.meeting.crowd}`, `${settings.meeting.insiders}`],
	retentionDays: settings.retentionDays,
	registryNumber: settings.registryNumber,
	embedding: settings.embedOrigins,
	languages: settings.languages
});

/**
 * Saves who asks in a place and how to reach them.
 * @returns the profile as saved, or problems at `sender`, `contactEmail` or `contactPhone`.
 * @throws AppError `not-found` without the permission `settings.edit` in the place.
 */
export async function saveProfile(ctx: Context, profile: PlaceProfile): Promise<Outcome<PlaceProfile>> {
	const { placeCode } = profile;
	await requirePermission(ctx, 'settings.edit', placeCode);
	return ctx.db.transaction().execute(async (trx) => {
		const before = profileDetails(await readPlaceProfile({ db: trx }, placeCode));
		const saved = await savePlaceProfile({ db: trx }, profile);
		if (saved.ok) {
			const after = profileDetails(saved.value);
			await recordEvent(trx, ctx, {
				action: 'profile.saved',
				placeCode,
				subject: `place:${placeCode}`,
				before,
				after
			});
		}
		return saved;
	});
}

/**
 * Saves how a place's dialogues are set up.
 * @returns the settings as saved, or problems at their paths.
 * @throws AppError `not-found` without the permission `settings.edit` in the place.
 */
export async function saveSettings(ctx: Context, settings: PlaceSettings): Promise<Outcome<PlaceSettings>> {
	const { placeCode } = settings;
	await requirePermission(ctx, 'settings.edit', placeCode);
	return ctx.db.transaction().execute(async (trx) => {
		const before = settingsDetails(await readPlaceSettings({ db: trx }, placeCode));
		const saved = await savePlaceSettings(trx, settings);
		if (saved.ok) {
			const after = settingsDetails(saved.value);
			await recordEvent(trx, ctx, {
				action: 'settings.saved',
				placeCode,
				subject: `place:${placeCode}`,
				before,
				after
			});
		}
		return saved;
	});
}

/**
 * Adds a sender's logo.
 * @returns the logo, or problems at `logo` and `alternativeText`.
 * @throws AppError `not-found` without the permission `settings.edit` in the place.
 */
export async function saveLogo(ctx: Context, logo: NewLogo): Promise<Outcome<Logo>> {
	const { placeCode } = logo;
	await requirePermission(ctx, 'settings.edit', placeCode);
	return ctx.db.transaction().execute(async (trx) => {
		const added = await addLogo(trx, ctx, logo);
		if (added.ok)
			await recordEvent(trx, ctx, {
				action: 'settings.saved',
				placeCode,
				subject: `logo:${added.value.id}`,
				after: { logo: added.value.alternativeText }
			});
		return added;
	});
}

/**
 * Takes a sender's logo away.
 * @throws AppError `not-found` when the place has no such logo, or without the permission `settings.edit` there.
 */
export async function deleteLogo(ctx: Context, logo: { id: string; placeCode: string }): Promise<void> {
	await requirePermission(ctx, 'settings.edit', logo.placeCode);
	await ctx.db.transaction().execute(async (trx) => {
		const text = await removeLogo(trx, logo);
		await recordEvent(trx, ctx, {
			action: 'settings.saved',
			placeCode: logo.placeCode,
			subject: `logo:${logo.id}`,
			before: { logo: text }
		});
	});
}
