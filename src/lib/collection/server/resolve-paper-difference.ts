import { recordEvent } from '#lib/audit/server/record-event.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { AnswerValue } from '#lib/questionnaire/question.ts';
import type { Context } from '#lib/server/context.ts';
import type { Outcome } from '#lib/server/problem.ts';
import { codeName, withValue } from '../paper-batch.ts';
import { readField, type PaperField } from '../paper-field.ts';
import { paperEnvelope } from './paper-envelope.ts';
import { upsertForm } from './paper-store.ts';
import { isTypedTwice, listDifferences, readPaperBatch, readSheets } from './read-paper-batch.ts';

export interface Resolution {
	number: number;
	/** Name of the field. */
	name: string;
	/** Whose reading is right, or what the paper says when both are wrong. */
	right: 'first' | 'second' | { typed: string };
}

type Read = Outcome<AnswerValue | undefined>;

function readRight(fields: readonly PaperField[], { number, name, right }: Resolution): Read {
	const typed = typeof right === 'object' ? right.typed : '';
	const field = fields.find((one) => one.name === name);
	if (name === codeName || !field) return { ok: true, value: typed.trim() || undefined };
	const read = readField(field, typed);
	if (read.ok) return { ok: true, value: read.value };
	return { ok: false, problems: [{ at: `${number} ${name}`, code: read.code, detail: 'not on the paper' }] };
}

/**
 * Settles what two people read differently: the right reading stands in both. What is not named stays different.
 * @returns how many differences were settled, or problems at `<number> <field>`
 * @throws AppError `not-found` without the permission `answers.collect`; `not-open` before both have typed in everything
 */
export async function resolvePaperDifferences(
	ctx: Context,
	{ batchId, resolutions }: { batchId: string; resolutions: readonly Resolution[] }
): Promise<Outcome<{ settled: number }>> {
	const opened = await readPaperBatch(ctx, batchId);
	if (opened.batch.submitted || !isTypedTwice(opened)) throw new AppError('not-open');
	const open = await listDifferences(ctx, opened);
	const sheets = await readSheets(ctx, batchId);
	const problems = [];
	const changed = new Set<number>();
	let settled = 0;
	for (const resolution of resolutions) {
		const { number, name, right } = resolution;
		const difference = open.find((one) => one.number === number && one.name === name);
		if (!difference) continue;
		const read: Read =
			typeof right === 'object'
				? readRight(opened.fields, resolution)
				: { ok: true, value: difference[right] };
		if (!read.ok) problems.push(...read.problems);
		else {
			const both = sheets.get(number)!;
			for (const entry of [1, 2] as const) both[entry] = withValue(both[entry]!, name, read.value);
			changed.add(number);
			settled += 1;
		}
	}
	if (problems.length > 0) return { ok: false, problems };
	const envelope = paperEnvelope(ctx, batchId);
	await ctx.db.transaction().execute(async (trx) => {
		for (const number of changed)
			for (const entry of [1, 2] as const)
				await upsertForm(trx, {
					...{ batchId, number, entry },
					payload: envelope.hide(sheets.get(number)![entry]!)
				});
		await recordEvent(trx, ctx, {
			action: 'paper.compared',
			placeCode: opened.dialogue.placeCode,
			subject: `paper:${batchId}`,
			after: { differences: open.length, settled }
		});
	});
	return { ok: true, value: { settled } };
}
