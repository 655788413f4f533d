import { requireStaff } from '#lib/accounts/server/require-permission.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import { entryOf, type PaperSheet } from '../paper-batch.ts';
import { typedValue, valueWords, type PaperField } from '../paper-field.ts';
import { isTypedTwice, listDifferences, readPaperBatch, readSheets } from './read-paper-batch.ts';

type Worker = Pick<Context, 'db' | 'actor' | 'vault'>;

/** A batch as the person at the keyboard meets it. */
async function readWork(ctx: Worker, { code, batchId }: { code: string; batchId: string }) {
	const opened = await readPaperBatch(ctx, batchId);
	if (opened.dialogue.code !== code) throw new AppError('not-found');
	const { personId } = requireStaff(ctx);
	return { opened, entry: entryOf(opened.batch, personId) };
}

const wordsOf = (
	fields: readonly PaperField[],
	name: string,
	value: string | string[] | undefined
): string => {
	const field = fields.find((one) => one.name === name);
	return field ? valueWords(field, value) : String(value ?? '');
};

/**
 * How far a batch has come, whose turn the reader has, and what two people read differently once both are done.
 * @throws AppError `not-found` when the dialogue has no such batch, or without the permission `answers.collect`
 */
export async function readPaperStatus(ctx: Worker, asked: { code: string; batchId: string }) {
	const { opened, entry } = await readWork(ctx, asked);
	const { batch, fields, done } = opened;
	const differences = await listDifferences(ctx, opened);
	return {
		batch: { id: batch.id, name: batch.name, forms: batch.forms, submitted: batch.submitted },
		entry: entry ?? null,
		done: { 1: done[1].length, 2: done[2].length },
		complete: isTypedTwice(opened),
		differences: differences.map(({ number, name, first, second }) => ({
			number,
			name,
			question: fields.find((field) => field.name === name)?.text ?? '',
			first: wordsOf(fields, name, first),
			second: wordsOf(fields, name, second)
		}))
	};
}

const typedOf = (fields: readonly PaperField[], sheet: PaperSheet | undefined): Record<string, string> => ({
	...Object.fromEntries(fields.map((field) => [field.name, typedValue(field, sheet?.values[field.name])])),
	code: sheet?.code ?? ''
});

/**
 * The form to type in next, or one that is typed in again; with what its own reader has read on it, and on the one before.
 * @param asked.number of a form; the first that is missing when left out
 * @returns `number` null when every form is typed in
 * @throws AppError `not-found` without the permission; `not-open` when the batch is submitted or typed in by two others
 */
export async function readPaperForm(
	ctx: Worker,
	asked: { code: string; batchId: string; number?: number | undefined; saved?: number | undefined }
) {
	const { opened, entry } = await readWork(ctx, asked);
	const { batch, fields, done, dialogue } = opened;
	if (!entry || batch.submitted) throw new AppError('not-open', 'the two readings are made by two people');
	const all = Array.from({ length: batch.forms }, (_, index) => index + 1);
	const missing = all.find((number) => !done[entry].includes(number));
	const number = all.find((one) => one === asked.number) ?? missing ?? null;
	const sheets = await readSheets(ctx, batch.id);
	const before = asked.saved === undefined ? undefined : sheets.get(asked.saved)?.[entry];
	return {
		batch: { id: batch.id, name: batch.name, forms: batch.forms },
		entry,
		number,
		fields,
		asksCode: dialogue.entry === 'codes',
		typed: typedOf(fields, number === null ? undefined : sheets.get(number)?.[entry]),
		saved: before
			? {
					number: asked.saved!,
					lines: fields.map((field) => ({
						question: field.text,
						words: valueWords(field, before.values[field.name])
					}))
				}
			: null
	};
}
