import { paperKeyName } from '#lib/collection/server/paper-envelope.ts';
import type { Context } from '#lib/server/context.ts';
import { randomId, secureRandom } from '#lib/server/random.ts';

/** What collecting leaves in a place for addresses to be about. */
export interface CollectionTarget {
	collectionId: string;
	/** A batch of paper forms of the place's dialogue that somebody else has begun. */
	paperBatchId: string;
}

/** Ids of nothing. */
export const noCollection = (): CollectionTarget => ({
	collectionId: randomId(secureRandom),
	paperBatchId: randomId(secureRandom)
});

/** Puts a collection in the field and a batch of paper forms into a place. */
export async function plantCollection(
	ctx: Context,
	{ placeCode, dialogueCode }: { placeCode: string; dialogueCode: string }
): Promise<CollectionTarget> {
	const { collectionId, paperBatchId } = noCollection();
	const list = JSON.stringify([{ key: 'torget', text: 'Torget' }]);
	await ctx.db
		.insertInto('fieldCollection')
		.values({
			...{ id: collectionId, placeCode, dialogueId: null, meetingId: null, name: 'Torgdagen' },
			...{ day: '2027-03-01', spots: list, themes: list, ended: 0 }
		})
		.execute();
	const { id: dialogueId } = await ctx.db
		.selectFrom('dialogue')
		.select('id')
		.where('code', '=', dialogueCode)
		.executeTakeFirstOrThrow();
	ctx.vault.createEpoch(paperKeyName(paperBatchId));
	await ctx.db
		.insertInto('paperBatch')
		.values({
			...{ id: paperBatchId, dialogueId, name: 'Biblioteket', forms: 2, firstPersonId: 'somebody' },
			...{ secondPersonId: null, submitted: 0 }
		})
		.execute();
	return { collectionId, paperBatchId };
}

/** Removes what `plantCollection` put there. */
export async function uprootCollection(ctx: Context, target: CollectionTarget): Promise<void> {
	const { collectionId, paperBatchId } = target;
	await ctx.db.deleteFrom('fieldNote').where('collectionId', '=', collectionId).execute();
	await ctx.db.deleteFrom('fieldDevice').where('collectionId', '=', collectionId).execute();
	await ctx.db.deleteFrom('fieldCollection').where('id', '=', collectionId).execute();
	await ctx.db.deleteFrom('paperForm').where('batchId', '=', paperBatchId).execute();
	await ctx.db.deleteFrom('paperBatch').where('id', '=', paperBatchId).execute();
	ctx.vault.destroyEpochs([paperKeyName(paperBatchId)]);
}
