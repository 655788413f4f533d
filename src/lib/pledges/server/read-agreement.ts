import { hasPermission, requirePermission } from '#lib/accounts/server/require-permission.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import { sides, type Agreement, type Side } from '../agreement.ts';
import { today } from './acting.ts';
import { selectAgreements } from './agreement-store.ts';

type Reading = Pick<Context, 'db' | 'actor'>;

/** The agreements of a place, the latest first; for everybody. Those that not both have signed only for those who edit. */
export async function listAgreements(ctx: Reading, placeCode: string): Promise<Agreement[]> {
	const all = await selectAgreements(ctx.db, { placeCode });
	if (await hasPermission(ctx, 'pledge.edit', placeCode)) return all;
	return all.filter(({ signatures }) => signatures.length === sides.length);
}

/** An agreement as those who write it see it. */
export interface WorkAgreement {
	agreement: Agreement;
	/** The sides that have not signed, for those who may note that they have; nobody else sees any. */
	unsigned: Side[];
	today: string;
}

/**
 * An agreement for its page in the workspace.
 * @throws AppError `not-found` when there is none, or without `pledge.edit` in its place
 */
export async function readAgreement(ctx: Reading & Pick<Context, 'now'>, id: string): Promise<WorkAgreement> {
	const [agreement] = await selectAgreements(ctx.db, { id });
	if (!agreement) throw new AppError('not-found');
	await requirePermission(ctx, 'pledge.edit', agreement.placeCode);
	const maySign = await hasPermission(ctx, 'pledge.publish', agreement.placeCode);
	const signed = agreement.signatures.map(({ side }) => side);
	return {
		agreement,
		unsigned: maySign ? sides.filter((side) => !signed.includes(side)) : [],
		today: today(ctx)
	};
}
