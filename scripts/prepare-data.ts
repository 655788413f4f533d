import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { sql } from 'kysely';
import { migrations } from '#migrations';
import { importReferencePlaces } from '#lib/places/server/import-reference-places.ts';
import { dataFolder, openApplication, type Application } from '#lib/server/application.ts';
import { migrateDatabase } from '#lib/server/db/migrate-database.ts';
import { StartFailure } from './start-failure.ts';

/** Longest wait for a database server before it counts as not answering. */
const patienceMs = 10_000;

/** Fails in words when nothing can be written in the data folder; makes it when it is missing. */
export function checkFolder(folder: string): void {
	const probe = join(folder, `.probe-${process.pid}`);
	try {
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		writeFileSync(probe, '');
		rmSync(probe);
	} catch {
		const name = relative('.', folder).startsWith('..') ? folder : relative('.', folder);
		throw new StartFailure(
			`Mappen ${name} går inte att skriva i, så rätta dess rättigheter eller välj en annan mapp med LYHORD_DATA.`
		);
	}
}

function open(): Application {
	try {
		return openApplication();
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		throw new StartFailure('Filen keys.json i datamappen är skadad, så återställ den från säkerhetskopian.');
	}
}

async function checkAnswers({ db }: Application): Promise<void> {
	const silence = Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' });
	let timer: NodeJS.Timeout | undefined;
	const tired = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(silence), patienceMs);
	});
	try {
		await Promise.race([sql`select 1`.execute(db), tired]);
	} finally {
		clearTimeout(timer);
	}
}

/**
 * Opens the data that the environment names, brought to this version and with the reference places in it.
 * @throws StartFailure or what the database says, see `sentenceFor`.
 */
export async function prepareData(): Promise<Application> {
	checkFolder(dataFolder());
	const application = open();
	try {
		await checkAnswers(application);
		const steps = await migrateDatabase(application.db, migrations);
		if (steps.length > 0) console.log('Lyhörd: databasen är klar för den här versionen.');
		await importReferencePlaces(application.db);
	} catch (error) {
		await application.db.destroy().catch(() => undefined);
		throw error;
	}
	return application;
}
