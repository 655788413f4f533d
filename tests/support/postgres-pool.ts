import { sql, type Kysely } from 'kysely';
import { openPostgres } from '#lib/server/db/open-database.ts';
import type { Database } from '#lib/server/db/database.ts';
import { secureRandom } from '#lib/server/random.ts';

// Copying the template takes a second on a busy machine, emptying a copy a few milliseconds: copies are used again.

const template = 'lyhord_template';

/** The address of another database on the same server. */
const sibling = (serverUrl: string, name: string): string => serverUrl.replace(/postgres$/, name);

/** What a copy is held against before it is used again; changes with every table, trigger and reference row. */
async function fingerprint(db: Kysely<Database>, filled: readonly string[]): Promise<string> {
	const { rows } = await sql<{ shape: string }>`
		select concat_ws(' ',
			(select md5(string_agg(oid || relname, ' ' order by oid)) from pg_class
				where relnamespace = 'public'::regnamespace),
			(select md5(string_agg(oid || tgname || tgenabled::text, ' ' order by oid)) from pg_trigger),
			(select md5(string_agg(oid || proname || prosrc, ' ' order by oid)) from pg_proc
				where pronamespace = 'public'::regnamespace),
			(select md5(string_agg(attrelid || attname || attnotnull, ' ' order by attrelid, attnum)) from pg_attribute
				where attrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace))
		) as shape`.execute(db);
	const contents = await Promise.all(
		filled.map(async (table) => {
			// A row that was written or written over carries the number of a later transaction.
			const found = await sql<{ rows: string }>`
				select concat_ws(' ', count(*), max(xmin::text::bigint)) as rows from ${sql.table(table)}`.execute(db);
			return `${table} ${found.rows[0]!.rows}`;
		})
	);
	return [rows[0]!.shape, ...contents].join('\n');
}

async function tablesOf(db: Kysely<Database>): Promise<string[]> {
	const { rows } = await sql<{ name: string }>`
		select relname as name from pg_class
		where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname`.execute(db);
	return rows.map(({ name }) => name);
}

/** Prepares the server's list of copies; the template is migrated and filled. @param serverUrl of `postgres` */
export async function createPool(serverUrl: string): Promise<void> {
	const db = openPostgres(sibling(serverUrl, template), 1);
	const filled: string[] = [];
	const empty: string[] = [];
	for (const table of await tablesOf(db)) {
		const { rows } = await sql`select from ${sql.table(table)} limit 1`.execute(db);
		(rows.length > 0 ? filled : empty).push(table);
	}
	const shape = await fingerprint(db, filled);
	await db.destroy();
	const maintenance = openPostgres(serverUrl, 1);
	await sql`create table pool (name text primary key, free boolean not null)`.execute(maintenance);
	await sql`create table pool_template (filled text[], empty text[], shape text)`.execute(maintenance);
	await sql`insert into pool_template values (${filled}, ${empty}, ${shape})`.execute(maintenance);
	await maintenance.destroy();
}

/** A database like the template that nobody else uses. @returns its name */
export async function takeDatabase(maintenance: Kysely<Database>): Promise<string> {
	const { rows } = await sql<{ name: string }>`
		update pool set free = false
		where name = (select name from pool where free limit 1 for update skip locked)
		returning name`.execute(maintenance);
	if (rows[0]) return rows[0].name;
	const name = `lyhord_${secureRandom.bytes(8).toString('hex')}`;
	await sql`create database ${sql.ref(name)} template ${sql.ref(template)} strategy file_copy`.execute(
		maintenance
	);
	await sql`insert into pool values (${name}, false)`.execute(maintenance);
	return name;
}

interface Taken {
	maintenance: Kysely<Database>;
	serverUrl: string;
	name: string;
}

/** Empties what a test has written. @returns whether the database is like the template again */
async function isCleaned({ maintenance, serverUrl, name }: Taken): Promise<boolean> {
	const { rows } = await sql<{
		filled: string[];
		empty: string[];
		shape: string;
	}>`select * from pool_template`.execute(maintenance);
	const { filled, empty, shape } = rows[0]!;
	const db = openPostgres(sibling(serverUrl, name), 1);
	try {
		await sql`select pg_terminate_backend(pid, 5000) from pg_stat_activity
			where datname = current_database() and pid <> pg_backend_pid()`.execute(db);
		if ((await fingerprint(db, filled)) !== shape) return false;
		// As a replica would, without the triggers that keep rows from being deleted.
		const deletions = empty.map((table) => `delete from "${table}"`);
		await sql.raw(['set session_replication_role = replica', ...deletions].join('; ')).execute(db);
		return true;
	} finally {
		await db.destroy();
	}
}

/** Gives a database back to be used again; one that a test has rebuilt, or whose reference rows it changed, is dropped. */
export async function giveBackDatabase(taken: Taken): Promise<void> {
	const { maintenance, name } = taken;
	if (await isCleaned(taken)) {
		await sql`update pool set free = true where name = ${name}`.execute(maintenance);
		return;
	}
	await sql`drop database ${sql.ref(name)} with (force)`.execute(maintenance);
	await sql`delete from pool where name = ${name}`.execute(maintenance);
}
