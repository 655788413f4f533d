import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartFailure } from './start-failure.ts';

const root = join(import.meta.dirname, '..');
const stampFile = join(root, 'build', '.source-stamp');

const generated = /i18n[/\\]paraglide[/\\]|project\.inlang[/\\](?!settings\.json)|\.test\.ts$/;

/** A digest of files and what is in them, whatever their times; without tests and what the build itself writes. */
export function digestOf(...patterns: string[]): string {
	const files = globSync(patterns, { cwd: root }).filter((file) => !generated.test(file));
	const hash = createHash('sha256');
	for (const file of files.sort()) {
		const path = join(root, file);
		if (statSync(path).isFile()) hash.update(`${file}\0`).update(readFileSync(path)).update('\0');
	}
	return hash.digest('hex');
}

const sourceStamp = () =>
	digestOf(
		'src/**/*',
		'static/**/*',
		'package-lock.json',
		'svelte.config.js',
		'vite.config.ts',
		'tsconfig.json'
	);

/** Runs a program out of node_modules; its output is kept and only returned. */
export function runTool(name: string, args: string[]): Promise<{ status: number; output: string }> {
	const tool = join(root, 'node_modules', '.bin', name);
	return new Promise((resolve, reject) => {
		const child = spawn(tool, args, { cwd: root, shell: process.platform === 'win32' });
		let output = '';
		const keep = (chunk: Buffer) => (output += chunk.toString());
		child.stdout.on('data', keep);
		child.stderr.on('data', keep);
		child.on('error', reject);
		child.on('exit', (status) => resolve({ status: status ?? 1, output }));
	});
}

/** Builds the application when there is no build of exactly these sources; says so while it works. */
export async function buildWhenStale(): Promise<void> {
	const wanted = sourceStamp();
	if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
	console.log('Lyhörd: bygger sidorna (ungefär en halv minut) …');
	const began = performance.now();
	rmSync(stampFile, { force: true });
	const { status, output } = await runTool('vite', ['build', '--logLevel', 'error']);
	if (status !== 0) {
		console.error(output);
		throw new StartFailure('Sidorna kunde inte byggas, raderna ovanför säger varför.');
	}
	writeFileSync(stampFile, wanted);
	console.log(`Lyhörd: byggt på ${Math.round((performance.now() - began) / 1000)} s.`);
}
