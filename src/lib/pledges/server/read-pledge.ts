import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { Pledge, ToldPledge } from '../pledge.ts';
import { selectApprovals, selectSignatures } from './approval-store.ts';
import { selectPledge, selectPledges } from './pledge-store.ts';
import { selectStories } from './story-store.ts';

type Reading = Pick<Context, 'db' | 'actor'>;

const noStory = () => ({ progress: [], reports: [], corrections: [], extensions: [] });

/** The pledges with what has happened to them, in the same order. */
export async function tellPledges(ctx: Pick<Context, 'db'>, pledges: Pledge[]): Promise<ToldPledge[]> {
	const ids = pledges.map(({ id }) => id);
	const stories = await selectStories(ctx.db, ids);
	const approvals = await selectApprovals(ctx.db, ids);
	const signatures = await selectSignatures(ctx.db, ids);
	return pledges.map((pledge) => ({
		pledge,
		story: stories.get(pledge.id) ?? noStory(),
		approvals: approvals
			.filter(({ pledgeId }) => pledgeId === pledge.id)
			.map(({ side, name, day }) => ({ side, name, day })),
		signatures: signatures
			.filter(({ pledgeId }) => pledgeId === pledge.id)
			.map(({ side, title, day }) => ({ side, title, day }))
	}));
}

/** The published pledges of a place, the latest first; for everybody. */
export const listPublicPledges = async (ctx: Pick<Context, 'db'>, placeCode: string): Promise<ToldPledge[]> =>
	tellPledges(ctx, await selectPledges(ctx.db, { placeCodes: [placeCode], states: ['published'] }));

/**
 * A published pledge by its address; for everybody.
 * @throws AppError `not-found`
 */
export async function readPublicPledge(
	ctx: Pick<Context, 'db'>,
	{ placeCode, slug }: { placeCode: string; slug: string }
): Promise<ToldPledge> {
	const found = await selectPledges(ctx.db, { placeCodes: [placeCode], slug, states: ['published'] });
	if (found.length === 0) throw new AppError('not-found');
	return (await tellPledges(ctx, found))[0]!;
}

/**
 * A pledge as those who work with it see it.
 * @throws AppError `not-found` when there is none, or without `pledge.edit` in its place
 */
export async function readPledge(ctx: Reading, id: string): Promise<ToldPledge> {
	const pledge = await selectPledge(ctx.db, id);
	if (!pledge) throw new AppError('not-found');
	await requirePermission(ctx, 'pledge.edit', pledge.placeCode);
	return (await tellPledges(ctx, [pledge]))[0]!;
}

/**
 * Every pledge of a place, drafts too.
 * @throws AppError `not-found` without `pledge.edit` there
 */
export async function listPledges(ctx: Reading, placeCode: string): Promise<ToldPledge[]> {
	await requirePermission(ctx, 'pledge.edit', placeCode);
	return tellPledges(ctx, await selectPledges(ctx.db, { placeCodes: [placeCode] }));
}
