import { requirePermission } from '../../accounts/server/require-permission.ts';
import { recordEvent } from '../../audit/server/record-event.ts';
import { readDialogue } from '../../dialogues/server/read-dialogue.ts';
import { AppError } from '../../server/app-error.ts';
import type { Context } from '../../server/context.ts';
import { newOneTimeCode } from '../one-time-code.ts';
import { hashOfCode } from './code-hash.ts';
import { insertCodes } from './code-store.ts';

/** Most codes that are made at one time. */
export const mostCodes = 2000;

/**
 * Makes one-time codes for a dialogue that asks for them. They are given once, as they are printed, in no order that
 * means anything; only keyed hashes stay.
 * @param count a whole number, 1 to `mostCodes`
 * @throws AppError `not-found` without permission; `not-open` when the dialogue asks for no codes or takes no more
 * answers; `too-large` for another count
 */
export async function makeCodes(
	ctx: Context,
	{ dialogueId, count }: { dialogueId: string; count: number }
): Promise<string[]> {
	const dialogue = await readDialogue(ctx, dialogueId);
	await requirePermission(ctx, 'sharing.edit', dialogue.placeCode);
	if (dialogue.entry !== 'codes' || dialogue.state === 'closing' || dialogue.state === 'closed')
		throw new AppError('not-open', 'the dialogue asks for no one-time codes');
	if (!Number.isInteger(count) || count < 1 || count > mostCodes)
		throw new AppError('too-large', `codes are made 1 to ${mostCodes} at a time`);
	const codes = new Set<string>();
	while (codes.size < count) codes.add(newOneTimeCode(ctx.random));
	await ctx.db.transaction().execute(async (trx) => {
		const hashes = [...codes].map((code) => hashOfCode(ctx, dialogueId, code));
		await insertCodes(trx, dialogueId, hashes);
		await recordEvent(trx, ctx, {
			action: 'codes.made',
			placeCode: dialogue.placeCode,
			subject: `dialogue:${dialogueId}`,
			after: { count }
		});
	});
	return [...codes];
}
