import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { closeDialogue } from '#lib/dialogues/server/close-dialogue.ts';
import { closeAndSeal } from '#lib/sealing/server/close-and-seal.ts';
import { recountDialogue } from '#lib/sealing/server/recount-dialogue.ts';
import { contextOf } from '#lib/server/application.ts';
import { openSqlite } from '#lib/server/db/open-database.ts';
import { silentLog } from '#lib/server/log.ts';
import { randomId, secureRandom } from '#lib/server/random.ts';
import { openVault } from '#lib/server/vault.ts';
import { eightAnswers } from '#tests/support/eight-questions.ts';
import { openEightQuestions } from '#tests/support/open-dialogue.ts';
import { startServer } from '#tests/support/server-process.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'lyhord-backup-'));
	mkdirSync(join(folder, 'data'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const inFolder = (name: string) => join(folder, name);

function run(script: string, args: string[], data: string): Promise<{ code: number | null; stderr: string }> {
	const file = join(import.meta.dirname, '..', '..', 'scripts', script);
	const env = { ...process.env, LYHORD_DATA: data };
	return new Promise((resolve) => {
		const child = spawn(process.execPath, [file, ...args], { env });
		let stderr = '';
		child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
		child.on('exit', (code) => resolve({ code, stderr }));
	});
}

test('a backup made while answers come in can be restored, sealed and closed, and nothing is missing', async () => {
	const dialogue = await openEightQuestions(inFolder('data'));
	const server = await startServer(inFolder('data'));
	const acknowledged: string[] = [];
	let sending = true;
	const send = async () => {
		while (sending) {
			const key = randomId(secureRandom);
			const response = await fetch(`${server.origin}/api/v1/dialogues/${dialogue.code}/answers`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({
					key,
					version: 1,
					language: 'sv',
					channel: 'web',
					answers: eightAnswers(secureRandom)
				})
			});
			if (response.status === 201) acknowledged.push(key);
		}
	};
	const senders = [send(), send(), send()];
	while (acknowledged.length < 300) await new Promise((go) => setTimeout(go, 20));
	const before = [...acknowledged];
	expect(await run('backup.ts', [inFolder('copy')], inFolder('data'))).toMatchObject({ code: 0 });
	sending = false;
	await Promise.all(senders);
	await server.kill('SIGKILL');
	expect(await run('restore.ts', [inFolder('copy')], inFolder('restored'))).toMatchObject({ code: 0 });

	const db = openSqlite(join(inFolder('restored'), 'lyhord.db'));
	const vault = openVault(inFolder('restored'));
	const ctx = contextOf({ db, vault, log: silentLog, folder });
	const hashes = new Set(
		[
			...(await db.selectFrom('pending').select('keyHash').execute()),
			...(await db.selectFrom('spent').select('keyHash').execute())
		].map(({ keyHash }) => keyHash)
	);
	for (const key of before) expect(hashes.has(vault.keyedHash(`answer ${dialogue.id}`, key))).toBe(true);
	await closeDialogue(ctx, dialogue.id);
	await closeAndSeal(ctx, dialogue.id);
	expect(await recountDialogue(ctx, dialogue.id)).toEqual({ sheets: hashes.size, faults: [] });
	await db.destroy();
});

test('a backup never overwrites a backup, and a restore never overwrites data', async () => {
	await openEightQuestions(inFolder('data'));
	expect(await run('backup.ts', [inFolder('copy')], inFolder('data'))).toMatchObject({ code: 0 });
	const again = await run('backup.ts', [inFolder('copy')], inFolder('data'));
	expect(again).toMatchObject({
		code: 1,
		stderr: expect.stringContaining('innehåller redan en kopia') as string
	});
	const over = await run('restore.ts', [inFolder('copy')], inFolder('data'));
	expect(over).toMatchObject({ code: 1, stderr: expect.stringContaining('redan en databas') as string });
});

test('where there is no log, verifying it says so in one sentence and makes nothing', async () => {
	const { code, stderr } = await run('verify-log.ts', [], inFolder('nowhere'));
	expect(code).toBe(1);
	expect(stderr).toMatch(/^Lyhörd: Det finns ingen logg i [^\n]+\.\n$/);
	expect(existsSync(inFolder('nowhere'))).toBe(false);
	openVault(inFolder('data'));
	writeFileSync(join(inFolder('data'), 'lyhord.db'), '');
	const before = readdirSync(inFolder('data'));
	const empty = await run('verify-log.ts', [], inFolder('data'));
	expect(empty).toMatchObject({ code: 1, stderr: expect.stringContaining('ingen logg') });
	expect(readdirSync(inFolder('data'))).toEqual(expect.arrayContaining(before));
});
