import type { Context } from '#lib/server/context.ts';
import { listCauses } from '#lib/situation/server/save-cause.ts';
import { listFocusAreas } from '#lib/situation/server/save-focus-area.ts';
import { readEvidenceOf } from '#lib/situation/server/read-evidence.ts';
import type { BeforeAfter } from '../before-after.ts';
import { pledgeView, type PledgeView } from '../pledge-view.ts';
import type { Pledge } from '../pledge.ts';
import { partedEvidence, type PledgePage } from '../thread-view.ts';
import { today } from './acting.ts';
import { selectAgreements } from './agreement-store.ts';
import { readBeforeAfter, type Judged } from './read-before-after.ts';
import { listPublicPledges, readPublicPledge } from './read-pledge.ts';

type Reading = Pick<Context, 'db' | 'now' | 'actor'>;

/** What a published pledge names is public with it, by its name alone. */
async function namesOf(ctx: Reading, pledge: Pledge): Promise<Pick<PledgePage, 'focusArea' | 'cause'>> {
	const { placeCode, focusAreaId, causeId } = pledge;
	const own = { ...ctx, actor: { kind: 'system' as const } };
	const focusAreas = focusAreaId === null ? [] : await listFocusAreas(own, { placeCode });
	const causes = causeId === null ? [] : await listCauses(own, { placeCode });
	return {
		focusArea: focusAreas.find(({ id }) => id === focusAreaId)?.name ?? null,
		cause: causes.find(({ id }) => id === causeId)?.text ?? null
	};
}

/**
 * A published pledge's page as it is today; for everybody.
 * @throws AppError `not-found`
 */
export async function readPledgePage(
	ctx: Context,
	address: { placeCode: string; slug: string }
): Promise<PledgePage & { comparisons: BeforeAfter[]; judged: Judged[] }> {
	const told = await readPublicPledge(ctx, address);
	const { agreementId, evidenceIds } = told.pledge;
	const agreements = agreementId === null ? [] : await selectAgreements(ctx.db, { id: agreementId });
	const agreement = agreements.find(({ signatures }) => signatures.length === 2);
	return {
		...(await readBeforeAfter(ctx, told.pledge)),
		pledge: pledgeView(told, today(ctx)),
		...partedEvidence(await readEvidenceOf(ctx, evidenceIds)),
		...(await namesOf(ctx, told.pledge)),
		agreement: agreement ? { title: agreement.title } : null
	};
}

/** The published pledges of a place as they are today; for everybody. */
export const listPledgeViews = async (ctx: Reading, placeCode: string): Promise<PledgeView[]> =>
	(await listPublicPledges(ctx, placeCode)).map((told) => pledgeView(told, today(ctx)));
