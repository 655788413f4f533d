import type { Context } from '#lib/server/context.ts';
import { pledgeView, type PledgeView } from '../pledge-view.ts';
import { today } from './acting.ts';
import { selectPledges } from './pledge-store.ts';
import { tellPledges } from './read-pledge.ts';

/** A published pledge that rests on an answer. */
export interface LedTo {
	questionKey: string;
	/** Null when it rests on the question as a whole. */
	optionKey: string | null;
	pledge: Pick<PledgeView, 'id' | 'slug' | 'title' | 'status' | 'overdue' | 'count'> & {
		/** Something has been told about how it goes. */
		isFollowed: boolean;
	};
}

/** From what people answered in a dialogue to the pledges that rest on it, and how they go; for everybody. */
export async function readLedTo(ctx: Pick<Context, 'db' | 'now'>, dialogueCode: string): Promise<LedTo[]> {
	const ties = await ctx.db
		.selectFrom('pledgeEvidence')
		.innerJoin('evidence', 'evidence.id', 'pledgeEvidence.evidenceId')
		.innerJoin('pledge', 'pledge.id', 'pledgeEvidence.pledgeId')
		.select(['pledgeEvidence.pledgeId', 'evidence.questionKey', 'evidence.optionKey'])
		.distinct()
		.where('evidence.dialogueCode', '=', dialogueCode)
		.where('pledge.state', '=', 'published')
		.execute();
	const found = await selectPledges(ctx.db, { ids: [...new Set(ties.map(({ pledgeId }) => pledgeId))] });
	const told = await tellPledges(ctx, found);
	return told.flatMap((one) => {
		const { id, slug, title, status, overdue, count } = pledgeView(one, today(ctx));
		const isFollowed = one.story.progress.length + one.story.reports.length > 0;
		return ties
			.filter(({ pledgeId, questionKey }) => pledgeId === id && questionKey !== null)
			.map(({ questionKey, optionKey }) => ({
				questionKey: questionKey!,
				optionKey,
				pledge: { id, slug, title, status, overdue, count, isFollowed }
			}));
	});
}
