import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrations } from '#migrations';
import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import { importReferencePlaces } from '#lib/places/server/import-reference-places.ts';
import { recountDialogue } from '#lib/sealing/server/recount-dialogue.ts';
import { contextOf } from '#lib/server/application.ts';
import type { Context } from '#lib/server/context.ts';
import type { Database } from '#lib/server/db/database.ts';
import { migrateDatabase } from '#lib/server/db/migrate-database.ts';
import { openPostgres } from '#lib/server/db/open-database.ts';
import { silentLog } from '#lib/server/log.ts';
import { randomId, secureRandom } from '#lib/server/random.ts';
import { openVault } from '#lib/server/vault.ts';
import { eightAnswers } from '#tests/support/eight-questions.ts';
import { openEightQuestionsIn, openWithCodesIn } from '#tests/support/open-dialogue.ts';
import { startServer, type ServerProcess } from '#tests/support/server-process.ts';
import { startPostgres, type Postgres } from '../../scripts/postgres.ts';

let folder: string;
let postgres: Postgres;
let db: Kysely<Database>;
let ctx: Context;
let dialogue: Dialogue;
let servers: ServerProcess[] = [];

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'lyhord-two-'));
	postgres = await startPostgres();
	db = openPostgres(postgres.url, 4);
	await migrateDatabase(db, migrations);
	await importReferencePlaces(db);
	ctx = contextOf({ db, vault: openVault(folder), log: silentLog, folder });
	dialogue = await openEightQuestionsIn(ctx);
	process.env.DATABASE_URL = postgres.url;
	servers = [await startServer(folder), await startServer(folder)];
});
afterAll(async () => {
	delete process.env.DATABASE_URL;
	for (const server of servers) await server.kill('SIGTERM');
	await db.destroy();
	await postgres.stop();
	rmSync(folder, { recursive: true, force: true });
});

const address = ({ origin }: ServerProcess, path: string, { code }: Pick<Dialogue, 'code'> = dialogue) =>
	`${origin}/api/v1/dialogues/${code}/${path}`;

const post = (to: string, sheet: object): Promise<Response> =>
	fetch(to, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ language: 'sv', channel: 'web', answers: eightAnswers(secureRandom), ...sheet })
	});

const send = (server: ServerProcess, key: string): Promise<number> =>
	post(address(server, 'answers'), { key, version: dialogue.version }).then(({ status }) => status);

/** The next release that a stream tells of, after the state it begins with. */
async function nextRelease(server: ServerProcess): Promise<number> {
	const stop = new AbortController();
	const response = await fetch(address(server, 'results/stream'), { signal: stop.signal });
	let text = '';
	const seen: string[] = [];
	for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
		text += new TextDecoder().decode(part);
		seen.splice(0, seen.length, ...[...text.matchAll(/^id: (\d+)$/gm)].map(([, seq]) => seq!));
		if (seen.length > 1) break;
	}
	stop.abort();
	return Number(seen.at(-1));
}

test('two servers on one PostgreSQL count each key once, and a release reaches the viewers of both', async () => {
	const [one, other] = servers as [ServerProcess, ServerProcess];
	const watching = [nextRelease(one), nextRelease(other)];
	const keys = Array.from({ length: 120 }, () => randomId(secureRandom));
	const statuses = await Promise.all(
		keys.flatMap((key) => [send(one, key), send(other, key), send(one, key)])
	);
	expect(statuses.filter((status) => status === 201)).toHaveLength(keys.length);
	expect(statuses.filter((status) => status === 200)).toHaveLength(2 * keys.length);
	for (const seq of await Promise.all(watching)) expect(seq).toBeGreaterThan(0);
	const pending = await db.selectFrom('pending').select('id').execute();
	const { sheets, faults } = await recountDialogue(ctx, dialogue.id);
	expect(faults).toEqual([]);
	expect(pending.length + sheets).toBe(keys.length);
});

test('two servers give each one-time code to one sheet, and name the others why', async () => {
	const asking = await openWithCodesIn(ctx, 60);
	const addresses = servers.map((server) => address(server, 'answers', asking.dialogue));
	const sheets = asking.codes.flatMap((code) =>
		[0, 1, 2].map(() => ({ key: randomId(secureRandom), version: asking.dialogue.version, code }))
	);
	const answers = await Promise.all(
		sheets.flatMap((sheet) => addresses.map((to) => post(to, sheet).then((response) => response.json())))
	);
	const told = answers.map((answer: { problems?: { at: string; code: string }[] }) =>
		answer.problems ? answer.problems.map(({ at, code }) => `${at}: ${code}`).join() : 'accepted'
	);
	expect(new Set(told)).toEqual(new Set(['accepted', 'code: code-used']));
	// Each sheet went to both servers: the one that got the code is acknowledged by both.
	expect(told.filter((text) => text === 'accepted')).toHaveLength(120);
	const { sheets: sealed } = await recountDialogue(ctx, asking.dialogue.id);
	const pending = await db
		.selectFrom('pending')
		.select('id')
		.where('dialogueId', '=', asking.dialogue.id)
		.execute();
	expect(pending.length + sealed).toBe(60);
});

test('an answer that one server thanked for is there when that server is killed', async () => {
	const [one, other] = servers as [ServerProcess, ServerProcess];
	const keys = Array.from({ length: 40 }, () => randomId(secureRandom));
	expect(await Promise.all(keys.map((key) => send(other, key)))).toEqual(keys.map(() => 201));
	await other.kill('SIGKILL');
	expect(await Promise.all(keys.map((key) => send(one, key)))).toEqual(keys.map(() => 200));
});
