import { sides, type Approval, type Side } from './agreement.ts';
import type { PledgeState } from './pledge.ts';

/** The one state that follows each; what is published stays so. */
const next: Record<PledgeState, PledgeState | null> = {
	draft: 'approved',
	approved: 'signed',
	signed: 'published',
	published: null
};

/** Whether a pledge may go from one state to another: one step on, or back to a draft when it is changed. */
export const mayMove = (from: PledgeState, to: PledgeState): boolean =>
	next[from] === to || (to === 'draft' && from !== 'published');

/** Whether both sides are there. */
export const areBothSides = (given: readonly { side: Side }[]): boolean =>
	sides.every((side) => given.some((one) => one.side === side));

/** Why somebody may not approve for a side; undefined when they may. Two sides are two persons. */
export function approvalProblem(
	approvals: readonly (Pick<Approval, 'side'> & { personId: string })[],
	{ side, personId }: { side: Side; personId: string }
): 'approved-already' | 'same-person' | undefined {
	if (approvals.some((approval) => approval.side === side)) return 'approved-already';
	return approvals.some((approval) => approval.personId === personId) ? 'same-person' : undefined;
}
