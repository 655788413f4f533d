import { placesOfPermission } from '#lib/accounts/server/require-permission.ts';
import { dayOf } from '#lib/dialogues/period.ts';
import { readPlace } from '#lib/places/server/read-place.ts';
import { readPlacesBelow } from '#lib/places/server/read-place-path.ts';
import type { Context } from '#lib/server/context.ts';
import { reviewOf } from '../review.ts';
import { selectSituationSettings } from './assessment-store.ts';
import { selectPicturesIn } from './picture-store.ts';

/** Something to do about a picture. */
export interface PictureDuty {
	kind: 'review-overdue' | 'review-due' | 'signature';
	/** The picture's title. */
	about: string;
	placeName: string;
	href: string;
	/** The last day; null where there is none. */
	dueOn: string | null;
}

/** What the signed-in person has to do about pictures: those that wait for a signature, and those to look over again. */
export async function listPictureDuties(ctx: Pick<Context, 'db' | 'actor' | 'now'>): Promise<PictureDuty[]> {
	const codes = placesOfPermission(ctx, 'situation.edit') ?? [];
	if (codes.length === 0) return [];
	const pictures = await selectPicturesIn(ctx.db, await readPlacesBelow(ctx, codes));
	const duties: PictureDuty[] = [];
	const reviewed = new Set<string>();
	for (const { id, placeCode, state, title, publishedOn } of pictures) {
		const about = { about: title, href: `/arbete/lagesbild/${id}` };
		const { name: placeName } = await readPlace(ctx, placeCode);
		if (state === 'frozen') duties.push({ kind: 'signature', ...about, placeName, dueOn: null });
		// The latest published version is the one to look over; those before it are history.
		if (state !== 'published' || publishedOn === null || reviewed.has(placeCode)) continue;
		reviewed.add(placeCode);
		const { review } = await selectSituationSettings(ctx.db, placeCode);
		const { state: when, dueOn } = reviewOf(publishedOn, review, dayOf(ctx.now()));
		if (when === 'far') continue;
		const kind = when === 'overdue' ? 'review-overdue' : 'review-due';
		duties.push({ kind, ...about, placeName, dueOn });
	}
	return duties;
}
