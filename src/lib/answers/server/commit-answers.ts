import type { Transaction } from 'kysely';
import { AppError } from '../../server/app-error.ts';
import type { Context } from '../../server/context.ts';
import type { Database } from '../../server/db/database.ts';
import { lock } from '../../server/db/lock.ts';
import { randomId } from '../../server/random.ts';
import type { AnswerSheet } from '../answer-sheet.ts';
import { closeEnvelope } from '../sealed-envelope.ts';
import { presentEpochs, type Epoch } from './epoch.ts';
import { insertPending, insertPendingTexts, selectOpenDialogues } from './pending-store.ts';
import { forgetSources, rememberSource } from './source-memory.ts';
import type { PendingRow, PendingTextRow } from './tables.ts';

type Keys = Pick<Context, 'db' | 'vault' | 'random'>;

/** A checked sheet on its way into the database. */
export interface Arrival {
	/** Random; the row's id when the sheet is new. */
	id: string;
	dialogueId: string;
	keyHash: string;
	sheet: AnswerSheet;
	source: string;
}

/** What lies encrypted in a pending row. */
export type PendingSheet = Pick<AnswerSheet, 'answers' | 'background' | 'channel'>;

function pendingRow({ id, dialogueId, keyHash, sheet }: Arrival, epoch: Epoch): PendingRow {
	const { answers, background, channel } = sheet;
	const contents: PendingSheet = { answers, background, channel };
	return {
		id,
		dialogueId,
		keyHash,
		epoch: epoch.name,
		payload: closeEnvelope(epoch.key, dialogueId, contents)
	};
}

const textRows = ({ dialogueId, sheet }: Arrival, epoch: Epoch, keys: Keys): PendingTextRow[] =>
	sheet.texts.map((text) => ({
		id: randomId(keys.random),
		dialogueId,
		epoch: epoch.name,
		payload: closeEnvelope(epoch.key, dialogueId, text)
	}));

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

/**
 * The first arrival of each key; another one in the same group is a repeat. In the order of the keys' hashes: two
 * processes that are sent the same keys then wait for each other and never in a ring.
 */
function firstOfEachKey(arrivals: Arrival[]): Arrival[] {
	const first = new Map<string, Arrival>();
	for (const arrival of arrivals) {
		const name = `${arrival.dialogueId} ${arrival.keyHash}`;
		if (!first.has(name)) first.set(name, arrival);
	}
	return [...first].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, arrival]) => arrival);
}

async function insertArrivals(
	trx: Transaction<Database>,
	keys: Keys,
	arrivals: Arrival[]
): Promise<Set<string>> {
	const dialogueIds = [...new Set(arrivals.map(({ dialogueId }) => dialogueId))].sort();
	const epochs = await presentEpochs(trx, keys, dialogueIds);
	const first = firstOfEachKey(arrivals);
	const inserted = await insertPending(
		trx,
		first.map((arrival) => pendingRow(arrival, epochs.get(arrival.dialogueId)!))
	);
	const texts = first
		.filter(({ id }) => inserted.has(id))
		.flatMap((arrival) => textRows(arrival, epochs.get(arrival.dialogueId)!, keys));
	if (texts.length > 0) await insertPendingTexts(trx, texts.sort(byId));
	return inserted;
}

/** What became of an arrival; `not-open` when the dialogue closed before the commit. */
export type ArrivalResult = { repeated: boolean } | AppError;

/**
 * Commits a group of sheets in one durable transaction, each exactly once.
 * The shared lock keeps sealing away, which moves keys from pending to spent.
 */
export async function commitAnswers(keys: Keys, arrivals: Arrival[]): Promise<ArrivalResult[]> {
	for (const { id, source } of arrivals) rememberSource(keys.db, id, source);
	let inserted = new Set<string>();
	try {
		const open = await keys.db.transaction().execute(async (trx) => {
			const ids = [...new Set(arrivals.map(({ dialogueId }) => dialogueId))].sort();
			for (const id of ids) await lock(trx, id, 'shared');
			const stillOpen = new Set((await selectOpenDialogues(trx, ids)).map(({ id }) => id));
			const welcome = arrivals.filter(({ dialogueId }) => stillOpen.has(dialogueId));
			if (welcome.length > 0) inserted = await insertArrivals(trx, keys, welcome);
			return stillOpen;
		});
		return arrivals.map(({ id, dialogueId }) =>
			open.has(dialogueId) ? { repeated: !inserted.has(id) } : new AppError('not-open')
		);
	} catch (error) {
		inserted = new Set();
		throw error;
	} finally {
		forgetSources(
			keys.db,
			arrivals.filter(({ id }) => !inserted.has(id)).map(({ id }) => id)
		);
	}
}
