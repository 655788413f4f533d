import type { Random } from '../server/random.ts';
import { tokenHash } from './token.ts';

/** How many codes a person gets at a time. */
export const recoveryCodeCount = 10;

/** Digits and letters without i, l, o and u (Crockford's base32): hard to misread. */
const letters = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new recovery code: 80 random bits as `xxxx-xxxx-xxxx-xxxx`. */
export function newRecoveryCode(random: Random): string {
	let rest = BigInt(`0x${random.bytes(10).toString('hex')}`);
	let code = '';
	for (let place = 0; place < 16; place++, rest >>= 5n) code += letters[Number(rest & 31n)]!;
	return code.match(/.{4}/g)!.join('-');
}

/** The code as it was shown, from what somebody wrote: case, blanks, dashes and o/0, i/l/1 do not matter. */
const plainCode = (written: string): string =>
	written
		.toLowerCase()
		.replace(/[\s\-–]/g, '')
		.replaceAll('o', '0')
		.replace(/[il]/g, '1');

/** What is stored of a recovery code: SHA-256, hex. The person is hashed in, so that equal codes differ. */
export const recoveryCodeHash = (personId: string, written: string): string =>
	tokenHash(`${personId}:${plainCode(written)}`);
