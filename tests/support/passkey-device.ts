import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import type {
	AuthenticationResponseJSON,
	PublicKeyCredentialCreationOptionsJSON,
	PublicKeyCredentialRequestOptionsJSON,
	RegistrationResponseJSON
} from '@simplewebauthn/server';
import { isoCBOR } from '@simplewebauthn/server/helpers';

/** What a device or a page does differently from what is expected. */
export interface Deviation {
	origin?: string;
	rpId?: string;
	/** False: the device only saw that somebody touched it. */
	userVerified?: boolean;
	counter?: number;
	userHandle?: string;
	challenge?: string;
}

/** A security key in software (ES256, no attestation) that holds one passkey. */
export interface PasskeyDevice {
	id: string;
	register: (
		options: PublicKeyCredentialCreationOptionsJSON,
		deviation?: Deviation
	) => RegistrationResponseJSON;
	/** Every answer counts one up. */
	answer: (
		options: PublicKeyCredentialRequestOptionsJSON,
		deviation?: Deviation
	) => AuthenticationResponseJSON;
}

const encode = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest();

function clientData(type: string, challenge: string, origin: string): Buffer {
	return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

function authenticatorData(rpId: string, flags: number, counter: number): Buffer {
	const count = Buffer.alloc(4);
	count.writeUInt32BE(counter);
	return Buffer.concat([sha256(rpId), Buffer.from([flags]), count]);
}

/** The public key as COSE: EC2, ES256, P-256. */
function coseKey(publicKey: KeyObject): Uint8Array {
	const { x, y } = publicKey.export({ format: 'jwk' });
	const entries: [number, number | Uint8Array][] = [
		[1, 2],
		[3, -7],
		[-1, 1],
		[-2, new Uint8Array(Buffer.from(x!, 'base64url'))],
		[-3, new Uint8Array(Buffer.from(y!, 'base64url'))]
	];
	return isoCBOR.encode(new Map(entries) as Parameters<typeof isoCBOR.encode>[0]);
}

const present = 0x01;
const verified = 0x04;
const attested = 0x40;

/** A new device with a key of its own. */
export function createPasskeyDevice(origin = 'http://localhost:3000'): PasskeyDevice {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const credentialId = randomBytes(16);
	const id = encode(credentialId);
	let counter = 0;
	let userHandle = '';
	const flagsOf = ({ userVerified = true }: Deviation) => present | (userVerified ? verified : 0);
	return {
		id,
		register(options, deviation = {}) {
			userHandle = options.user.id;
			const data = clientData(
				'webauthn.create',
				deviation.challenge ?? options.challenge,
				deviation.origin ?? origin
			);
			const length = Buffer.from([0, credentialId.length]);
			const authData = Buffer.concat([
				authenticatorData(deviation.rpId ?? options.rp.id!, flagsOf(deviation) | attested, counter),
				Buffer.alloc(16),
				length,
				credentialId,
				coseKey(publicKey)
			]);
			const attestation = new Map<string, unknown>([
				['fmt', 'none'],
				['attStmt', new Map()],
				['authData', new Uint8Array(authData)]
			]);
			const attestationObject = isoCBOR.encode(attestation as Parameters<typeof isoCBOR.encode>[0]);
			return {
				id,
				rawId: id,
				type: 'public-key',
				clientExtensionResults: {},
				response: {
					clientDataJSON: encode(data),
					attestationObject: encode(attestationObject),
					transports: ['usb']
				}
			};
		},
		answer(options, deviation = {}) {
			counter = deviation.counter ?? counter + 1;
			const data = clientData(
				'webauthn.get',
				deviation.challenge ?? options.challenge,
				deviation.origin ?? origin
			);
			const authData = authenticatorData(deviation.rpId ?? options.rpId!, flagsOf(deviation), counter);
			const signature = sign('sha256', Buffer.concat([authData, sha256(data)]), privateKey);
			return {
				id,
				rawId: id,
				type: 'public-key',
				clientExtensionResults: {},
				response: {
					clientDataJSON: encode(data),
					authenticatorData: encode(authData),
					signature: encode(signature),
					userHandle: deviation.userHandle ?? userHandle
				}
			};
		}
	};
}
