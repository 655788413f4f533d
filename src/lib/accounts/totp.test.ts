import { describe, expect, test } from 'vitest';
import { seededRandom } from '#lib/server/random.ts';
import { qrPath } from '#lib/ui/qr-path.ts';
import { newTotpSecret, totpCode, totpDelay, totpStep, totpUri } from './totp.ts';

/** RFC 6238, appendix B: the ASCII secret `12345678901234567890`, the last six of its eight digits. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = 1111111111_000;
const step = 37037037;

describe('a code of an authenticator app', () => {
	test.each([
		[59_000, '287082'],
		[1111111109_000, '081804'],
		[1111111111_000, '050471'],
		[1234567890_000, '005924'],
		[2000000000_000, '279037']
	])('is the one of the standard at %i', (moment, code) => {
		expect(totpCode(secret, moment)).toBe(code);
	});

	test.each([
		['of this step', 0, step],
		['of the step before', -30_000, step - 1],
		['of the step after', 30_000, step + 1],
		['two steps old', -60_000, null],
		['two steps early', 60_000, null]
	])('%s', (_name, away, found) => {
		expect(totpStep(secret, totpCode(secret, at + away), at)).toBe(found);
	});

	test.each(['', '05047', '0504711', '05047a', '٠٥٠٤٧١', '-50471', '0x5047'])('is not "%s"', (code) => {
		expect(totpStep(secret, code, at)).toBeNull();
	});

	test('may be written with a blank in the middle', () => {
		expect(totpStep(secret, ' 050 471 ', at)).toBe(step);
	});

	test('waits longer and longer after five wrong ones, at most four hours', () => {
		expect([0, 1, 4, 5, 6, 7, 30].map(totpDelay)).toEqual([0, 0, 0, 30_000, 60_000, 120_000, 14_400_000]);
	});
});

describe('a new secret', () => {
	test('has 160 bits, and differs', () => {
		const random = seededRandom('totp');
		const first = newTotpSecret(random);
		expect(first).toMatch(/^[A-Z2-7]{32}$/);
		expect(newTotpSecret(random)).not.toBe(first);
	});

	test('is in the address that the app reads, with a label that cannot add parameters', () => {
		const uri = new URL(totpUri({ secret, issuer: 'Lyhörd', label: 'kim@example.se?secret=AAAA&x=' }));
		expect(uri.protocol).toBe('otpauth:');
		expect(uri.searchParams.getAll('secret')).toEqual([secret]);
		expect(uri.searchParams.get('issuer')).toBe('Lyhörd');
	});

	test('is drawn as a QR code with an empty edge', () => {
		const { size, path } = qrPath('otpauth://totp/x?secret=ABC');
		expect(size).toBeGreaterThanOrEqual(21 + 8);
		expect(path).toMatch(/^M4 4h7v1h-7z(M\d+ \d+h\d+v1h-\d+z)+$/);
	});
});
