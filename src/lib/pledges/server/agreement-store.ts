import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#lib/server/db/database.ts';
import { lock } from '#lib/server/db/lock.ts';
import type { Agreement } from '../agreement.ts';
import type { AgreementRow, AgreementSignatureRow } from './tables.ts';

type Db = Kysely<Database>;
type Trx = Transaction<Database>;

/** The agreements that fit, the latest first, with their signatures. */
export async function selectAgreements(
	db: Db,
	{ placeCode, id }: { placeCode?: string; id?: string }
): Promise<Agreement[]> {
	let query = db.selectFrom('agreement').selectAll();
	if (placeCode !== undefined) query = query.where('placeCode', '=', placeCode);
	if (id !== undefined) query = query.where('id', '=', id);
	const rows = await query.orderBy('validFrom', 'desc').orderBy('id').execute();
	if (rows.length === 0) return [];
	const signatures = await db
		.selectFrom('agreementSignature')
		.selectAll()
		.where(
			'agreementId',
			'in',
			rows.map((row) => row.id)
		)
		.orderBy('side', 'desc')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		placeCode: row.placeCode,
		title: row.title,
		text: row.text,
		validFrom: row.validFrom,
		validTo: row.validTo,
		revision: row.revision,
		signatures: signatures
			.filter(({ agreementId }) => agreementId === row.id)
			.map(({ side, title, day }) => ({ side, title, day }))
	}));
}

/** Keeps others from changing or signing an agreement until the transaction ends. */
export const lockAgreement = (trx: Trx, id: string): Promise<void> =>
	lock(trx, `agreement ${id}`, 'exclusive');

/** Adds an agreement, or changes one that nobody has signed. */
export async function upsertAgreement(trx: Trx, row: AgreementRow): Promise<void> {
	await trx
		.insertInto('agreement')
		.values(row)
		.onConflict((conflict) =>
			conflict.column('id').doUpdateSet({
				title: row.title,
				text: row.text,
				validFrom: row.validFrom,
				validTo: row.validTo,
				revision: row.revision
			})
		)
		.execute();
}

export async function insertAgreementSignature(trx: Trx, row: AgreementSignatureRow): Promise<void> {
	await trx.insertInto('agreementSignature').values(row).execute();
}
