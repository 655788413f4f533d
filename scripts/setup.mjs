// Installs the locked packages when they are missing or stale. Runs before every command, under whatever Node
// is on the machine (18 or newer), so it uses nothing but Node itself. The packages bring their own Node 24.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.setup-stamp');
const onWindows = process.platform === 'win32';

/** @param {string} sentence */
function stop(sentence) {
	console.error(`Lyhörd: ${sentence}`);
	process.exit(1);
}

/** What must be installed: the lock and the manifest, for this kind of machine. */
function wantedStamp() {
	const hash = createHash('sha256');
	for (const name of ['package-lock.json', 'package.json']) hash.update(readFileSync(join(root, name)));
	return `${hash.digest('hex')} ${process.platform}-${process.arch}`;
}

function install() {
	const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
	const npm = process.env.npm_execpath;
	const { status } = npm
		? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
		: spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: onWindows });
	if (status !== 0) stop('Paketen kunde inte installeras, raderna ovanför säger varför.');
}

function installedNode() {
	const bundled = join(modules, '.bin', onWindows ? 'node.cmd' : 'node');
	const command = existsSync(bundled) ? bundled : process.execPath;
	return spawnSync(command, ['-v'], { encoding: 'utf8', shell: onWindows }).stdout.trim();
}

if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== wantedStamp()) {
	console.error('Lyhörd: installerar paketen (ungefär en halv minut) …');
	install();
	const version = installedNode();
	if (Number(/^v(\d+)/.exec(version)?.[1]) < 24)
		stop(`Node 24 eller nyare behövs, den här datorn har ${version}.`);
	writeFileSync(stampFile, wantedStamp());
	console.error(`Lyhörd: installerat, kör på Node ${version}.`);
}
