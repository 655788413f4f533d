import { placesOfPermission } from '#lib/accounts/server/require-permission.ts';
import { readPlacesBelow } from '#lib/places/server/read-place-path.ts';
import type { Context } from '#lib/server/context.ts';
import { countUnreadDialogues } from './text-store.ts';

/**
 * In how many dialogues, those of meetings' steps too, texts wait for the person to read them: where they may moderate.
 * Never how many texts; that is told at the desk only.
 */
export async function countDialoguesToRead(ctx: Pick<Context, 'db' | 'actor'>): Promise<number> {
	const codes = placesOfPermission(ctx, 'texts.moderate') ?? ['se'];
	return codes.length === 0 ? 0 : countUnreadDialogues(ctx.db, await readPlacesBelow(ctx, codes));
}
