import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { dayOf } from '#lib/dialogues/period.ts';
import type { Context } from '#lib/server/context.ts';
import { reviewOf, type Review } from '../review.ts';
import { selectSituationSettings, type SituationSettings } from './assessment-store.ts';
import { listPublishedPictures } from './read-picture.ts';

/** When a place's latest picture is to be looked over; null where none is published. */
export interface PictureReview extends Review {
	pictureId: string;
	title: string;
}

/**
 * When the latest published picture of a place is to be looked over again.
 * @throws AppError `not-found` without `results.read` there
 */
export async function readReview(
	ctx: Pick<Context, 'db' | 'actor' | 'now'>,
	placeCode: string
): Promise<PictureReview | null> {
	await requirePermission(ctx, 'results.read', placeCode);
	const [latest] = await listPublishedPictures(ctx, placeCode);
	if (!latest) return null;
	const { review } = await selectSituationSettings(ctx.db, placeCode);
	return {
		...reviewOf(latest.publishedOn, review, dayOf(ctx.now())),
		pictureId: latest.id,
		title: latest.title
	};
}

/**
 * How a place weighs its problems and how often it looks its picture over.
 * @throws AppError `not-found` without `results.read` there
 */
export async function readSituationSettings(
	ctx: Pick<Context, 'db' | 'actor'>,
	placeCode: string
): Promise<SituationSettings> {
	await requirePermission(ctx, 'results.read', placeCode);
	return selectSituationSettings(ctx.db, placeCode);
}
