import { recordEvent } from '#lib/audit/server/record-event.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Outcome, Problem } from '#lib/server/problem.ts';
import { approvalProblem, areBothSides, mayMove } from '../moves.ts';
import { parsed } from '../pledge-schema.ts';
import type { Side } from '../agreement.ts';
import type { Pledge, PledgeState } from '../pledge.ts';
import { missingForPublishing } from '../publish-rule.ts';
import { signatureSchema } from '../story-schema.ts';
import { actorId, actorName, problem, requirePledge, today, type Acting } from './acting.ts';
import { insertApproval, insertSignature, selectApprovals, selectSignatures } from './approval-store.ts';
import { lockPledge, selectPledge, updatePledge } from './pledge-store.ts';

/** What a pledge lacks, as problems. */
export const lackingOf = (pledge: Pledge, day: string): Problem[] =>
	missingForPublishing(pledge, day).map(({ at, code }) => ({ at, code, detail: code }));

const stateAfter = (
	given: readonly { side: Side }[],
	{ from, to }: { from: PledgeState; to: PledgeState }
): PledgeState => (areBothSides(given) && mayMove(from, to) ? to : from);

/**
 * Approves a pledge for one side, as it is written now. The other side is somebody else's to approve.
 * @returns the state it is in then, or problems: what is still lacking, `same-person`, `approved-already`
 * @throws AppError `not-found` without `pledge.edit`, and for what is past approving
 */
export async function approvePledge(
	ctx: Acting,
	{ id, side }: { id: string; side: Side }
): Promise<Outcome<PledgeState>> {
	const { placeCode } = await requirePledge(ctx, id, 'pledge.edit');
	return ctx.db.transaction().execute(async (trx): Promise<Outcome<PledgeState>> => {
		await lockPledge(trx, id);
		const pledge = (await selectPledge(trx, id))!;
		if (pledge.state !== 'draft') throw new AppError('not-found');
		const lacking = lackingOf(pledge, today(ctx));
		if (lacking.length > 0) return { ok: false, problems: lacking };
		const approvals = await selectApprovals(trx, [id]);
		const approval = { pledgeId: id, side, personId: actorId(ctx), name: actorName(ctx), day: today(ctx) };
		const refused = approvalProblem(approvals, approval);
		if (refused) return problem('side', refused);
		await insertApproval(trx, approval);
		const state = stateAfter([...approvals, approval], { from: 'draft', to: 'approved' });
		await updatePledge(trx, id, { state });
		const after = { title: pledge.title, side, revision: pledge.revision };
		await recordEvent(trx, ctx, { action: 'pledge.approved', placeCode, subject: `pledge:${id}`, after });
		return { ok: true, value: state };
	});
}

/** Who signed an approved pledge for a side, and when. */
export interface NewSignature {
	id: string;
	side: Side;
	/** "Lokalpolisområdeschef": a title, never a name. */
	title: string;
	day: string;
}

/**
 * Notes that one side has signed an approved pledge.
 * @returns the state it is in then, or problems at `title`, `day` or `side`
 * @throws AppError `not-found` without `pledge.publish`, and for what both sides have not approved
 */
export async function signPledge(ctx: Acting, input: NewSignature): Promise<Outcome<PledgeState>> {
	const { placeCode } = await requirePledge(ctx, input.id, 'pledge.publish');
	const signature = parsed(signatureSchema, input);
	if (!signature.ok) return signature;
	const { id, side, title, day } = signature.value;
	if (day > today(ctx)) return problem('day', 'in-the-future');
	return ctx.db.transaction().execute(async (trx): Promise<Outcome<PledgeState>> => {
		await lockPledge(trx, id);
		const pledge = (await selectPledge(trx, id))!;
		if (pledge.state !== 'approved') throw new AppError('not-found');
		const signatures = await selectSignatures(trx, [id]);
		if (signatures.some((one) => one.side === side)) return problem('side', 'signed-already');
		await insertSignature(trx, { pledgeId: id, side, title, day });
		const state = stateAfter([...signatures, { side }], { from: 'approved', to: 'signed' });
		await updatePledge(trx, id, { state });
		const after = { title: pledge.title, side, signedBy: title, day };
		await recordEvent(trx, ctx, { action: 'pledge.signed', placeCode, subject: `pledge:${id}`, after });
		return { ok: true, value: state };
	});
}
