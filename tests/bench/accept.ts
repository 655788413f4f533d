import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { defaultSettings } from '#lib/dialogues/settings.ts';
import { openEightQuestions } from '#tests/support/open-dialogue.ts';
import { startServer } from '#tests/support/server-process.ts';
import { freePort } from '../../scripts/free-port.ts';
import type { Measured } from './load.ts';

/** Least part of the floor's throughput that accepting must reach now; 0.5 is the goal. */
const least = 0.35;
const rounds = 5;
const warmUpSeconds = 2;
const roundSeconds = 3;

const run = promisify(execFile);

interface Side {
	name: string;
	port: number;
	path: string;
	version: number;
	measured: Measured[];
}

async function measure(side: Side, seconds: number): Promise<Measured> {
	const load = join(import.meta.dirname, 'load.ts');
	const args = [load, String(side.port), side.path, String(seconds), String(side.version)];
	const { stdout } = await run(process.execPath, args);
	return JSON.parse(stdout) as Measured;
}

async function startFloor(folder: string): Promise<{ port: number; process: ChildProcess }> {
	const port = await freePort();
	const file = join(import.meta.dirname, 'floor-server.ts');
	const child = spawn(process.execPath, [file, String(port), folder], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	await new Promise<void>((resolve, reject) => {
		child.stdout.once('data', () => resolve());
		child.once('exit', (code) => reject(new Error(`the floor ended with ${code}`)));
	});
	return { port, process: child };
}

const median = (values: number[]): number =>
	values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

const line = (name: string, measured: Measured[]): string => {
	const of = (part: keyof Measured) => median(measured.map((round) => round[part]));
	const rate = Math.round(of('rate')).toString().padStart(7);
	return `${name.padEnd(28)} ${rate} answers/s   p50 ${of('p50').toFixed(1).padStart(6)} ms   p99 ${of('p99').toFixed(1).padStart(6)} ms`;
};

function report(floor: Side, ours: Side): boolean {
	const rate = (side: Side) => median(side.measured.map((round) => round.rate));
	const refused = ours.measured.reduce((sum, round) => sum + round.refused, 0);
	const ratio = rate(ours) / rate(floor);
	console.log(line(floor.name, floor.measured));
	console.log(line(ours.name, ours.measured));
	console.log(`ratio ${ratio.toFixed(2)} (at least ${least}, goal 0.5), refused ${refused}`);
	return ratio >= least && refused === 0;
}

/**
 * Measures how many answer sheets of eight questions are accepted a second, ours beside the floor: medians of
 * rounds that alternate, 64 connections, both durable.
 * @returns whether we reach the least part of the floor.
 */
export async function benchAccept(): Promise<boolean> {
	const folder = mkdtempSync(join(tmpdir(), 'lyhord-bench-'));
	const dialogue = await openEightQuestions(folder, defaultSettings.openLink);
	const floorServer = await startFloor(folder);
	const server = await startServer(folder, undefined, { ADDRESS_HEADER: 'x-forwarded-for' });
	try {
		const path = `/api/v1/dialogues/${dialogue.code}/answers`;
		const floor: Side = {
			name: 'plain Node + better-sqlite3',
			port: floorServer.port,
			path,
			version: 1,
			measured: []
		};
		const ours: Side = { name: 'Lyhörd', port: server.port, path, version: dialogue.version, measured: [] };
		for (const side of [floor, ours]) await measure(side, warmUpSeconds);
		for (let round = 0; round < rounds; round++)
			for (const side of [floor, ours]) side.measured.push(await measure(side, roundSeconds));
		return report(floor, ours);
	} finally {
		floorServer.process.kill('SIGTERM');
		await server.kill('SIGKILL');
		rmSync(folder, { recursive: true, force: true });
	}
}
