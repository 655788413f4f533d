import { placesOfPermission } from '#lib/accounts/server/require-permission.ts';
import { readPlacesBelow } from '#lib/places/server/read-place-path.ts';
import type { Context } from '#lib/server/context.ts';

/** A draft that is to open on a day. */
export interface PlannedDraft {
	draftId: string;
	placeCode: string;
	/** May be empty. */
	title: string;
	/** `YYYY-MM-DD`. */
	opensOn: string;
}

/**
 * The drafts with a first day until `until`, in the places where who acts may edit dialogues, the earliest first.
 * @param until `YYYY-MM-DD`, included
 */
export async function listPlanned(
	ctx: Pick<Context, 'db' | 'actor'>,
	until: string
): Promise<PlannedDraft[]> {
	const places = await readPlacesBelow(ctx, placesOfPermission(ctx, 'dialogue.edit') ?? []);
	if (places.length === 0) return [];
	return ctx.db
		.selectFrom('dialoguePlan')
		.innerJoin('questionnaireDraft', 'questionnaireDraft.id', 'dialoguePlan.draftId')
		.select([
			'dialoguePlan.draftId',
			'questionnaireDraft.placeCode',
			'questionnaireDraft.title',
			'dialoguePlan.opensOn'
		])
		.where('questionnaireDraft.placeCode', 'in', places)
		.where('dialoguePlan.opensOn', '!=', '')
		.where('dialoguePlan.opensOn', '<=', until)
		.orderBy('dialoguePlan.opensOn')
		.orderBy('dialoguePlan.draftId')
		.execute();
}
