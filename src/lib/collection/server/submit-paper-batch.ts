import { acceptAnswers } from '#lib/answers/server/accept-answers.ts';
import { destroyEpochs } from '#lib/answers/server/epoch.ts';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import { emptyWriteAheadLog } from '#lib/server/db/checkpoint.ts';
import type { Outcome, Problem } from '#lib/server/problem.ts';
import { randomId } from '#lib/server/random.ts';
import { answersOf, type PaperSheet } from '../paper-batch.ts';
import { paperKeyName } from './paper-envelope.ts';
import { deleteForms, updateSubmitted } from './paper-store.ts';
import {
	isTypedTwice,
	listDifferences,
	readPaperBatch,
	readSheets,
	type OpenedBatch
} from './read-paper-batch.ts';

/** The key of a form's sheet: the same whenever the batch is submitted, and known to nobody else. */
const sheetKey = ({ vault }: Context, batchId: string, number: number): string =>
	vault.keyedHash('paper form', `${batchId} ${number}`).slice(0, 22);

interface NumberedSheet {
	number: number;
	sheet: PaperSheet;
}

async function acceptForm(
	ctx: Context,
	{ batch, dialogue, fields }: OpenedBatch,
	{ number, sheet }: NumberedSheet
): Promise<Problem[]> {
	const outcome = await acceptAnswers(ctx, {
		...{ dialogue, version: dialogue.version, channel: 'paper' },
		key: sheetKey(ctx, batch.id, number),
		...answersOf(fields, sheet),
		code: dialogue.entry === 'codes' ? (sheet.code ?? '') : undefined,
		// Each form is a person of its own: it was handed in, and two people have had it in their hands.
		source: randomId(ctx.random)
	});
	return outcome.ok ? [] : outcome.problems.map(({ code, detail }) => ({ at: `${number}`, code, detail }));
}

/** Removes what was read, and the key that it lay under; the counts stay. */
async function clearAway(ctx: Context, { batch, dialogue }: OpenedBatch, blank: number): Promise<void> {
	await ctx.db.transaction().execute(async (trx) => {
		if (!(await updateSubmitted(trx, batch.id))) return;
		await deleteForms(trx, batch.id);
		await recordEvent(trx, ctx, {
			action: 'paper.submitted',
			placeCode: dialogue.placeCode,
			subject: `paper:${batch.id}`,
			after: { forms: batch.forms, blank }
		});
	});
	await emptyWriteAheadLog(ctx.db);
	await destroyEpochs(ctx, [paperKeyName(batch.id)]);
}

/**
 * Hands the forms of a batch in as answers on paper, each exactly once whatever often this is asked for, and removes what
 * was typed. Forms without a single answer are left out.
 * @returns how many were handed in and how many were blank, or problems at the forms' numbers: what was in order is handed
 * in already, and the rest can be mended and handed in again
 * @throws AppError `not-found` without the permission `answers.collect`; `not-open` while forms are missing or read
 * differently, when the batch has been submitted, or when the dialogue takes no more answers
 */
export async function submitPaperBatch(
	ctx: Context,
	batchId: string
): Promise<Outcome<{ accepted: number; blank: number }>> {
	const opened = await readPaperBatch(ctx, batchId);
	if (opened.batch.submitted || !isTypedTwice(opened)) throw new AppError('not-open');
	if ((await listDifferences(ctx, opened)).length > 0) throw new AppError('not-open', 'some differ');
	const sheets = [...(await readSheets(ctx, batchId))].map(([number, { 1: sheet }]) => ({
		number,
		sheet: sheet!
	}));
	const filled = sheets.filter(
		({ sheet }) => Object.keys(answersOf(opened.fields, sheet).answers).length > 0
	);
	const problems: Problem[] = [];
	for (const form of filled) problems.push(...(await acceptForm(ctx, opened, form)));
	if (problems.length > 0) return { ok: false, problems };
	const blank = sheets.length - filled.length;
	await clearAway(ctx, opened, blank);
	return { ok: true, value: { accepted: filled.length, blank } };
}
