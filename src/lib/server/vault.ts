import {
	createCipheriv,
	createDecipheriv,
	createHmac,
	createSecretKey,
	hkdfSync,
	randomBytes,
	type KeyObject
} from 'node:crypto';
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
	epochKey(epoch: string): KeyObject | undefined;
	/** Makes and durably stores the key of a new epoch. */
	createEpoch(epoch: string): KeyObject;
	/** The epochs whose keys exist. */
	epochs(): string[];
	/** Forgets the keys of these epochs for ever. */
	destroyEpochs(epochs: readonly string[]): void;
	/** Keyed hash of a secret word (idempotency key, one-time code): 43 characters of base64url. */
	keyedHash(purpose: string, value: string): string;
	/** The key for data of one purpose that stay in the database; the same for as long as the vault lives. */
	storageKey(purpose: string): KeyObject;
	/** Encrypts a secret that the database keeps (AES-256-GCM); what is sealed for one purpose opens for no other. */
	seal(purpose: string, text: string): string;
	/**
	 * The text that was sealed for this purpose.
	 * @throws when it was sealed for another, with another vault, or has been changed.
	 */
	open(purpose: string, sealed: string): string;
}

interface Contents {
	hashKey: string;
	epochs: Record<string, string>;
}

const newContents = (): Contents => ({ hashKey: randomBytes(32).toString('base64url'), epochs: {} });

const keyFrom = (text: string): KeyObject => createSecretKey(text, 'base64url');

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

const tagLength = 16;
const nonceLength = 12;

function encrypt(key: Buffer, text: string): string {
	const nonce = randomBytes(nonceLength);
	const cipher = createCipheriv('aes-256-gcm', key, nonce);
	const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
	return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}

function decrypt(key: Buffer, sealed: string): string {
	const bytes = Buffer.from(sealed, 'base64url');
	const opener = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceLength), {
		authTagLength: tagLength
	});
	opener.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
	const body = opener.update(bytes.subarray(nonceLength + tagLength));
	return Buffer.concat([body, opener.final()]).toString('utf8');
}

function vaultOver(read: () => Contents, write: (contents: Contents) => void): Vault {
	let contents = read();
	// Prepared once: making a key ready for use costs ten times as much as using it.
	const hashKey = keyFrom(contents.hashKey);
	const prepared = new Map<string, KeyObject>();
	/** Reads the file again; what another process has destroyed is forgotten here too. */
	const refresh = () => {
		contents = read();
		for (const epoch of prepared.keys()) if (!contents.epochs[epoch]) prepared.delete(epoch);
	};
	const storageKeys = new Map<string, KeyObject>();
	const sealingKey = (purpose: string) => Buffer.from(hkdfSync('sha256', hashKey, '', `seal ${purpose}`, 32));
	return {
		epochKey(epoch) {
			const ready = prepared.get(epoch);
			if (ready) return ready;
			if (!contents.epochs[epoch]) refresh();
			const text = contents.epochs[epoch];
			if (text === undefined) return undefined;
			prepared.set(epoch, keyFrom(text));
			return prepared.get(epoch);
		},
		createEpoch(epoch) {
			const text = randomBytes(32).toString('base64url');
			refresh();
			contents.epochs[epoch] = text;
			write(contents);
			prepared.set(epoch, keyFrom(text));
			return keyFrom(text);
		},
		epochs() {
			refresh();
			return Object.keys(contents.epochs);
		},
		destroyEpochs(epochs) {
			refresh();
			for (const epoch of epochs) prepared.delete(epoch);
			if (!epochs.some((epoch) => contents.epochs[epoch])) return;
			for (const epoch of epochs) delete contents.epochs[epoch];
			write(contents);
		},
		keyedHash: (purpose, value) =>
			createHmac('sha256', hashKey).update(`${purpose}\0${value}`).digest('base64url'),
		storageKey(purpose) {
			const key =
				storageKeys.get(purpose) ??
				createSecretKey(Buffer.from(hkdfSync('sha256', hashKey, '', `store ${purpose}`, 32)));
			storageKeys.set(purpose, key);
			return key;
		},
		seal: (purpose, text) => encrypt(sealingKey(purpose), text),
		open: (purpose, sealed) => decrypt(sealingKey(purpose), sealed)
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
