import { recordEvent } from '#lib/audit/server/record-event.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { TallyEntry, Tone } from '../field-entry.ts';
import { joinLists, sumTallyCounts, type TallySum } from '../field-sums.ts';
import { countTallies, selectTallyKey, withdrawTally } from './entry-store.ts';
import { listCollections, type CollectionFilter } from './list-collections.ts';
import { readCollection } from './read-collection.ts';

/**
 * Talks that were counted in the field: a number of its own kind, never added to answers or notes. Of a place, a dialogue,
 * a meeting or one collection; what lies where who asks has no `results.read` is not counted.
 */
export async function sumTallies(
	ctx: Pick<Context, 'db' | 'actor'>,
	filter: CollectionFilter
): Promise<TallySum> {
	const collections = await listCollections(ctx, filter, 'results.read');
	const ids = collections.map(({ id }) => id);
	const rows = ids.length > 0 ? await countTallies(ctx.db, ids) : [];
	const counts = rows.map(({ theme, tone, spot, count }) => ({ theme, tone: tone as Tone, spot, count }));
	return sumTallyCounts(counts, joinLists(collections));
}

/**
 * Takes one counted talk away again, as when somebody tapped wrong and noticed too late.
 * @throws AppError `not-found` when none was counted so, or without the permission `answers.collect` there
 */
export async function correctTally(
	ctx: Context,
	{ collectionId, theme, tone, spot }: { collectionId: string } & Pick<TallyEntry, 'theme' | 'tone' | 'spot'>
): Promise<void> {
	const { placeCode } = await readCollection(ctx, collectionId);
	await ctx.db.transaction().execute(async (trx) => {
		const found = await selectTallyKey(trx, collectionId, { theme, tone, spot });
		if (!found) throw new AppError('not-found', 'no such talk');
		await withdrawTally(trx, collectionId, found.key);
		await recordEvent(trx, ctx, {
			action: 'tally.corrected',
			placeCode,
			subject: `collection:${collectionId}`,
			before: { theme, tone, spot }
		});
	});
}
