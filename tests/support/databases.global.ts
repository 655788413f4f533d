import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrations } from '#migrations';
import { importReferencePlaces } from '#lib/places/server/import-reference-places.ts';
import { migrateDatabase } from '#lib/server/db/migrate-database.ts';
import { openPostgres, openSqlite } from '#lib/server/db/open-database.ts';
import { startPostgres } from '../../scripts/postgres.ts';
import { createPool } from './postgres-pool.ts';

declare module 'vitest' {
	interface ProvidedContext {
		sqliteTemplate: string;
		postgresUrl: string;
	}
}

/** Migrates and fills one template per engine; each test gets a copy. */
export default async function setup(project: TestProject) {
	const folder = mkdtempSync(join(tmpdir(), 'lyhord-test-'));
	const postgres = await startPostgres();
	const maintenance = openPostgres(postgres.url, 1);
	const { sql } = await import('kysely');
	await sql`create database lyhord_template`.execute(maintenance);
	await maintenance.destroy();
	const templates = [
		openSqlite(join(folder, 'template.db')),
		openPostgres(postgres.url.replace(/postgres$/, 'lyhord_template'), 1)
	];
	for (const db of templates) {
		await migrateDatabase(db, migrations);
		await importReferencePlaces(db);
		await db.destroy();
	}
	await createPool(postgres.url);
	project.provide('sqliteTemplate', join(folder, 'template.db'));
	project.provide('postgresUrl', postgres.url);
	return async () => {
		await postgres.stop();
		rmSync(folder, { recursive: true, force: true });
	};
}
