import type { Transaction } from 'kysely';
import type { Database } from '../../server/db/database.ts';
import { selectKnownCodes, updateTaken } from './code-store.ts';

/** Why a sheet's one-time code does not let it in. */
export type CodeRefusal = 'code-used' | 'code-unknown';

/** A sheet that comes with a one-time code. */
export interface CodeBearer {
	id: string;
	dialogueId: string;
	codeHash?: string | undefined;
}

async function spendIn(trx: Transaction<Database>, dialogueId: string, bearers: CodeBearer[]) {
	const hashes = [...new Set(bearers.map(({ codeHash }) => codeHash!))].toSorted();
	const free = await updateTaken(trx, dialogueId, hashes);
	const refused = bearers.filter(({ codeHash }) => !free.delete(codeHash!));
	if (refused.length === 0) return [];
	const known = await selectKnownCodes(trx, dialogueId, hashes);
	return refused.map(({ id, codeHash }): [string, CodeRefusal] => [
		id,
		known.has(codeHash!) ? 'code-used' : 'code-unknown'
	]);
}

/**
 * Spends the codes of sheets that have just been stored, in their transaction; the mark stands in the code's own row and
 * names no sheet. Of several sheets with one code the first gets it.
 * @returns by the sheet's id, why its code does not count; that sheet must not stay.
 */
export async function spendCodes(
	trx: Transaction<Database>,
	sheets: readonly CodeBearer[]
): Promise<Map<string, CodeRefusal>> {
	const bearers = sheets.filter(({ codeHash }) => codeHash !== undefined);
	const refused = new Map<string, CodeRefusal>();
	for (const dialogueId of [...new Set(bearers.map((bearer) => bearer.dialogueId))].sort()) {
		const own = bearers.filter((bearer) => bearer.dialogueId === dialogueId);
		for (const [id, refusal] of await spendIn(trx, dialogueId, own)) refused.set(id, refusal);
	}
	return refused;
}
