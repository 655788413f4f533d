import type { Kysely } from 'kysely';
import { freeze } from './freeze.ts';
import { guard } from './guard.ts';

/** What somebody has signed stays as it was signed, and a signature stays. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const signed = 'exists (select 1 from agreement_signature where agreement_id = old.id)';
	const message = 'what was signed stays as it was signed';
	await guard(db, { name: 'agreement_signed', table: 'agreement', on: 'update', when: signed, message });
	await freeze(db, { table: 'agreement_signature', on: 'update', message: 'a signature stays' });
	await freeze(db, { table: 'agreement_signature', on: 'delete', message: 'a signature stays' });
}
