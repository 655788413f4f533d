import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { freePort } from '../../scripts/free-port.ts';

/** The real server as a process of its own. */
export interface ServerProcess {
	origin: string;
	port: number;
	/** All that it has printed until now. */
	output: () => string;
	/** Sends a signal and waits for the end. */
	kill: (signal: NodeJS.Signals) => Promise<{ code: number | null; milliseconds: number }>;
}

const script = join(import.meta.dirname, '..', '..', 'scripts', 'start.ts');
const patienceMs = 60_000;

/** What a start script printed and how it ended, when it is expected to end by itself. */
export function runStart(
	args: string[],
	env: Record<string, string>
): Promise<{ code: number | null; stderr: string }> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [script, ...args], { env: { ...process.env, ...env } });
		let stderr = '';
		const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
		child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
		child.on('error', reject);
		child.on('exit', (code) => {
			clearTimeout(timer);
			resolve({ code, stderr });
		});
	});
}

/**
 * Starts the server on a data folder with `scripts/start.ts` and waits until it answers.
 * @param more environment for it, `LOG_LEVEL` too
 * @throws with what it printed when it does not come up.
 */
export async function startServer(
	folder: string,
	port?: number,
	more: Record<string, string> = {}
): Promise<ServerProcess> {
	const chosen = port ?? (await freePort());
	const env = { ...process.env, LYHORD_DATA: folder, LOG_LEVEL: 'error', ...more };
	const child = spawn(process.execPath, [script, '--port', String(chosen)], { env });
	let output = '';
	const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
	await new Promise<void>((resolve, reject) => {
		const listen = (chunk: Buffer) => {
			output += chunk.toString();
			if (output.includes('igång')) resolve();
		};
		child.stdout.on('data', listen);
		child.stderr.on('data', listen);
		void ended.then((code) => reject(new Error(`the server ended with ${code}: ${output}`)));
	});
	return {
		origin: `http://localhost:${chosen}`,
		port: chosen,
		output: () => output,
		kill: async (signal) => {
			const from = performance.now();
			child.kill(signal);
			return { code: await ended, milliseconds: performance.now() - from };
		}
	};
}
