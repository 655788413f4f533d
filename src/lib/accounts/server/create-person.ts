import { recordEvent } from '../../audit/server/record-event.ts';
import { AppError } from '../../server/app-error.ts';
import type { Context } from '../../server/context.ts';
import type { Membership } from '../../server/role.ts';
import { normalEmail } from '../email.ts';
import { addMembership, addPerson } from './new-person.ts';

/**
 * Adds a person with roles, without an invitation and without a password: for the demonstration and for tests. Only
 * the system itself may.
 * @returns the person's id.
 * @throws AppError `not-found` when anybody else acts.
 */
export async function createPerson(
	ctx: Pick<Context, 'db' | 'now' | 'random' | 'vault' | 'actor'>,
	{ name, email, memberships }: { name: string; email: string | null; memberships: readonly Membership[] }
): Promise<string> {
	if (ctx.actor.kind !== 'system') throw new AppError('not-found');
	return ctx.db.transaction().execute(async (trx) => {
		const id = await addPerson(trx, ctx, {
			name,
			email: email === null ? null : normalEmail(email),
			passwordHash: null
		});
		await recordEvent(trx, ctx, { action: 'person.created', placeCode: null, subject: `person:${id}` });
		for (const { placeCode, role, through } of memberships)
			await addMembership(trx, ctx, { personId: id, placeCode, role, through });
		return id;
	});
}
