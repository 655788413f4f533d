import { expect, test } from 'vitest';
import { seededRandom } from '#lib/server/random.ts';
import { newRecoveryCode, recoveryCodeHash } from './recovery-code.ts';

test('a recovery code has 80 bits in sixteen letters that are hard to misread', () => {
	const random = seededRandom('codes');
	const codes = Array.from({ length: 200 }, () => newRecoveryCode(random));
	for (const code of codes) expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$/);
	expect(new Set(codes).size).toBe(200);
});

test('case, blanks, dashes and look-alikes do not matter when it is written', () => {
	const hash = recoveryCodeHash('kim', '01ab-cdef-ghjk-mnpq');
	for (const written of [
		'01ABCDEFGHJKMNPQ',
		' 01ab cdef ghjk mnpq ',
		'oIab–cdef-ghjk-mnpq',
		'Olab-cdef-ghjk-mnpq'
	])
		expect(recoveryCodeHash('kim', written)).toBe(hash);
	expect(recoveryCodeHash('kim', '01ab-cdef-ghjk-mnpr')).not.toBe(hash);
	expect(recoveryCodeHash('ada', '01ab-cdef-ghjk-mnpq')).not.toBe(hash);
});
