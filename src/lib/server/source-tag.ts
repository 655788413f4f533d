import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { isIPv6 } from 'node:net';

const keyLifetime = 10 * 60 * 1000;
const newKey = () => createSecretKey(randomBytes(32));
let key = newKey();
let keyMadeAt = 0;

/** The first seven bytes (/56) of an IPv6 address as text, whatever way it was written. */
function prefixOfV6(address: string): string {
	const plain = address.split('%')[0]!;
	const [head = '', tail = ''] = plain.split('::');
	const left = head === '' ? [] : head.split(':');
	const right = tail === '' ? [] : tail.split(':');
	const zeros = plain.includes('::')
		? Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0')
		: [];
	const groups = [...left, ...zeros, ...right].map((group) => group.padStart(4, '0').toLowerCase());
	return groups.slice(0, 4).join('').slice(0, 14);
}

/** The network a client belongs to: /32 for IPv4 (also mapped into IPv6), /56 for IPv6. */
export function networkPrefix(address: string): string {
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
	if (mapped) return mapped[1]!;
	return isIPv6(address) ? prefixOfV6(address) : address;
}

/**
 * A tag that is the same for answers from the same network during ten minutes, and says nothing else.
 * It lives in memory only; its key is random and renewed.
 */
export function sourceTag(address: string, now: Date): string {
	if (now.getTime() - keyMadeAt > keyLifetime) {
		key = newKey();
		keyMadeAt = now.getTime();
	}
	return createHmac('sha256', key).update(networkPrefix(address)).digest('base64url').slice(0, 22);
}
