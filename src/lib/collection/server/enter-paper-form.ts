import type { Transaction } from 'kysely';
import { requireStaff } from '#lib/accounts/server/require-permission.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { Database } from '#lib/server/db/database.ts';
import type { Outcome } from '#lib/server/problem.ts';
import { entryOf, readSheet, type PaperBatch } from '../paper-batch.ts';
import { paperEnvelope } from './paper-envelope.ts';
import { updateSecondPerson, upsertForm } from './paper-store.ts';
import { readPaperBatch } from './read-paper-batch.ts';

export interface EnteredForm {
	batchId: string;
	/** 1, 2, 3 … in the pile. */
	number: number;
	/** Which reading it is. */
	entry: 1 | 2;
	/** What was typed, by the field's name. */
	typed: Record<string, string>;
}

/** Makes sure that the reading is this person's: the two are never the same, which the database holds as well. */
async function requireTurn(
	trx: Transaction<Database>,
	batch: PaperBatch,
	{ personId, entry }: { personId: string; entry: 1 | 2 }
): Promise<void> {
	const isTheirs = entryOf(batch, personId) === entry;
	if (!isTheirs || (entry === 2 && !(await updateSecondPerson(trx, batch.id, personId))))
		throw new AppError('not-open', 'the two readings are made by two people');
}

/**
 * Keeps what one person read on one form, in place of what they read before; encrypted, until the batch is submitted.
 * The first reading is made by who opened the batch, the second by one other person.
 * @returns problems at the names of the fields
 * @throws AppError `not-found` without the permission `answers.collect`; `not-open` when the reading is somebody else's, the
 * batch has been submitted, or the pile has no such form
 */
export async function enterPaperForm(ctx: Context, form: EnteredForm): Promise<Outcome<{ number: number }>> {
	const { batch, fields } = await readPaperBatch(ctx, form.batchId);
	const { personId } = requireStaff(ctx);
	const { number, entry } = form;
	const isThere = Number.isInteger(number) && number >= 1 && number <= batch.forms;
	if (batch.submitted || !isThere) throw new AppError('not-open', 'no form of that number waits');
	const { sheet, problems } = readSheet(fields, form.typed);
	if (problems.length > 0) return { ok: false, problems };
	const payload = paperEnvelope(ctx, batch.id).hide(sheet);
	await ctx.db.transaction().execute(async (trx) => {
		await requireTurn(trx, batch, { personId, entry });
		await upsertForm(trx, { batchId: batch.id, number, entry, payload });
	});
	return { ok: true, value: { number } };
}
