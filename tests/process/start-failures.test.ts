import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrations } from '#migrations';
import { migrateDatabase } from '#lib/server/db/migrate-database.ts';
import { openSqlite } from '#lib/server/db/open-database.ts';
import { runStart } from '#tests/support/server-process.ts';
import { freePort } from '../../scripts/free-port.ts';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'lyhord-start-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** One sentence on one line, exit code 1. */
async function failure(args: string[], env: Record<string, string>): Promise<string> {
	const { code, stderr } = await runStart(args, { DATABASE_URL: '', LYHORD_DATA: folder, ...env });
	expect(code).toBe(1);
	expect(stderr).toMatch(/^Lyhörd: [^\n]+\.\n$/);
	expect(stderr).not.toMatch(/\. [A-ZÅÄÖ]/);
	return stderr;
}

const aPort = async () => ['--port', String(await freePort())];

test('a taken port is told in one sentence', async () => {
	const other = createServer().listen(0);
	const { port } = other.address() as AddressInfo;
	expect(await failure(['--port', String(port)], {})).toContain(`Porten ${port} är upptagen`);
	other.close();
});

test('a data folder that cannot be written is told in one sentence', async () => {
	const file = join(folder, 'file');
	writeFileSync(file, '');
	expect(await failure(await aPort(), { LYHORD_DATA: join(file, 'data') })).toContain(
		'går inte att skriva i'
	);
});

test('a database made by a newer version is told in one sentence', async () => {
	const db = openSqlite(join(folder, 'lyhord.db'));
	await migrateDatabase(db, migrations);
	await sql`insert into kysely_migration (name, timestamp) values ('999912312359-from-the-future', '')`.execute(
		db
	);
	await db.destroy();
	expect(await failure(await aPort(), {})).toContain('nyare version');
});

test('a file that is no database is told in one sentence', async () => {
	writeFileSync(join(folder, 'lyhord.db'), 'not a database at all, '.repeat(100));
	expect(await failure(await aPort(), {})).toContain('skadad');
});

test('a damaged key file is told in one sentence', async () => {
	writeFileSync(join(folder, 'keys.json'), '{');
	expect(await failure(await aPort(), {})).toContain('keys.json');
});

test('a database server that does not answer is told in one sentence', async () => {
	const DATABASE_URL = `postgres://nobody:nothing@127.0.0.1:${await freePort()}/nowhere`;
	expect(await failure(await aPort(), { DATABASE_URL })).toContain('svarar inte');
});

test('an address that is no database address is told in one sentence', async () => {
	expect(await failure(await aPort(), { DATABASE_URL: 'postgres://exa mple:port/x' })).toContain(
		'DATABASE_URL'
	);
});

test('an unknown flag is told in one sentence', async () => {
	expect(await failure(['--prot', '3000'], {})).toContain('--port');
});
