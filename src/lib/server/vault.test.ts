import type { KeyObject } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { memoryVault, openVault } from './vault.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'vault-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the vault', () => {
	test('keeps its keys over a restart, readable by the owner only', () => {
		const first = openVault(folder);
		const key = first.createEpoch('a.1');
		const again = openVault(folder);
		expect(again.epochKey('a.1')).toSatisfy((found: KeyObject) => found.equals(key));
		expect(again.keyedHash('answer', 'x')).toBe(first.keyedHash('answer', 'x'));
		expect(statSync(join(folder, 'keys.json')).mode & 0o777).toBe(0o600);
	});

	test('a destroyed key is gone from the file and from every process', () => {
		const one = openVault(folder);
		const key = one.createEpoch('a.1');
		const other = openVault(folder);
		other.createEpoch('a.2');
		one.destroyEpochs(['a.1']);
		expect(readFileSync(join(folder, 'keys.json'), 'utf8')).not.toContain(key.export().toString('base64url'));
		expect(one.epochs()).toEqual(['a.2']);
		expect(other.epochs()).toEqual(['a.2']);
	});

	test('finds a key that another process made', () => {
		const one = openVault(folder);
		const key = openVault(folder).createEpoch('b.1');
		expect(one.epochKey('b.1')).toSatisfy((found: KeyObject) => found.equals(key));
	});

	test('hashes for different purposes differ', () => {
		const vault = openVault(folder);
		expect(vault.keyedHash('answer 1', 'x')).not.toBe(vault.keyedHash('answer 2', 'x'));
	});

	test('opens what it sealed, also after a restart, and nothing else', () => {
		const vault = openVault(folder);
		const sealed = vault.seal('totp', 'hemligt å');
		expect(sealed).not.toContain('hemligt');
		expect(vault.seal('totp', 'hemligt å')).not.toBe(sealed);
		expect(openVault(folder).open('totp', sealed)).toBe('hemligt å');
		expect(() => vault.open('other purpose', sealed)).toThrow();
		expect(() => memoryVault().open('totp', sealed)).toThrow();
		const bytes = Buffer.from(sealed, 'base64url');
		for (let at = 0; at < bytes.length; at++) {
			const changed = Buffer.from(bytes);
			changed[at]! ^= 1;
			expect(() => vault.open('totp', changed.toString('base64url'))).toThrow();
		}
		expect(() => vault.open('totp', '')).toThrow();
	});
});
