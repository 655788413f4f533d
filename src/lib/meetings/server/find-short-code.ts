import type { Context } from '#lib/server/context.ts';
import { selectMeetings } from './meeting-store.ts';

/** Whether a six-digit code is a meeting's. Dialogues and meetings share the codes, so that each belongs to one thing. */
export const isMeetingCode = async (ctx: Pick<Context, 'db'>, code: string): Promise<boolean> =>
	(await selectMeetings(ctx.db).where('code', '=', code).executeTakeFirst()) !== undefined;
