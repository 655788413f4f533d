// Walks the audit log and says whether it is whole: `node scripts/verify-log.ts [<line>:<mark>]`.
// The mark is what an earlier run printed; with it, lines cut off at the end are found too.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { verifyAudit, type LogHead } from '#lib/audit/server/verify-audit.ts';
import { dataFolder, openApplication, type Application } from '#lib/server/application.ts';
import { StartFailure, startOrExplain } from './start-failure.ts';

const reasons = { missing: 'saknas', changed: 'har ändrats' };

function readMark(text: string | undefined): LogHead | undefined {
	const [, seq, hash] = /^(\d+):([\w-]{43})$/.exec(text ?? '') ?? [];
	if (text !== undefined && !hash) throw new Error('Märket ska se ut som 123:abc… från en tidigare körning.');
	return hash ? { seq: Number(seq), hash } : undefined;
}

const none = () =>
	new StartFailure(
		`Det finns ingen logg i ${dataFolder()}, så starta Lyhörd först eller säg i LYHORD_DATA var den ligger.`
	);

/** What there is, opened; nothing is made for a log that is not there. */
async function openExisting(): Promise<Application> {
	const files = process.env.DATABASE_URL ? ['keys.json'] : ['keys.json', 'lyhord.db'];
	if (!files.every((file) => existsSync(join(dataFolder(), file)))) throw none();
	const application = openApplication();
	const tables = await application.db.introspection.getTables();
	if (!tables.some(({ name }) => name === 'audit_event')) throw none();
	return application;
}

async function verify(application: Application): Promise<void> {
	try {
		const found = await verifyAudit(application, readMark(process.argv[2]));
		if (found.ok)
			console.log(`Loggen är hel: ${found.events} rader. Märke: ${found.head.seq}:${found.head.hash}`);
		else console.error(`Loggen är inte hel: rad ${found.seq} ${reasons[found.reason]}.`);
		process.exitCode = found.ok ? 0 : 1;
	} catch (error) {
		console.error(error instanceof Error ? error.message : String(error));
		process.exitCode = 2;
	} finally {
		await application.db.destroy();
	}
}

await startOrExplain(async () => verify(await openExisting()));
