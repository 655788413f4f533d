import { readDialogue } from '#lib/dialogues/server/read-dialogue.ts';
import { readPlace } from '#lib/places/server/read-place.ts';
import type { Context } from '#lib/server/context.ts';
import type { Meeting } from '../meeting.ts';
import type { Afterwards } from '../views.ts';

/** Where the results of a meeting that has ended will be, and what was promised for when; null before its end. */
export async function readAfterwards(
	ctx: Pick<Context, 'db'>,
	{ state, dialogueId, placeCode }: Pick<Meeting, 'state' | 'dialogueId' | 'placeCode'>
): Promise<Afterwards | null> {
	if (state !== 'ended') return null;
	if (dialogueId === null) return { path: null, resultsDueOn: null, pledgesDueOn: null };
	const { slug, resultsDueOn, pledgesDueOn } = await readDialogue(ctx, dialogueId);
	const { slug: municipality } = await readPlace(ctx, placeCode);
	const path = municipality ? `/${municipality}/dialog/${slug}/resultat` : null;
	return { path, resultsDueOn, pledgesDueOn };
}
