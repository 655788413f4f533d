import type { Transaction } from 'kysely';
import { AppError } from '../../server/app-error.ts';
import type { Context } from '../../server/context.ts';
import type { Database } from '../../server/db/database.ts';
import { lock } from '../../server/db/lock.ts';
import { randomId } from '../../server/random.ts';
import type { AnswerSheet } from '../answer-sheet.ts';
import { closeEnvelope } from '../sealed-envelope.ts';
import { presentEpochs, type Epoch } from './epoch.ts';
import { deletePending, insertPending, insertPendingTexts, selectOpenDialogues } from './pending-store.ts';
import { forgetSources, rememberSource } from './source-memory.ts';
import { spendCodes, type CodeRefusal } from './spend-codes.ts';
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
	/** Keyed hash of the one-time code, where the dialogue asks for one. */
	codeHash?: string | undefined;
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

const keyName = ({ dialogueId, keyHash }: Arrival): string => `${dialogueId} ${keyHash}`;

/**
 * The first arrival of each key; another one in the same group is a repeat. In the order of the keys' hashes: two
 * processes that are sent the same keys then wait for each other and never in a ring.
 */
function firstOfEachKey(arrivals: Arrival[]): Arrival[] {
	const first = new Map<string, Arrival>();
	for (const arrival of arrivals) {
		const name = keyName(arrival);
		if (!first.has(name)) first.set(name, arrival);
	}
	return [...first].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, arrival]) => arrival);
}

/** Ids of the sheets that are stored, and why others had no code that lets them in. */
interface Inserted {
	stored: Set<string>;
	refused: Map<string, CodeRefusal>;
}

async function insertArrivals(
	trx: Transaction<Database>,
	keys: Keys,
	arrivals: Arrival[]
): Promise<Inserted> {
	const dialogueIds = [...new Set(arrivals.map(({ dialogueId }) => dialogueId))].sort();
	const epochs = await presentEpochs(trx, keys, dialogueIds);
	const first = firstOfEachKey(arrivals);
	const stored = await insertPending(
		trx,
		first.map((arrival) => pendingRow(arrival, epochs.get(arrival.dialogueId)!))
	);
	const refused = await spendCodes(
		trx,
		first.filter(({ id }) => stored.has(id))
	);
	await deletePending(trx, [...refused.keys()]);
	for (const id of refused.keys()) stored.delete(id);
	const texts = first
		.filter(({ id }) => stored.has(id))
		.flatMap((arrival) => textRows(arrival, epochs.get(arrival.dialogueId)!, keys));
	if (texts.length > 0) await insertPendingTexts(trx, texts.sort(byId));
	return { stored, refused };
}

/** What became of an arrival; `not-open` when the dialogue closed before the commit. */
export type ArrivalResult = { repeated: boolean } | { refused: CodeRefusal } | AppError;

/** Sheets with the key of one that was refused: none of them is stored yet, and each has a code of its own. */
function stillToCome(arrivals: Arrival[], { refused }: Inserted): Arrival[] {
	if (refused.size === 0) return [];
	const names = new Set(arrivals.filter(({ id }) => refused.has(id)).map(keyName));
	return arrivals.filter((arrival) => names.has(keyName(arrival)) && !refused.has(arrival.id));
}

interface Committed {
	/** In the order of the arrivals. */
	results: ArrivalResult[];
	/** Arrivals whose turn has not come, see `stillToCome`. */
	later: Arrival[];
}

async function commitTogether(keys: Keys, arrivals: Arrival[]): Promise<Committed> {
	for (const { id, source } of arrivals) rememberSource(keys.db, id, source);
	let inserted: Inserted = { stored: new Set(), refused: new Map() };
	let committed = false;
	try {
		const open = await keys.db.transaction().execute(async (trx) => {
			const ids = [...new Set(arrivals.map(({ dialogueId }) => dialogueId))].sort();
			for (const id of ids) await lock(trx, id, 'shared');
			const stillOpen = new Set((await selectOpenDialogues(trx, ids)).map(({ id }) => id));
			const welcome = arrivals.filter(({ dialogueId }) => stillOpen.has(dialogueId));
			if (welcome.length > 0) inserted = await insertArrivals(trx, keys, welcome);
			return stillOpen;
		});
		committed = true;
		const results = arrivals.map(({ id, dialogueId }): ArrivalResult => {
			if (!open.has(dialogueId)) return new AppError('not-open');
			const refused = inserted.refused.get(id);
			return refused ? { refused } : { repeated: !inserted.stored.has(id) };
		});
		return { results, later: stillToCome(arrivals, inserted) };
	} finally {
		const gone = arrivals.filter(({ id }) => !committed || !inserted.stored.has(id));
		forgetSources(
			keys.db,
			gone.map(({ id }) => id)
		);
	}
}

/**
 * Commits a group of sheets in one durable transaction, each exactly once and with its one-time code where one is
 * asked for; a code that does not count refuses its own sheet only.
 * The shared lock keeps sealing away, which moves keys and codes from pending to spent.
 */
export async function commitAnswers(keys: Keys, arrivals: Arrival[]): Promise<ArrivalResult[]> {
	const { results, later } = await commitTogether(keys, arrivals);
	if (later.length === 0) return results;
	const afterwards = await commitAnswers(keys, later).catch(() =>
		later.map(() => new AppError('unavailable'))
	);
	return arrivals.map((arrival, index) => afterwards[later.indexOf(arrival)] ?? results[index]!);
}
