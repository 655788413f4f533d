import type { Context } from '#lib/server/context.ts';
import { readEvidenceOf } from '#lib/situation/server/read-evidence.ts';
import type { OpenPledge } from '../open-pledges.ts';
import { pledgeView } from '../pledge-view.ts';
import { evidenceView } from '../thread-view.ts';
import { today } from './acting.ts';
import { listPublicPledges } from './read-pledge.ts';

/** Every published pledge of a place with its evidence, for the open interface. */
export async function readOpenPledges(
	ctx: Pick<Context, 'db' | 'now' | 'actor'>,
	placeCode: string
): Promise<OpenPledge[]> {
	const told = await listPublicPledges(ctx, placeCode);
	const all = await readEvidenceOf(ctx, [...new Set(told.flatMap(({ pledge }) => pledge.evidenceIds))]);
	return told.map((one) => ({
		pledge: pledgeView(one, today(ctx)),
		evidence: all.filter(({ id }) => one.pledge.evidenceIds.includes(id)).map(evidenceView)
	}));
}
