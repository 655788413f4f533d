import type { Transaction } from 'kysely';
import type { Context } from '#lib/server/context.ts';
import type { Database } from '#lib/server/db/database.ts';
import { lock } from '#lib/server/db/lock.ts';
import { newCode } from '../code.ts';

const mostTries = 50;

/** Dialogues and meetings share the codes that people write: each belongs to one thing. */
async function isTaken(trx: Transaction<Database>, code: string): Promise<boolean> {
	const of = (table: 'dialogue' | 'meeting') =>
		trx.selectFrom(table).select('code').where('code', '=', code).executeTakeFirst();
	return ((await of('dialogue')) ?? (await of('meeting'))) !== undefined;
}

/**
 * A six-digit code that neither a dialogue nor a meeting has; nobody else is given it before the transaction ends.
 * @throws when so many are taken that none was found
 */
export async function freeCode(
	ctx: { db: Transaction<Database> } & Pick<Context, 'random'>
): Promise<string> {
	await lock(ctx.db, 'codes', 'exclusive');
	for (let attempt = 0; attempt < mostTries; attempt++) {
		const code = newCode(ctx.random);
		if (!(await isTaken(ctx.db, code))) return code;
	}
	throw new Error('no free code');
}
