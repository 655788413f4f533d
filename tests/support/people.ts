import { createPerson } from '#lib/accounts/server/create-person.ts';
import { startSession } from '#lib/accounts/server/sessions.ts';
import type { StaffActor } from '#lib/server/context.ts';
import type { Role } from '#lib/server/role.ts';
import type { TestContext } from './context.ts';

/** A signed-in member of staff, and the context they act in. */
export interface Staff {
	ctx: TestContext & { actor: StaffActor };
	personId: string;
	/** What the session cookie holds. */
	token: string;
	email: string;
}

interface Wanted {
	role: Role;
	placeCode: string;
	name?: string;
	/** True when left out. */
	secondFactor?: boolean;
}

let number = 0;

/** Adds somebody with a role in a place and signs them in. */
export async function createStaff(ctx: TestContext, wanted: Wanted): Promise<Staff> {
	const { role, placeCode, name = 'Kim Exempel', secondFactor = true } = wanted;
	const email = `${role}.${++number}@example.se`;
	const system: TestContext = { ...ctx, actor: { kind: 'system' } };
	const memberships = [{ placeCode, role, through: 'invitation' }];
	const personId = await createPerson(system, { name, email, memberships });
	const { actor, token } = await ctx.db
		.transaction()
		.execute((trx) =>
			startSession(trx, ctx, { personId, method: 'password', secondFactor, device: 'Firefox, Linux' })
		);
	return { ctx: { ...ctx, now: ctx.now, actor }, personId, token, email };
}
