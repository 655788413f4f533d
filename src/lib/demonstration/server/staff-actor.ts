import type { Context, StaffActor } from '../../server/context.ts';

/** One of the demonstration's own staff, to act as on the stage: two sides are two persons. */
export async function staffActor(ctx: Pick<Context, 'db'>, email: string): Promise<StaffActor> {
	const person = await ctx.db
		.selectFrom('person')
		.select(['id', 'name'])
		.where('email', '=', email)
		.executeTakeFirstOrThrow();
	const memberships = await ctx.db
		.selectFrom('membership')
		.select(['placeCode', 'role', 'through'])
		.where('personId', '=', person.id)
		.execute();
	const session = { sessionId: 'demonstration', secondFactor: true };
	return { kind: 'staff', personId: person.id, name: person.name, ...session, memberships };
}
