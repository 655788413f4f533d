import type { Context } from '../../server/context.ts';
import { selectStandings, type Standing } from './results-store.ts';

export type { Standing };

/** Where dialogues stand: their state and latest release, 0 before the first. In no particular order. */
export const readStandings = (
	ctx: Pick<Context, 'db'>,
	dialogueIds: readonly string[]
): Promise<Standing[]> => selectStandings(ctx.db, dialogueIds);
