import { createHmac, randomBytes } from 'node:crypto';
import {
	closeSync,
	existsSync,
	fsyncSync,
	mkdirSync,
	openSync,
	readFileSync,
	renameSync,
	writeSync
} from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The keys that live in a file beside the database, never in it.
 * Epoch keys encrypt pending answers and are destroyed when nothing uses them; the hash key never changes.
 */
export interface Vault {
	/** The 32-byte key of an epoch; undefined once destroyed. */
	epochKey(epoch: string): Buffer | undefined;
	/** Makes and durably stores the key of a new epoch. */
	createEpoch(epoch: string): Buffer;
	/** The epochs whose keys exist. */
	epochs(): string[];
	/** Forgets the keys of these epochs for ever. */
	destroyEpochs(epochs: readonly string[]): void;
	/** Keyed hash of a secret word (idempotency key, one-time code): 43 characters of base64url. */
	keyedHash(purpose: string, value: string): string;
}

interface Contents {
	hashKey: string;
	epochs: Record<string, string>;
}

const newContents = (): Contents => ({ hashKey: randomBytes(32).toString('base64url'), epochs: {} });

/** Replaces the file in one step, flushed to disk before it takes the old one's place; owner-only rights. */
function writeDurably(file: string, contents: Contents): void {
	const next = `${file}.next`;
	const handle = openSync(next, 'w', 0o600);
	writeSync(handle, JSON.stringify(contents));
	fsyncSync(handle);
	closeSync(handle);
	renameSync(next, file);
	const folder = openSync(dirname(file), 'r');
	fsyncSync(folder);
	closeSync(folder);
}

function vaultOver(read: () => Contents, write: (contents: Contents) => void): Vault {
	let contents = read();
	return {
		epochKey(epoch) {
			if (!contents.epochs[epoch]) contents = read();
			const key = contents.epochs[epoch];
			return key === undefined ? undefined : Buffer.from(key, 'base64url');
		},
		createEpoch(epoch) {
			const key = randomBytes(32);
			contents = read();
			contents.epochs[epoch] = key.toString('base64url');
			write(contents);
			return key;
		},
		epochs() {
			contents = read();
			return Object.keys(contents.epochs);
		},
		destroyEpochs(epochs) {
			contents = read();
			if (!epochs.some((epoch) => contents.epochs[epoch])) return;
			for (const epoch of epochs) delete contents.epochs[epoch];
			write(contents);
		},
		keyedHash: (purpose, value) =>
			createHmac('sha256', Buffer.from(contents.hashKey, 'base64url'))
				.update(`${purpose}\0${value}`)
				.digest('base64url')
	};
}

/**
 * The vault of a data folder (`keys.json`, rights 0600), made on first use.
 * @throws when the folder cannot be written or the file is damaged.
 */
export function openVault(folder: string): Vault {
	const file = join(folder, 'keys.json');
	mkdirSync(folder, { recursive: true });
	if (!existsSync(file)) writeDurably(file, newContents());
	return vaultOver(
		() => JSON.parse(readFileSync(file, 'utf8')) as Contents,
		(contents) => writeDurably(file, contents)
	);
}

/** A vault in memory only, for tests and benchmarks. */
export function memoryVault(): Vault {
	let stored = newContents();
	return vaultOver(
		() => structuredClone(stored),
		(contents) => (stored = structuredClone(contents))
	);
}
