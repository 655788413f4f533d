import { tokenHash } from '#lib/accounts/token.ts';
import { takesAnswers, type Dialogue } from '#lib/dialogues/dialogue.ts';
import { readDialogue } from '#lib/dialogues/server/read-dialogue.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { FieldCollection } from '../field-collection.ts';
import { collectionOf, selectCollections, selectDeviceByToken } from './collection-store.ts';

/** What a collector's link opens. */
export interface OpenDevice {
	id: string;
	name: string;
	collection: FieldCollection;
}

/**
 * The device and the collection that a link's token opens; whoever holds it may count and note, and sees no results.
 * @throws AppError `not-found`, also for a link that has been ended
 */
export async function readDevice(ctx: Pick<Context, 'db'>, token: string): Promise<OpenDevice> {
	const device = await selectDeviceByToken(ctx.db, tokenHash(token));
	const row =
		device && (await selectCollections(ctx.db).where('id', '=', device.collectionId).executeTakeFirst());
	if (!row || row.ended === 1) throw new AppError('not-found', 'no such device');
	return { id: device.id, name: device.name, collection: collectionOf(row) };
}

/**
 * The dialogue that people can answer on the collector's device.
 * @throws AppError `not-found` when the collection has none, or its dialogue is not asked in the field
 */
export async function readFieldDialogue(
	ctx: Pick<Context, 'db'>,
	{ collection }: OpenDevice
): Promise<Dialogue> {
	const dialogue = collection.dialogueId ? await readDialogue(ctx, collection.dialogueId) : undefined;
	if (!dialogue?.channels.includes('field')) throw new AppError('not-found', 'nothing to answer');
	return dialogue;
}

/** Whether people can answer on the collector's device now. */
export async function canAnswerInField(
	ctx: Pick<Context, 'db' | 'now'>,
	device: OpenDevice
): Promise<boolean> {
	const dialogue = await readFieldDialogue(ctx, device).catch(() => undefined);
	return dialogue !== undefined && takesAnswers(dialogue, ctx.now());
}
