// npm test: types, lint, format, unit tests on both engines, the running server, browser journeys.
// The last line is the sum: `N passed, N failed`.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhenStale, runTool } from './build-when-stale.ts';

interface Counts {
	passed: number;
	failed: number;
	skipped: number;
}

interface VitestReport {
	numPassedTests: number;
	numFailedTests: number;
	numPendingTests: number;
	numTodoTests: number;
}

interface PlaywrightReport {
	stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

const began = performance.now();
const reports = mkdtempSync(join(tmpdir(), 'lyhord-reports-'));
const longestStepMs = 15 * 60_000;

const say = (line: string) =>
	console.log(`[${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s] ${line}`);

const one = (succeeded: boolean): Counts => ({
	passed: Number(succeeded),
	failed: Number(!succeeded),
	skipped: 0
});

/** A check that is right or wrong as a whole; what it says is shown when it is wrong. */
async function check(name: string, tool: string, args: string[]): Promise<Counts> {
	const from = performance.now();
	const { status, output } = await runTool(tool, args);
	if (status !== 0) console.log(output);
	say(`${name}: ${status === 0 ? 'ok' : 'FAILED'} (${((performance.now() - from) / 1000).toFixed(1)} s)`);
	return one(status === 0);
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
function countsFrom(read: () => Counts, status: number): Counts {
	try {
		const counts = read();
		return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
	} catch {
		return one(false);
	}
}

async function vitest(name: string, args: string[]): Promise<Counts> {
	const file = join(reports, `${name}.json`);
	const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
	const status = await follow('vitest', ['run', ...reporters, ...args]);
	const counts = countsFrom(() => {
		const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
		return {
			passed: report.numPassedTests,
			failed: report.numFailedTests,
			skipped: report.numPendingTests + report.numTodoTests
		};
	}, status);
	say(`${name}: ${counts.passed} passed, ${counts.failed} failed`);
	return counts;
}

async function playwright(): Promise<Counts> {
	const file = join(reports, 'journeys.json');
	const status = await follow('playwright', ['test', '--reporter=line,json'], {
		PLAYWRIGHT_JSON_OUTPUT_FILE: file
	});
	const counts = countsFrom(() => {
		const { stats } = JSON.parse(readFileSync(file, 'utf8')) as PlaywrightReport;
		return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
	}, status);
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
	return one(built);
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

const sum = (part: keyof Counts) => results.reduce((total, counts) => total + counts[part], 0);
const skipped = sum('skipped');
say('done');
console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(sum('failed') > 0 ? 1 : 0);
