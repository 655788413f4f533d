import type { Context } from '../../server/context.ts';
import { selectSomePending } from './pending-store.ts';

/** Whether sheets of a dialogue wait to be counted; how many is nobody's concern. */
export const hasWaiting = async (ctx: Pick<Context, 'db'>, dialogueId: string): Promise<boolean> =>
	(await selectSomePending(ctx.db, dialogueId)) !== undefined;
