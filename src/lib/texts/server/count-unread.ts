import type { Context } from '#lib/server/context.ts';
import { countUnreadOf } from './text-store.ts';

/** How many texts of a dialogue nobody has decided about; for staff, so whoever calls has asked whether they may know. */
export const countUnread = (
	ctx: Pick<Context, 'db'>,
	{ dialogueId }: { dialogueId: string }
): Promise<number> => countUnreadOf(ctx.db, dialogueId);
