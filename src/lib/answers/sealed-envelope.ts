import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';
import { secureRandom } from '../server/random.ts';

const nonceLength = 12;
const tagLength = 16;
/** Every envelope is a multiple of this, so that its length does not tell how much was answered. */
const padding = 256;

/**
 * Encrypts a value under an epoch key (AES-256-GCM) for one dialogue. The plaintext is padded.
 * @returns nonce, ciphertext and tag as base64url.
 */
export function closeEnvelope(key: KeyObject, dialogueId: string, value: unknown): string {
	const plain = Buffer.from(JSON.stringify(value));
	const padded = Buffer.alloc(Math.ceil((plain.length + 1) / padding) * padding, 0x20);
	plain.copy(padded);
	const nonce = secureRandom.bytes(nonceLength);
	const cipher = createCipheriv('aes-256-gcm', key, nonce);
	cipher.setAAD(Buffer.from(dialogueId));
	return Buffer.concat([nonce, cipher.update(padded), cipher.final(), cipher.getAuthTag()]).toString(
		'base64url'
	);
}

/**
 * Opens an envelope.
 * @throws when the key, the dialogue or a single bit is wrong.
 */
export function openEnvelope<T>(key: KeyObject, dialogueId: string, envelope: string): T {
	const bytes = Buffer.from(envelope, 'base64url');
	const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceLength));
	decipher.setAAD(Buffer.from(dialogueId));
	decipher.setAuthTag(bytes.subarray(bytes.length - tagLength));
	const body = bytes.subarray(nonceLength, bytes.length - tagLength);
	return JSON.parse(Buffer.concat([decipher.update(body), decipher.final()]).toString()) as T;
}
