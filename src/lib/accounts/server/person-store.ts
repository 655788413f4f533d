import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../../server/db/database.ts';
import type { Membership, Role } from '../../server/role.ts';
import type { MembershipRow, PersonRow } from './tables.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

const columns = ['id', 'email', 'name', 'passwordHash', 'secondFactor'] as const;

export const selectPerson = (db: Db, id: string) =>
	db.selectFrom('person').select(columns).where('id', '=', id).executeTakeFirst();

/** @param email as normalEmail writes it */
export const selectPersonByEmail = (db: Db, email: string) =>
	db.selectFrom('person').select(columns).where('email', '=', email).executeTakeFirst();

export async function insertPerson(trx: Trx, row: PersonRow): Promise<void> {
	await trx.insertInto('person').values(row).execute();
}

export async function updatePerson(
	trx: Trx,
	id: string,
	change: Partial<Pick<PersonRow, 'name' | 'passwordHash' | 'secondFactor'>>
): Promise<void> {
	await trx.updateTable('person').set(change).where('id', '=', id).execute();
}

export const selectMemberships = (db: Db, personId: string): Promise<Membership[]> =>
	db
		.selectFrom('membership')
		.select(['placeCode', 'role', 'through'])
		.where('personId', '=', personId)
		.orderBy('placeCode')
		.orderBy('role')
		.execute();

/** Does nothing when the person already has the role in the place. */
export async function insertMembership(trx: Trx, row: MembershipRow): Promise<void> {
	await trx
		.insertInto('membership')
		.values(row)
		.onConflict((conflict) => conflict.columns(['personId', 'placeCode', 'role']).doNothing())
		.execute();
}

/** @returns whether the person had the role. */
export async function deleteMembership(
	trx: Trx,
	{ personId, placeCode, role }: { personId: string; placeCode: string; role: Role }
): Promise<boolean> {
	const { numDeletedRows } = await trx
		.deleteFrom('membership')
		.where('personId', '=', personId)
		.where('placeCode', '=', placeCode)
		.where('role', '=', role)
		.executeTakeFirst();
	return numDeletedRows > 0n;
}

/** The administrators of these very places; of all places when left out. */
export function selectAdministrators(db: Db, placeCodes?: readonly string[]) {
	const query = db
		.selectFrom('membership')
		.select(['personId', 'placeCode'])
		.where('role', '=', 'administrator');
	return (placeCodes ? query.where('placeCode', 'in', placeCodes) : query).execute();
}
