import { sql, type Kysely } from 'kysely';
import { onPostgres } from './table.ts';

/** A rule about a row and others: which statement on which table is refused, when, and why. */
export interface Guard {
	/** Name of the rule, unique in the database. */
	name: string;
	table: string;
	on: 'insert' | 'update' | 'delete';
	/** SQL over `old` and `new`; may ask other tables, unlike the condition of a freeze. */
	when: string;
	message: string;
}

/** Adds a trigger that refuses the statement, so that no code path can get round the rule. */
export async function guard(db: Kysely<unknown>, { name, table, on, when, message }: Guard): Promise<void> {
	if (!onPostgres(db)) {
		await sql
			.raw(
				`create trigger ${name} before ${on} on ${table} for each row
				begin select raise(abort, '${message}') where ${when}; end`
			)
			.execute(db);
		return;
	}
	const kept = on === 'delete' ? 'old' : 'new';
	await sql
		.raw(
			`create function ${name}() returns trigger language plpgsql as
			$$ begin if ${when} then raise exception '${message}'; end if; return ${kept}; end $$`
		)
		.execute(db);
	await sql
		.raw(`create trigger ${name} before ${on} on ${table} for each row execute function ${name}()`)
		.execute(db);
}
