import { Secret, TOTP } from 'otpauth';
import type { Random } from '../server/random.ts';

/** What every authenticator app understands: SHA-1, six digits, a new code every 30 seconds (RFC 6238). */
const rules = { algorithm: 'SHA1', digits: 6, period: 30 } as const;

/** How many steps before and after the present one are accepted, for clocks that differ. */
const neighbours = 1;

/** A new secret for an authenticator app: 160 random bits in base32, 32 characters. */
export const newTotpSecret = (random: Random): string =>
	new Secret({ buffer: new Uint8Array(random.bytes(20)).buffer }).base32;

/** The `otpauth://` address that an authenticator app reads from a QR code. */
export const totpUri = ({
	secret,
	issuer,
	label
}: {
	secret: string;
	issuer: string;
	label: string;
}): string => new TOTP({ ...rules, secret: Secret.fromBase32(secret), issuer, label }).toString();

/** The code that the app shows at a moment (ms since 1970). */
export const totpCode = (secret: string, at: number): string =>
	TOTP.generate({ ...rules, secret: Secret.fromBase32(secret), timestamp: at });

/**
 * The step (30 seconds, counted from 1970) whose code somebody wrote, at most one step from the moment `at` (ms).
 * Blanks in the code are ignored. Null when it is no such code.
 */
export function totpStep(secret: string, code: string, at: number): number | null {
	const digits = code.replace(/\s/g, '');
	if (!/^\d{6}$/.test(digits)) return null;
	const found = TOTP.validate({
		...rules,
		token: digits,
		secret: Secret.fromBase32(secret),
		timestamp: at,
		window: neighbours
	});
	return found === null ? null : TOTP.counter({ period: rules.period, timestamp: at }) + found;
}

/** Wrong codes in a row that cost nothing: people mistype. */
const freeFailures = 5;

/**
 * How long (ms) the next code has to wait after a number of wrong ones in a row: nothing for the first five, then
 * 30 s, doubling to four hours. Only somebody who already gave the password gets here, and recovery codes and
 * passkeys never wait, so a stranger locks nobody out; a year of guessing finds a code less than one time in a hundred.
 */
export const totpDelay = (failures: number): number =>
	failures < freeFailures ? 0 : Math.min(30_000 * 2 ** (failures - freeFailures), 4 * 3_600_000);
