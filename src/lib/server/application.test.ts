import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openApplication } from './application.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'lyhord-application-'));
	vi.stubEnv('LYHORD_DATA', folder);
	vi.stubEnv('DATABASE_URL', '');
});
afterEach(() => {
	vi.unstubAllEnvs();
	rmSync(folder, { recursive: true, force: true });
});

test('the database and the keys are readable by their owner only', async () => {
	const { db } = openApplication();
	await sql`create table probe (id integer)`.execute(db);
	for (const file of ['lyhord.db', 'lyhord.db-wal', 'keys.json'])
		expect(statSync(join(folder, file)).mode & 0o777, file).toBe(0o600);
	await db.destroy();
});
