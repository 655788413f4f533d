import type { Transaction } from 'kysely';
import { takesAnswers, type Dialogue } from '../../dialogues/dialogue.ts';
import { readQuestionnaire } from '../../questionnaire/server/read-questionnaire.ts';
import { AppError } from '../../server/app-error.ts';
import type { Context } from '../../server/context.ts';
import type { Database } from '../../server/db/database.ts';
import { lock } from '../../server/db/lock.ts';
import type { Outcome } from '../../server/problem.ts';
import { checkSheet, type AnswerSheet } from '../answer-sheet.ts';
import { closeEnvelope } from '../sealed-envelope.ts';
import type { AcceptAnswersInput } from './accept-answers.ts';
import type { PendingSheet } from './commit-answers.ts';
import { presentEpochs } from './epoch.ts';
import { selectKeyKnown, selectOpenDialogues, selectPendingByKey, updatePayload } from './pending-store.ts';
import { openPendingRow } from './read-pool.ts';

/** `saved`: waits to be counted and can be changed. `counted`: in a block, for ever. */
export type AnswerState = 'none' | 'saved' | 'counted';

const keyHashOf = (ctx: Pick<Context, 'vault'>, dialogueId: string, key: string): string =>
	ctx.vault.keyedHash(`answer ${dialogueId}`, key);

/**
 * What has become of the sheet with a key. A free text is never changed once it is stored: nothing ties it to its sheet,
 * so a sheet with one counts as counted.
 */
export async function readAnswerState(
	ctx: Pick<Context, 'db' | 'vault'>,
	dialogue: Pick<Dialogue, 'id' | 'questionnaireId' | 'version'>,
	key: string
): Promise<AnswerState> {
	const keyHash = keyHashOf(ctx, dialogue.id, key);
	if (!(await selectKeyKnown(ctx.db, dialogue.id, keyHash))) return 'none';
	const { questions } = await readQuestionnaire(ctx, dialogue);
	if (questions.some(({ kind }) => kind === 'text')) return 'counted';
	return (await selectPendingByKey(ctx.db, dialogue.id, keyHash)) ? 'saved' : 'counted';
}

interface Replacement {
	dialogueId: string;
	keyHash: string;
	sheet: AnswerSheet;
}

/** Who shares the lock keeps sealing away, which alone turns a saved sheet into a counted one. */
async function replaceIn(
	trx: Transaction<Database>,
	ctx: Context,
	{ dialogueId, keyHash, sheet }: Replacement
): Promise<AnswerState> {
	await lock(trx, dialogueId, 'shared');
	const row = await selectPendingByKey(trx, dialogueId, keyHash);
	if (!row) return (await selectKeyKnown(trx, dialogueId, keyHash)) ? 'counted' : 'none';
	if ((await selectOpenDialogues(trx, [dialogueId])).length === 0) throw new AppError('not-open');
	const { background, channel } = openPendingRow(ctx, row);
	const epoch = (await presentEpochs(trx, ctx, [dialogueId])).get(dialogueId)!;
	const contents: PendingSheet = { answers: sheet.answers, background, channel };
	const payload = closeEnvelope(epoch.key, dialogueId, contents);
	await updatePayload(trx, { id: row.id, epoch: epoch.name, payload });
	return 'saved';
}

/**
 * Changes the answers of a sheet that waits to be counted: same row, same key, same background and source.
 * @returns `saved`; `counted` when it was too late, or when the questionnaire has free texts, which are never changed;
 * `none` when no sheet has the key; or what must be mended.
 * @throws AppError `not-open` when the dialogue takes no answers
 */
export async function replaceAnswers(
	ctx: Context,
	input: Pick<AcceptAnswersInput, 'dialogue' | 'key' | 'channel' | 'answers'>
): Promise<Outcome<AnswerState>> {
	const { dialogue, key } = input;
	if (!takesAnswers(dialogue, ctx.now())) throw new AppError('not-open');
	const definition = await readQuestionnaire(ctx, dialogue);
	const checked = checkSheet(definition, { ...input, background: {} });
	if (!checked.ok) return checked;
	if (definition.questions.some(({ kind }) => kind === 'text'))
		return { ok: true, value: await readAnswerState(ctx, dialogue, key) };
	const replacement = {
		dialogueId: dialogue.id,
		keyHash: keyHashOf(ctx, dialogue.id, key),
		sheet: checked.value
	};
	const state = await ctx.db.transaction().execute((trx) => replaceIn(trx, ctx, replacement));
	return { ok: true, value: state };
}
