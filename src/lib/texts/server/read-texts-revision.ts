import type { Context } from '#lib/server/context.ts';
import { selectRevision } from './released-text-store.ts';

/**
 * A number that rises each time that what is shown of a dialogue's texts changes: a release, a text that is taken down
 * or put back, a theme; also in a meeting that asked its question. 0 before the first. A few rows by their key: cheap to
 * ask for again and again.
 */
export const readTextsRevision = (ctx: Pick<Context, 'db'>, dialogueId: string): Promise<number> =>
	selectRevision(ctx.db, dialogueId);
