import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../../server/db/database.ts';
import type { Organisation } from '../oidc-organisation.ts';
import type { OidcRule, TrustedSignIns } from '../oidc-rule.ts';
import type { OrganisationAttemptRow, OrganisationPersonRow, OrganisationRow } from './factor-tables.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

export const selectOrganisations = (db: Db) =>
	db
		.selectFrom('organisation')
		.select(['id', 'placeCode', 'name', 'issuer', 'clientId', 'sealedSecret', 'rules', 'trusted']);

/** The organisation that a row holds, without its secret. */
export const organisationOf = (row: OrganisationRow): Organisation => ({
	id: row.id,
	placeCode: row.placeCode,
	name: row.name,
	issuer: row.issuer,
	clientId: row.clientId,
	rules: JSON.parse(row.rules) as OidcRule[],
	trusted: JSON.parse(row.trusted) as TrustedSignIns
});

export async function upsertOrganisation(trx: Trx, row: OrganisationRow): Promise<void> {
	const { name, issuer, clientId, sealedSecret, rules, trusted } = row;
	await trx
		.insertInto('organisation')
		.values(row)
		.onConflict((conflict) =>
			conflict.column('id').doUpdateSet({ name, issuer, clientId, sealedSecret, rules, trusted })
		)
		.execute();
}

export async function deleteOrganisation(trx: Trx, id: string): Promise<void> {
	await trx.deleteFrom('organisationAttempt').where('organisationId', '=', id).execute();
	await trx.deleteFrom('organisationPerson').where('organisationId', '=', id).execute();
	await trx.deleteFrom('organisation').where('id', '=', id).execute();
}

export const selectOrganisationPeople = (db: Db) =>
	db.selectFrom('organisationPerson').select(['organisationId', 'issuer', 'subject', 'personId']);

export async function insertOrganisationPerson(trx: Trx, row: OrganisationPersonRow): Promise<void> {
	await trx.insertInto('organisationPerson').values(row).execute();
}

export async function deleteAttemptsBefore(db: Db, moment: number): Promise<void> {
	await db.deleteFrom('organisationAttempt').where('expiresAt', '<=', moment).execute();
}

export async function insertAttempt(db: Db, row: OrganisationAttemptRow): Promise<void> {
	await db.insertInto('organisationAttempt').values(row).execute();
}

/** Deleting is using. @returns whether it was there, for this organisation and this browser, and in time. */
export async function deleteAttempt(
	db: Db,
	{ stateHash, organisationId, boundTo }: Omit<OrganisationAttemptRow, 'expiresAt'>,
	now: number
): Promise<boolean> {
	const { numDeletedRows } = await db
		.deleteFrom('organisationAttempt')
		.where('stateHash', '=', stateHash)
		.where('organisationId', '=', organisationId)
		.where('boundTo', '=', boundTo)
		.where('expiresAt', '>', now)
		.executeTakeFirst();
	return numDeletedRows === 1n;
}

/** Every role that an organisation's rules have given. */
export const selectMembershipsThrough = (db: Db, through: string) =>
	db.selectFrom('membership').select(['personId', 'placeCode', 'role']).where('through', '=', through);
