import type { Transaction } from 'kysely';
import { AppError } from '../../server/app-error.ts';
import type { Context } from '../../server/context.ts';
import type { Database } from '../../server/db/database.ts';
import { randomId } from '../../server/random.ts';
import { tokenHash } from '../token.ts';
import { deleteLink, replaceLink, selectLink } from './link-store.ts';
import type { PersonLinkRow } from './tables.ts';

type Purpose = PersonLinkRow['purpose'];

const minute = 60_000;
const lifetime: Record<Purpose, number> = { reset: 60 * minute, 'sign-in': 10 * minute };

/** Makes a one-time link for a person; earlier ones for the same purpose stop working. @returns its token. */
export async function makeLink(
	trx: Transaction<Database>,
	ctx: Pick<Context, 'now' | 'random'>,
	{ personId, purpose }: { personId: string; purpose: Purpose }
): Promise<string> {
	const token = randomId(ctx.random);
	const expiresAt = ctx.now().getTime() + lifetime[purpose];
	await replaceLink(trx, { tokenHash: tokenHash(token), personId, purpose, expiresAt });
	return token;
}

/**
 * Whose a one-time link is; leaves it in use.
 * @throws AppError `not-found` when it is unknown, used or too old.
 */
export async function personOfLink(
	ctx: Pick<Context, 'db' | 'now'>,
	{ token, purpose }: { token: string; purpose: Purpose }
): Promise<string> {
	const link = await selectLink(ctx.db, tokenHash(token), purpose);
	if (!link || link.expiresAt <= ctx.now().getTime()) throw new AppError('not-found');
	return link.personId;
}

/**
 * Uses a one-time link up, inside the transaction of what it is used for.
 * @throws AppError `not-found` when somebody was quicker.
 */
export async function useUpLink(trx: Transaction<Database>, token: string): Promise<void> {
	if (!(await deleteLink(trx, tokenHash(token)))) throw new AppError('not-found');
}
