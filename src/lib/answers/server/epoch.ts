import type { KeyObject } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Context } from '../../server/context.ts';
import type { Database } from '../../server/db/database.ts';
import { lock } from '../../server/db/lock.ts';
import { randomId } from '../../server/random.ts';
import { deleteEpoch, selectEpochs, selectUsedEpochs, upsertEpoch } from './pending-store.ts';

type Trx = Transaction<Database>;
type Keys = Pick<Context, 'vault' | 'random'>;

/** The epoch that new answers of a dialogue are encrypted under, and its key. */
export interface Epoch {
	name: string;
	key: KeyObject;
}

const epochPrefix = (dialogueId: string) => `${dialogueId}.`;

/** Held by whoever writes the vault's file, so that two processes never overwrite each other's keys. */
const vaultLock = 'vault';

/** Starts a new epoch: its key is on disk before any row can use it. */
export async function startEpoch(trx: Trx, { vault, random }: Keys, dialogueId: string): Promise<Epoch> {
	await lock(trx, vaultLock, 'exclusive');
	const name = epochPrefix(dialogueId) + randomId(random);
	const key = vault.createEpoch(name);
	await upsertEpoch(trx, dialogueId, name);
	return { name, key };
}

/** Makes a key for other data that wait, such as forms that are being typed in; `destroyEpochs` ends it. */
export async function createWaitingKey(
	trx: Trx,
	{ vault }: Pick<Context, 'vault'>,
	name: string
): Promise<void> {
	await lock(trx, vaultLock, 'exclusive');
	vault.createEpoch(name);
}

async function knownEpochs(trx: Trx, { vault }: Keys, dialogueIds: string[]): Promise<Map<string, Epoch>> {
	const epochs = new Map<string, Epoch>();
	for (const { dialogueId, epoch } of await selectEpochs(trx, dialogueIds)) {
		const key = vault.epochKey(epoch);
		if (key) epochs.set(dialogueId, { name: epoch, key });
	}
	return epochs;
}

/** The present epoch of each dialogue; one that has none gets its first. */
export async function presentEpochs(
	trx: Trx,
	keys: Keys,
	dialogueIds: string[]
): Promise<Map<string, Epoch>> {
	const epochs = await knownEpochs(trx, keys, dialogueIds);
	for (const dialogueId of dialogueIds)
		if (!epochs.has(dialogueId)) epochs.set(dialogueId, await startEpoch(trx, keys, dialogueId));
	return epochs;
}

/** Destroys the keys of epochs that nothing uses, after the commit that left them unused. */
export const destroyEpochs = (
	{ db, vault }: Pick<Context, 'db' | 'vault'>,
	epochs: readonly string[]
): Promise<void> =>
	db.transaction().execute(async (trx) => {
		await lock(trx, vaultLock, 'exclusive');
		vault.destroyEpochs(epochs);
	});

/** Ends the use of a dialogue's epochs: no more answers will come. */
export const endEpochs = (trx: Trx, dialogueId: string) => deleteEpoch(trx, dialogueId);

/**
 * The epochs of a dialogue that no row uses any more. Asked inside the sealing transaction, whose lock keeps new
 * answers out; their keys are destroyed after its commit.
 */
export async function unusedEpochs(trx: Trx, { vault }: Keys, dialogueId: string): Promise<string[]> {
	const used = new Set([
		...(await selectUsedEpochs(trx, dialogueId)).map(({ epoch }) => epoch),
		...(await selectEpochs(trx, [dialogueId])).map(({ epoch }) => epoch)
	]);
	return vault.epochs().filter((epoch) => epoch.startsWith(epochPrefix(dialogueId)) && !used.has(epoch));
}
