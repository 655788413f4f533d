// npm run backup -- <folder>: a whole copy of the data folder while the server runs.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { dataFolder } from '#lib/server/application.ts';
import { StartFailure, startOrExplain } from './start-failure.ts';

interface Keys {
	hashKey: string;
	epochs: Record<string, string>;
}

const readKeys = (folder: string): Keys =>
	JSON.parse(readFileSync(join(folder, 'keys.json'), 'utf8')) as Keys;

/** The folder to write to, made when it is missing; a backup never overwrites another. */
function emptyFolder(named: string | undefined): string {
	if (!named) throw new StartFailure('Säg var kopian ska ligga: npm run backup -- <mapp>.');
	if (existsSync(join(named, 'lyhord.db')))
		throw new StartFailure(`Mappen ${named} innehåller redan en kopia, så välj en annan.`);
	mkdirSync(named, { recursive: true, mode: 0o700 });
	return named;
}

await startOrExplain(async () => {
	if (process.env.DATABASE_URL)
		throw new StartFailure(
			'Databasen är PostgreSQL, så kopiera den med pg_dump och filen keys.json för sig.'
		);
	const data = dataFolder();
	if (!existsSync(join(data, 'lyhord.db'))) throw new StartFailure('Det finns ingen databas att kopiera.');
	const folder = emptyFolder(process.argv[2]);
	// A seal in the middle of the copy makes one key and destroys another: the copy may need either.
	const before = readKeys(data);
	const db = new SQLite(join(data, 'lyhord.db'), { fileMustExist: true });
	db.pragma('busy_timeout = 5000');
	db.prepare('vacuum into ?').run(join(folder, 'lyhord.db'));
	db.close();
	const after = readKeys(data);
	const keys: Keys = { ...after, epochs: { ...before.epochs, ...after.epochs } };
	writeFileSync(join(folder, 'keys.json'), JSON.stringify(keys), { mode: 0o600 });
	console.log(`Lyhörd: kopian ligger i ${folder}.`);
});
