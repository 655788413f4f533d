import type { Context, StaffActor } from '../../server/context.ts';
import { selectMemberships, selectPerson } from './person-store.ts';

/** Somebody who acts through a device that they opened. */
export interface ActingPerson {
	personId: string;
	/** Whether the session that the device was opened in had passed a second factor. */
	secondFactor: boolean;
	/** Names the device as a session is named; opens nothing. */
	deviceId: string;
}

/**
 * A person with the roles they have now, who acts through a device that they opened earlier, so that a role which has
 * been taken away counts no longer.
 * @returns undefined when there is no such person any more
 */
export async function readActingPerson(
	ctx: Pick<Context, 'db'>,
	{ personId, secondFactor, deviceId }: ActingPerson
): Promise<StaffActor | undefined> {
	const person = await selectPerson(ctx.db, personId);
	if (!person) return undefined;
	const memberships = await selectMemberships(ctx.db, personId);
	return { kind: 'staff', personId, name: person.name, sessionId: deviceId, secondFactor, memberships };
}
