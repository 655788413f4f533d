// The real thing: builds if needed, brings the database to this version and serves it.
import { issueSetupLink } from '#lib/accounts/server/issue-setup-link.ts';
import { contextOf } from '#lib/server/application.ts';
import { buildWhenStale } from './build-when-stale.ts';
import { readFlags } from './flags.ts';
import { prepareData } from './prepare-data.ts';
import { checkPort, serveBuild } from './serve-build.ts';
import { startOrExplain } from './start-failure.ts';

await startOrExplain(async () => {
	const { port } = readFlags();
	await checkPort(port);
	const application = await prepareData();
	const setupPath = await issueSetupLink(contextOf(application));
	await application.db.destroy();
	await buildWhenStale();
	await serveBuild(port);
	if (setupPath) console.log(`Öppna länken en gång för att komma igång: ${process.env.ORIGIN}${setupPath}`);
	console.log(`Lyhörd är igång: ${process.env.ORIGIN}`);
});
