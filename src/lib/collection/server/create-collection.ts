import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import { readDialogue } from '#lib/dialogues/server/read-dialogue.ts';
import type { Context } from '#lib/server/context.ts';
import type { Outcome } from '#lib/server/problem.ts';
import { randomId } from '#lib/server/random.ts';
import { checkNewCollection, type FieldCollection, type NewCollection } from '../field-collection.ts';
import { insertCollection, updateCollectionEnded } from './collection-store.ts';
import { readCollection } from './read-collection.ts';

/**
 * Prepares a collection in the field, in a place or for a dialogue, whose place it then is.
 * @returns the collection, or problems at `name`, `day`, `spots` or `themes`
 * @throws AppError `not-found` without the permission `answers.collect` in the place, or for an unknown dialogue
 */
export async function createCollection(
	ctx: Context,
	input: NewCollection
): Promise<Outcome<FieldCollection>> {
	const { dialogueId, meetingId } = input;
	const placeCode = dialogueId ? (await readDialogue(ctx, dialogueId)).placeCode : input.placeCode;
	await requirePermission(ctx, 'answers.collect', placeCode);
	const checked = checkNewCollection(input);
	if (!checked.ok) return checked;
	const { name, day, spots, themes } = checked.value;
	const id = randomId(ctx.random);
	const collection = { id, placeCode, dialogueId, meetingId, name, day, spots, themes, ended: false };
	await ctx.db.transaction().execute(async (trx) => {
		await insertCollection(trx, collection);
		await recordEvent(trx, ctx, {
			action: 'collection.saved',
			placeCode,
			subject: `collection:${id}`,
			after: { name, day, spots: spots.map(({ text }) => text), themes: themes.map(({ text }) => text) }
		});
	});
	return { ok: true, value: collection };
}

/**
 * Ends a collection: its links stop working, what was counted stays.
 * @throws AppError `not-found` without the permission `answers.collect` there
 */
export async function endCollection(ctx: Context, id: string): Promise<void> {
	const { placeCode, ended } = await readCollection(ctx, id);
	if (ended) return;
	await ctx.db.transaction().execute(async (trx) => {
		await updateCollectionEnded(trx, id);
		await recordEvent(trx, ctx, { action: 'collection.ended', placeCode, subject: `collection:${id}` });
	});
}
