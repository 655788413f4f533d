// What the browser journeys run against: the build, with small data in a folder that is thrown away.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contextOf } from '#lib/server/application.ts';
import { fillJourneys } from '#tests/e2e/support/fill-journeys.ts';
import { buildWhenStale } from './build-when-stale.ts';
import { readFlags } from './flags.ts';
import { prepareData } from './prepare-data.ts';
import { serveBuild } from './serve-build.ts';
import { startOrExplain } from './start-failure.ts';

await startOrExplain(async () => {
	const { port } = readFlags();
	const folder = mkdtempSync(join(tmpdir(), 'lyhord-journeys-'));
	process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
	delete process.env.DATABASE_URL;
	process.env.LYHORD_DATA = folder;
	process.env.LOG_LEVEL ??= 'error';
	// The journeys' own provider for signing in has no certificate.
	process.env.LYHORD_OIDC_LOCALHOST = '1';
	await buildWhenStale();
	const application = await prepareData();
	await fillJourneys(contextOf(application));
	await application.db.destroy();
	await serveBuild(port);
	console.log(`Lyhörd: redo på ${process.env.ORIGIN}`);
});
