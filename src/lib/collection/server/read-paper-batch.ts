import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import { readDialogue } from '#lib/dialogues/server/read-dialogue.ts';
import { readQuestionnaire } from '#lib/questionnaire/server/read-questionnaire.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import { sheetDifferences, type PaperBatch, type PaperDifference, type PaperSheet } from '../paper-batch.ts';
import type { PaperField } from '../paper-field.ts';
import { paperFields } from '../paper-questions.ts';
import { paperEnvelope } from './paper-envelope.ts';
import { selectBatch, selectBatches, selectFormNumbers, selectForms } from './paper-store.ts';

type Reader = Pick<Context, 'db' | 'actor'>;

/** A batch, what is asked on its forms, and how far it has come. */
export interface OpenedBatch {
	batch: PaperBatch;
	dialogue: Dialogue;
	fields: PaperField[];
	/** Forms that each of the two has typed in. */
	done: Record<1 | 2, number[]>;
}

/**
 * A batch of paper forms.
 * @throws AppError `not-found` when there is none, or without the permission `answers.collect` in its place
 */
export async function readPaperBatch(ctx: Reader, id: string): Promise<OpenedBatch> {
	const batch = await selectBatch(ctx.db, id);
	if (!batch) throw new AppError('not-found', 'no such batch');
	const dialogue = await readDialogue(ctx, batch.dialogueId);
	await requirePermission(ctx, 'answers.collect', dialogue.placeCode);
	const numbers = await selectFormNumbers(ctx.db, id);
	const of = (entry: 1 | 2) => numbers.filter((form) => form.entry === entry).map(({ number }) => number);
	return {
		batch,
		dialogue,
		fields: paperFields(await readQuestionnaire(ctx, dialogue)),
		done: { 1: of(1), 2: of(2) }
	};
}

/** Whether both have typed in every form. */
export const isTypedTwice = ({ batch, done }: Pick<OpenedBatch, 'batch' | 'done'>): boolean =>
	done[1].length === batch.forms && done[2].length === batch.forms;

/** The batches of a dialogue, those under way first; for a caller that may collect there. */
export const listPaperBatches = (ctx: Pick<Context, 'db'>, dialogueId: string): Promise<PaperBatch[]> =>
	selectBatches(ctx.db, dialogueId);

/** Both readings of every form, by its number. */
export async function readSheets(
	ctx: Pick<Context, 'db' | 'vault'>,
	batchId: string
): Promise<Map<number, Partial<Record<1 | 2, PaperSheet>>>> {
	const envelope = paperEnvelope(ctx, batchId);
	const sheets = new Map<number, Partial<Record<1 | 2, PaperSheet>>>();
	for (const { number, entry, payload } of await selectForms(ctx.db, batchId))
		sheets.set(number, { ...sheets.get(number), [entry]: envelope.show(payload) });
	return sheets;
}

/**
 * Everything that two people read differently, form by form and question by question. Nothing before both have typed in
 * every form: nobody sees the other's reading meanwhile.
 */
export async function listDifferences(
	ctx: Pick<Context, 'db' | 'vault'>,
	opened: OpenedBatch
): Promise<PaperDifference[]> {
	if (opened.batch.submitted || !isTypedTwice(opened)) return [];
	const names = opened.fields.map(({ name }) => name);
	return [...(await readSheets(ctx, opened.batch.id))].flatMap(([number, { 1: first, 2: second }]) =>
		first && second ? sheetDifferences(names, number, [first, second]) : []
	);
}
