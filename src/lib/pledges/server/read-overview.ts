import { placesOfPermission, requireStaff } from '#lib/accounts/server/require-permission.ts';
import { listPlacesBelow } from '#lib/places/server/list-places-below.ts';
import type { Context } from '#lib/server/context.ts';
import { readEvidenceOf } from '#lib/situation/server/read-evidence.ts';
import { listFocusAreas } from '#lib/situation/server/save-focus-area.ts';
import { standingOf, yearAhead, type PlacedPledge } from '../overview.ts';
import { hasEnded, pledgeView } from '../pledge-view.ts';
import type { Pledge, PledgeState } from '../pledge.ts';
import { today } from './acting.ts';
import { selectPledges } from './pledge-store.ts';
import { tellPledges } from './read-pledge.ts';

/** Where the chain from problem to measure has a gap. */
export type OrphanKind = 'withdrawn' | 'focus' | 'focus-ended' | 'cause';

export interface Orphan {
	pledgeId: string;
	title: string;
	kind: OrphanKind;
}

type Reading = Pick<Context, 'db' | 'now' | 'actor'>;

async function orphansOf(ctx: Reading, pledge: Pledge): Promise<Orphan[]> {
	const { id: pledgeId, title, placeCode, evidenceIds, focusAreaId, causeId } = pledge;
	const kinds: OrphanKind[] = [];
	const evidence = await readEvidenceOf(ctx, evidenceIds);
	if (evidence.some(({ withdrawn }) => withdrawn)) kinds.push('withdrawn');
	const focus = (await listFocusAreas(ctx, { placeCode })).find(({ id }) => id === focusAreaId);
	if (!focus) kinds.push('focus');
	else if (focus.ended) kinds.push('focus-ended');
	if (causeId === null) kinds.push('cause');
	return kinds.map((kind) => ({ pledgeId, title, kind }));
}

/** The municipalities that the signed-in person may edit pledges in. */
export async function listPledgePlaces(
	ctx: Pick<Context, 'db' | 'actor'>
): Promise<{ code: string; name: string }[]> {
	const codes = placesOfPermission(ctx, 'pledge.edit') ?? [];
	const places = await listPlacesBelow(ctx, { codes, kinds: ['municipality'] });
	return places.filter(({ kind }) => kind === 'municipality').map(({ code, name }) => ({ code, name }));
}

const drafted = ({ id, title, state, placeCode }: Pledge): DraftedPledge => ({ id, title, state, placeCode });

/** A pledge that residents do not see yet. */
export interface DraftedPledge {
	id: string;
	title: string;
	state: PledgeState;
	placeCode: string;
}

/**
 * The pledges of every municipality that the signed-in person edits pledges in: what is late, what is due, the year
 * ahead, drafts, and gaps in the chain.
 * @throws AppError `not-found` for anybody not signed in
 */
export async function readPledgeOverview(ctx: Reading) {
	requireStaff(ctx);
	const places = await listPledgePlaces(ctx);
	const all = await selectPledges(ctx.db, { placeCodes: places.map(({ code }) => code) });
	const day = today(ctx);
	const nameOf = (code: string) => places.find((place) => place.code === code)!.name;
	const published = await tellPledges(
		ctx,
		all.filter(({ state }) => state === 'published')
	);
	const pledges: PlacedPledge[] = published.map((told) => ({
		placeCode: told.pledge.placeCode,
		placeName: nameOf(told.pledge.placeCode),
		view: pledgeView(told, day)
	}));
	const running = published.filter(
		({ pledge }) => !hasEnded(pledges.find(({ view }) => view.id === pledge.id)!.view)
	);
	return {
		places,
		pledges,
		standing: standingOf(pledges, day),
		wheel: yearAhead(pledges, day),
		drafts: all.filter(({ state }) => state !== 'published').map(drafted),
		orphans: (await Promise.all(running.map(({ pledge }) => orphansOf(ctx, pledge)))).flat(),
		today: day
	};
}
