import type { Kysely } from 'kysely';
import type { Language } from '../i18n/languages.ts';
import type { Database } from './db/database.ts';
import type { Random } from './random.ts';
import type { Vault } from './vault.ts';
import type { Log } from './log.ts';

/** Who acts: the running system itself, or a visitor without an account. */
export type Actor = { kind: 'system' } | { kind: 'visitor' };

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
