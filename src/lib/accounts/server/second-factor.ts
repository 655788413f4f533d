import type { Kysely, Transaction } from 'kysely';
import { AppError } from '../../server/app-error.ts';
import type { Context, StaffActor } from '../../server/context.ts';
import type { Database } from '../../server/db/database.ts';
import { lock } from '../../server/db/lock.ts';
import type { Outcome } from '../../server/problem.ts';
import { strongRoles } from '../../server/role.ts';
import { tokenHash } from '../token.ts';
import { selectPasskeys } from './passkey-store.ts';
import { selectMemberships, updatePerson } from './person-store.ts';
import { countRecoveryCodes, replaceRecoveryCodes } from './recovery-store.ts';
import { requireStaff } from './require-permission.ts';
import { selectTotp } from './totp-store.ts';

/** What a person has besides the password. */
export interface SecondFactorState {
	totp: boolean;
	passkeys: number;
	/** Codes left; they replace a factor that is lost and are none themselves. */
	recoveryCodes: number;
	/** Whether there is a factor: an authenticator app or a passkey. */
	enrolled: boolean;
	/** Whether the person must have one: publishers and administrators. */
	required: boolean;
}

/** What second factors a person has and whether one is required. */
export async function secondFactorState(
	{ db }: { db: Kysely<Database> },
	personId: string
): Promise<SecondFactorState> {
	const totp = (await selectTotp(db, personId, 1)) !== undefined;
	const passkeys = (await selectPasskeys(db).where('personId', '=', personId).execute()).length;
	const memberships = await selectMemberships(db, personId);
	return {
		totp,
		passkeys,
		recoveryCodes: await countRecoveryCodes(db, personId),
		enrolled: totp || passkeys > 0,
		required: memberships.some(({ role }) => strongRoles.includes(role))
	};
}

/**
 * The signed-in person, whose session the token opens.
 * @throws AppError `not-found` when it opens another one.
 */
export function requireOwnSession(ctx: Pick<Context, 'actor'>, token: string): StaffActor {
	const actor = requireStaff(ctx);
	if (tokenHash(token) !== actor.sessionId) throw new AppError('not-found', 'not this session');
	return actor;
}

/** Lets one change of a person's factors happen at a time, until the transaction ends; its first statement. */
export const lockFactors = (trx: Transaction<Database>, personId: string): Promise<void> =>
	lock(trx, `second factor ${personId}`, 'exclusive');

/** Keeps the person's own row in step with the factors that are left; the codes go with the last of them. */
export async function noteFactors(trx: Transaction<Database>, personId: string): Promise<SecondFactorState> {
	const state = await secondFactorState({ db: trx }, personId);
	await updatePerson(trx, personId, { secondFactor: state.enrolled ? 1 : 0 });
	if (!state.enrolled && state.recoveryCodes > 0) await replaceRecoveryCodes(trx, personId, []);
	return state;
}

/** What a person is told who must have a second factor and would be left without. */
export const lastFactor: Outcome<never> = {
	ok: false,
	problems: [{ at: '', code: 'last-factor', detail: 'publishers and administrators keep a second factor' }]
};

/** Whether a person may lose one factor: another is left, or none is required. */
export const mayLoseFactor = ({ required, totp, passkeys }: SecondFactorState): boolean =>
	!required || passkeys + (totp ? 1 : 0) > 1;
