// npm run restore -- <folder>: puts a backup where the data belong; never over data that are there.
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from '#lib/server/application.ts';
import { StartFailure, startOrExplain } from './start-failure.ts';

const files = ['lyhord.db', 'keys.json'];

await startOrExplain(async () => {
	const from = process.argv[2];
	const data = dataFolder();
	if (!from) throw new StartFailure('Säg var kopian ligger: npm run restore -- <mapp>.');
	for (const file of files)
		if (!existsSync(join(from, file))) throw new StartFailure(`Filen ${file} saknas i mappen ${from}.`);
	if (existsSync(join(data, 'lyhord.db')))
		throw new StartFailure('Det finns redan en databas, så flytta undan datamappen först.');
	mkdirSync(data, { recursive: true, mode: 0o700 });
	for (const file of files) copyFileSync(join(from, file), join(data, file));
	console.log('Lyhörd: kopian är på plats. Starta med npm start.');
});
