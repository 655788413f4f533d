import { hasPermission } from '#lib/accounts/server/require-permission.ts';
import { readPlacePath, readPlacesBelow } from '#lib/places/server/read-place-path.ts';
import { readPlace } from '#lib/places/server/read-place.ts';
import type { Context } from '#lib/server/context.ts';
import { listEvidence } from '#lib/situation/server/read-evidence.ts';
import { listCauses } from '#lib/situation/server/save-cause.ts';
import { listFocusAreas } from '#lib/situation/server/save-focus-area.ts';
import { missingForPublishing } from '../publish-rule.ts';
import { checkWording } from '../wording/check-wording.ts';
import { pledgeView } from '../pledge-view.ts';
import { today } from './acting.ts';
import { listAgreements } from './read-agreement.ts';
import { readPledge } from './read-pledge.ts';

type Reading = Pick<Context, 'db' | 'now' | 'actor'>;

/** Who has an account that reaches a place, by name: for whom an activity can be. */
async function listAccounts(
	ctx: Pick<Context, 'db'>,
	placeCode: string
): Promise<{ personId: string; name: string }[]> {
	const codes = [...(await readPlacePath(ctx, placeCode)), ...(await readPlacesBelow(ctx, [placeCode]))];
	const rows = await ctx.db
		.selectFrom('membership')
		.innerJoin('person', 'person.id', 'membership.personId')
		.select(['person.id', 'person.name'])
		.distinct()
		.where('membership.placeCode', 'in', [...new Set(codes)])
		.execute();
	return rows
		.map(({ id, name }) => ({ personId: id, name }))
		.sort((a, b) => a.name.localeCompare(b.name, 'sv'));
}

/**
 * A pledge with everything that its pages in the workspace show: what it lacks, remarks on its wording, how it stands.
 * @throws AppError `not-found` when there is none, or without `pledge.edit` in its place
 */
export async function readWorkPledge(ctx: Reading, id: string) {
	const told = await readPledge(ctx, id);
	const { pledge } = told;
	const place = await readPlace(ctx, pledge.placeCode);
	const day = today(ctx);
	const isPublished = pledge.state === 'published';
	return {
		told,
		place: { code: place.code, name: place.name, slug: place.slug! },
		view: isPublished ? pledgeView(told, day) : null,
		lacking: isPublished ? [] : missingForPublishing(pledge, day),
		wording: isPublished ? [] : checkWording(pledge),
		mayPublish: await hasPermission(ctx, 'pledge.publish', pledge.placeCode),
		accounts: isPublished ? await listAccounts(ctx, pledge.placeCode) : [],
		today: day
	};
}

/**
 * What a pledge in a place can rest on: evidence that stands, focus areas that are worked on, causes, agreements.
 * @throws AppError `not-found` without `results.read` there
 */
export async function readGrounds(ctx: Reading, placeCode: string) {
	return {
		evidence: (await listEvidence(ctx, { placeCode })).filter(({ withdrawn }) => !withdrawn),
		focusAreas: (await listFocusAreas(ctx, { placeCode })).filter(({ ended }) => !ended),
		causes: await listCauses(ctx, { placeCode }),
		agreements: await listAgreements(ctx, placeCode)
	};
}
