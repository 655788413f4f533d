import { sql, type Kysely } from 'kysely';
import { onPostgres } from './table.ts';

/** One rule that the database itself holds: which statement on which table is refused, when, and why. */
export interface Freeze {
	table: string;
	/** Column that the rule is about, where the table has a rule for this statement already. */
	of?: string;
	on: 'update' | 'delete';
	/** SQL over `old` and `new`; always when left out. */
	when?: string;
	message: string;
}

/** Adds a trigger that refuses the statement, so that no code path can get round the rule. */
export async function freeze(db: Kysely<unknown>, rule: Freeze): Promise<void> {
	const name = [rule.table, rule.of, rule.on, 'frozen'].filter(Boolean).join('_');
	const when = rule.when ? `when (${rule.when})` : '';
	if (!onPostgres(db)) {
		await sql
			.raw(
				`create trigger ${name} before ${rule.on} on ${rule.table} for each row ${when}
				begin select raise(abort, '${rule.message}'); end`
			)
			.execute(db);
		return;
	}
	await sql
		.raw(
			`create function ${name}() returns trigger language plpgsql as
			$$ begin raise exception '${rule.message}'; end $$`
		)
		.execute(db);
	await sql
		.raw(
			`create trigger ${name} before ${rule.on} on ${rule.table} for each row ${when}
			execute function ${name}()`
		)
		.execute(db);
}
