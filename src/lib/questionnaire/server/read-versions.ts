import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import { selectOwner, selectVersions, type StoredVersion } from './questionnaire-store.ts';

/** A questionnaire with all that was ever published of it. */
export interface PublishedQuestionnaire {
	id: string;
	placeCode: string;
	/** Newest first. */
	versions: StoredVersion[];
}

/**
 * Every published version of a questionnaire.
 * @throws AppError `not-found` when there is none, or without `questionnaire.edit` in its place
 */
export async function readVersions(
	ctx: Pick<Context, 'db' | 'actor'>,
	id: string
): Promise<PublishedQuestionnaire> {
	const placeCode = await selectOwner(ctx.db, id);
	if (placeCode === undefined) throw new AppError('not-found');
	await requirePermission(ctx, 'questionnaire.edit', placeCode);
	return { id, placeCode, versions: await selectVersions(ctx.db, id) };
}
