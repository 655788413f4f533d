import { AppError } from '../../server/app-error.ts';
import type { Context } from '../../server/context.ts';
import { selectPerson } from './person-store.ts';
import { requireOwnAccount } from './require-permission.ts';

/** What a person sees of their own account. */
export interface OwnAccount {
	name: string;
	/** Null for somebody who signs in through their organisation only. */
	email: string | null;
	hasPassword: boolean;
}

/**
 * The signed-in person's own account.
 * @throws AppError `not-found` for a visitor, or while the session owes a second factor.
 */
export async function readOwnAccount(ctx: Pick<Context, 'db' | 'actor'>): Promise<OwnAccount> {
	const { personId } = await requireOwnAccount(ctx);
	const person = await selectPerson(ctx.db, personId);
	if (!person) throw new AppError('not-found');
	return { name: person.name, email: person.email, hasPassword: person.passwordHash !== null };
}
