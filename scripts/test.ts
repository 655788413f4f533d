// npm test: types, lint, format, unit tests on both engines, the running server, browser journeys.
// The last line is the sum: `N passed, N failed`.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhenStale, runTool } from './build-when-stale.ts';
import { readPlaywright, readVitest, wholeStep, type Counts } from './test-report.ts';

const began = performance.now();
const reports = mkdtempSync(join(tmpdir(), 'lyhord-reports-'));
const longestStepMs = 30 * 60_000;

const say = (line: string) =>
	console.log(`[${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s] ${line}`);

/** A check that is right or wrong as a whole; what it says is shown when it is wrong. */
async function check(name: string, tool: string, args: string[]): Promise<Counts> {
	const from = performance.now();
	const { status, output } = await runTool(tool, args);
	if (status !== 0) console.log(output);
	say(`${name}: ${status === 0 ? 'ok' : 'FAILED'} (${((performance.now() - from) / 1000).toFixed(1)} s)`);
	return wholeStep(name, status === 0);
}

/** Runs a tool whose lines are shown as they come; ended when it hangs. */
function follow(tool: string, args: string[], env: Record<string, string> = {}): Promise<number> {
	return new Promise((resolve) => {
		const child = spawn(join('node_modules', '.bin', tool), args, {
			stdio: 'inherit',
			env: { ...process.env, ...env },
			shell: process.platform === 'win32'
		});
		const timer = setTimeout(() => child.kill('SIGKILL'), longestStepMs);
		child.on('error', () => resolve(1));
		child.on('exit', (status) => {
			clearTimeout(timer);
			resolve(status ?? 1);
		});
	});
}

/** The counts of a report; a tool that ended badly without saying which test failed counts as one failure. */
function countsFrom(name: string, read: () => Counts, status: number): Counts {
	try {
		const counts = read();
		if (status === 0 || counts.failed > 0) return counts;
		const failures = [...counts.failures, `${name} ended with status ${status}; what it said stands above`];
		return { ...counts, failed: 1, failures };
	} catch {
		return wholeStep(name, false);
	}
}

async function vitest(name: string, args: string[]): Promise<Counts> {
	const file = join(reports, `${name}.json`);
	const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
	const status = await follow('vitest', ['run', ...reporters, ...args]);
	const counts = countsFrom(name, () => readVitest(file), status);
	say(`${name}: ${counts.passed} passed, ${counts.failed} failed`);
	return counts;
}

async function playwright(): Promise<Counts> {
	const file = join(reports, 'journeys.json');
	const status = await follow('playwright', ['test', '--reporter=line,json'], {
		PLAYWRIGHT_JSON_OUTPUT_FILE: file
	});
	const counts = countsFrom('journeys', () => readPlaywright(file), status);
	say(`journeys: ${counts.passed} passed, ${counts.failed} failed`);
	return counts;
}

/** Comes first: it also writes the generated messages and types that the other steps read. */
async function build(): Promise<Counts> {
	const built = await buildWhenStale().then(
		() => true,
		() => false
	);
	await runTool('svelte-kit', ['sync']);
	say(`build: ${built ? 'ok' : 'FAILED'}`);
	return wholeStep('build', built);
}

const results: Counts[] = [await build()];
const [built] = results;
results.push(
	...(
		await Promise.all([
			check('types', 'svelte-check', [
				'--tsconfig',
				'./tsconfig.json',
				'--output',
				'human',
				'--threshold',
				'error'
			]),
			check('lint', 'eslint', ['.']).then(async (lint) => [
				lint,
				await check('format', 'prettier', ['--check', '.'])
			])
		])
	).flat()
);
results.push(await vitest('rules', []));
if (built?.passed) {
	results.push(await vitest('server', ['--config', 'tests/process/vitest.config.ts']));
	results.push(await playwright());
}
rmSync(reports, { recursive: true, force: true });

/** Said once more at the end, where somebody looks who sees only the last page of a long log. */
for (const { failures, unsteady } of results) {
	for (const failure of failures) console.log(`\nFAILED ${failure}`);
	for (const test of unsteady) console.log(`\nPASSED ONLY AT THE SECOND ATTEMPT ${test}`);
}
const sum = (part: 'passed' | 'failed' | 'skipped') =>
	results.reduce((total, counts) => total + counts[part], 0);
const skipped = sum('skipped');
say('done');
console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(sum('failed') > 0 ? 1 : 0);
