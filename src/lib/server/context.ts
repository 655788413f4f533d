import type { Kysely } from 'kysely';
import type { Language } from '../i18n/languages.ts';
import type { Database } from './db/database.ts';
import type { Random } from './random.ts';
import type { Membership } from './role.ts';
import type { Vault } from './vault.ts';
import type { Log } from './log.ts';

/** A signed-in person, as their session was when the request came. */
export interface StaffActor {
	kind: 'staff';
	personId: string;
	name: string;
	/** SHA-256 of the session's token: names the session, opens nothing. */
	sessionId: string;
	/** Whether the session has passed a second factor. */
	secondFactor: boolean;
	/** The roles that count in this session; none while it still owes a second factor. */
	memberships: readonly Membership[];
}

/** Who acts: the running system itself, a visitor without an account, or a signed-in person. */
export type Actor = { kind: 'system' } | { kind: 'visitor' } | StaffActor;

/** Everything a use case may depend on; clock and randomness are inputs. */
export interface Context {
	db: Kysely<Database>;
	now: () => Date;
	random: Random;
	actor: Actor;
	language: Language;
	requestId: string;
	log: Log;
	/** The secrets that live beside the database, never in it. */
	vault: Vault;
}
