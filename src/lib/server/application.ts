import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Kysely } from 'kysely';
import type { Actor, Context } from './context.ts';
import type { Database } from './db/database.ts';
import { openPostgres, openSqlite } from './db/open-database.ts';
import { openLog, type Log } from './log.ts';
import { secureRandom } from './random.ts';
import { openVault, type Vault } from './vault.ts';

/** The running system: one database, one vault, one log. */
export interface Application {
	db: Kysely<Database>;
	vault: Vault;
	log: Log;
	/** The data folder. */
	folder: string;
}

/** The folder with the keys and, on SQLite, the database: `LYHORD_DATA`, else `data` where the process runs. */
export const dataFolder = (): string => resolve(process.env.LYHORD_DATA || 'data');

/** The file, made when it is missing; only its owner reads it, also in a folder that others may look into. */
function ownFile(file: string): string {
	closeSync(openSync(file, 'a', 0o600));
	return file;
}

/**
 * Opens what `DATABASE_URL` names (PostgreSQL), else the SQLite file of the data folder.
 * @throws when the folder cannot be written or the database cannot be opened.
 */
export function openApplication(): Application {
	const folder = dataFolder();
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const url = process.env.DATABASE_URL;
	return {
		db: url ? openPostgres(url) : openSqlite(ownFile(join(folder, 'lyhord.db'))),
		vault: openVault(folder),
		log: openLog(),
		folder
	};
}

/** The context of work that nobody asked for over the network: jobs, commands, the demonstration. */
export const contextOf = ({ db, vault, log }: Application, actor: Actor = { kind: 'system' }): Context => ({
	db,
	vault,
	log,
	actor,
	now: () => new Date(),
	random: secureRandom,
	language: 'sv',
	requestId: 'system'
});
