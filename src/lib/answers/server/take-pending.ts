import type { Transaction } from 'kysely';
import type { Context } from '../../server/context.ts';
import type { Database } from '../../server/db/database.ts';
import type { FreeText } from '../answer-sheet.ts';
import { closeEnvelope, openEnvelope } from '../sealed-envelope.ts';
import type { PendingSheet } from './commit-answers.ts';
import { moveTakenCodes } from './code-store.ts';
import { destroyEpochs, endEpochs, startEpoch, unusedEpochs } from './epoch.ts';
import {
	deletePending,
	deletePendingTexts,
	insertSpent,
	selectPending,
	selectPendingIds,
	selectPendingTexts,
	updatePayload
} from './pending-store.ts';
import { backgroundMemory, openPendingRow } from './read-pool.ts';
import { forgetSources } from './source-memory.ts';

type Trx = Transaction<Database>;
type Keys = Pick<Context, 'db' | 'vault' | 'random'>;

/** Larger remaining pools keep their older keys: rewriting them would cost more than a seal should. */
const mostRewritten = 2000;

export interface TakePendingInput {
	dialogueId: string;
	ids: readonly string[];
	/** The dialogue is closing: nothing remains and no new epoch begins. */
	last: boolean;
}

export interface TakenPending {
	sheets: Map<string, PendingSheet>;
	texts: FreeText[];
	/** To be called after the commit: destroys the keys and memories that nothing needs any more. */
	afterCommit: () => Promise<void>;
}

async function takeTexts(trx: Trx, { vault }: Keys, dialogueId: string): Promise<FreeText[]> {
	const rows = await selectPendingTexts(trx, dialogueId);
	await deletePendingTexts(trx, dialogueId);
	return rows.map((row) => {
		const key = vault.epochKey(row.epoch);
		if (!key) throw new Error('a pending text has lost its epoch key');
		return openEnvelope<FreeText>(key, dialogueId, row.payload);
	});
}

/** Encrypts what stays under the new epoch, so that the old key can be destroyed at once. */
async function rewriteRemaining(trx: Trx, keys: Keys, dialogueId: string): Promise<void> {
	const epoch = await startEpoch(trx, keys, dialogueId);
	const ids = (await selectPendingIds(trx, dialogueId)).map(({ id }) => id);
	if (ids.length > mostRewritten) return;
	for (const row of await selectPending(trx, ids)) {
		const payload = closeEnvelope(epoch.key, dialogueId, openPendingRow(keys, row));
		await updatePayload(trx, { id: row.id, epoch: epoch.name, payload });
	}
}

/**
 * Takes sheets out of pending for sealing, inside the sealing transaction and under its exclusive lock: rows are
 * deleted, their keys are remembered as spent, all waiting texts come along in no order of their sheets.
 */
export async function takePending(trx: Trx, keys: Keys, input: TakePendingInput): Promise<TakenPending> {
	const { dialogueId, ids, last } = input;
	const rows = await selectPending(trx, ids);
	const sheets = new Map(rows.map((row) => [row.id, openPendingRow(keys, row)]));
	const texts = await takeTexts(trx, keys, dialogueId);
	await deletePending(trx, ids);
	await insertSpent(
		trx,
		dialogueId,
		rows.map(({ keyHash }) => keyHash)
	);
	await moveTakenCodes(trx, dialogueId);
	await (last ? endEpochs(trx, dialogueId) : rewriteRemaining(trx, keys, dialogueId));
	const unused = await unusedEpochs(trx, keys, dialogueId);
	const afterCommit = async () => {
		await destroyEpochs(keys, unused);
		forgetSources(keys.db, ids);
		const memory = backgroundMemory(keys.db);
		for (const id of ids) memory.delete(id);
	};
	return { sheets, texts, afterCommit };
}
