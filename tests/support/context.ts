import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, inject } from 'vitest';
import type { Context } from '#lib/server/context.ts';
import { openPostgres, openSqlite } from '#lib/server/db/open-database.ts';
import { silentLog } from '#lib/server/log.ts';
import { seededRandom } from '#lib/server/random.ts';
import { memoryVault } from '#lib/server/vault.ts';
import { giveBackDatabase, takeDatabase } from './postgres-pool.ts';

type Engine = 'sqlite' | 'postgres';

/** A context on a database of its own, with a clock that the test moves. */
export interface TestContext extends Context {
	/** Sets the clock; UTC. */
	setNow: (moment: string | Date) => void;
	/** The address or file of the database, to open it a second time. */
	location: string;
}

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
	for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function openCopy(engine: Engine): Promise<Pick<TestContext, 'db' | 'location'>> {
	if (engine === 'sqlite') {
		const folder = mkdtempSync(join(tmpdir(), 'lyhord-test-'));
		const location = join(folder, 'test.db');
		copyFileSync(inject('sqliteTemplate'), location);
		const db = openSqlite(location);
		cleanups.push(async () => {
			await db.destroy();
			rmSync(folder, { recursive: true, force: true });
		});
		return { db, location };
	}
	const serverUrl = inject('postgresUrl');
	const maintenance = openPostgres(serverUrl, 1);
	const name = await takeDatabase(maintenance);
	const location = serverUrl.replace(/postgres$/, name);
	const db = openPostgres(location, 4);
	cleanups.push(async () => {
		await db.destroy();
		await giveBackDatabase({ maintenance, serverUrl, name });
		await maintenance.destroy();
	});
	return { db, location };
}

/** A context with reference places and nothing else; 1 March 2027, seeded randomness. Thrown away after the test. */
export async function createTestContext(engine: Engine = 'sqlite', seed = 'test'): Promise<TestContext> {
	const { db, location } = await openCopy(engine);
	let now = new Date('2027-03-01T12:00:00Z');
	return {
		db,
		location,
		now: () => now,
		setNow: (moment) => (now = new Date(moment)),
		random: seededRandom(seed),
		actor: { kind: 'system' },
		language: 'sv',
		requestId: 'test',
		log: silentLog,
		vault: memoryVault()
	};
}

/** Runs the same tests on SQLite and on PostgreSQL. */
export function onBothEngines(
	name: string,
	tests: (createContext: () => Promise<TestContext>) => void
): void {
	describe.each(['sqlite', 'postgres'] as const)(`${name} on %s`, (engine) =>
		tests(() => createTestContext(engine))
	);
}

/** Opens the database of a context a second time, as a restarted process would; the caller destroys it. */
export const reopen = ({ location }: TestContext): TestContext['db'] =>
	location.startsWith('postgres') ? openPostgres(location, 2) : openSqlite(location);
