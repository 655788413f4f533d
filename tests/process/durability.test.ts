import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import { recountDialogue } from '#lib/sealing/server/recount-dialogue.ts';
import { contextOf } from '#lib/server/application.ts';
import { openSqlite } from '#lib/server/db/open-database.ts';
import { silentLog } from '#lib/server/log.ts';
import { randomId, secureRandom, seededRandom } from '#lib/server/random.ts';
import { openVault } from '#lib/server/vault.ts';
import { eightAnswers } from '#tests/support/eight-questions.ts';
import { openEightQuestions, openWithCodes } from '#tests/support/open-dialogue.ts';
import { startServer, type ServerProcess } from '#tests/support/server-process.ts';

const senders = 16;

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'lyhord-durability-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Sheet {
	key: string;
	body: string;
}

const newSheet = (version: number, code?: string): Sheet => {
	const key = randomId(secureRandom);
	const answers = eightAnswers(secureRandom);
	return { key, body: JSON.stringify({ key, version, language: 'sv', channel: 'web', code, answers }) };
};

/** The status, or 0 when the connection broke. */
async function post(address: string, body: string): Promise<number> {
	try {
		const response = await fetch(address, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body
		});
		await response.arrayBuffer();
		return response.status;
	} catch {
		return 0;
	}
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Sends every sheet once or, when the connection broke, again and again, like a phone that lost its network. */
async function sendAll(address: string, sheets: Sheet[], acknowledged: Sheet[]): Promise<void> {
	const waiting = [...sheets];
	const sender = async () => {
		for (let sheet = waiting.pop(); sheet; sheet = waiting.pop()) {
			const status = await post(address, sheet.body);
			if (status === 200 || status === 201) acknowledged.push(sheet);
			else {
				waiting.push(sheet);
				await pause(20);
			}
		}
	};
	await Promise.all(Array.from({ length: senders }, sender));
}

interface Load {
	sheets: Sheet[];
	kills: number;
}

/** Kills the server without warning while answers come in, spread over all of them, and starts it again. */
async function killAgainAndAgain(
	first: ServerProcess,
	{ sheets, kills }: Load,
	acknowledged: Sheet[]
): Promise<ServerProcess> {
	const random = seededRandom('kills');
	let server = first;
	for (let kill = 1; kill <= kills; kill++) {
		const enough = Math.floor((sheets.length * kill) / (kills + 1));
		while (acknowledged.length < enough) await pause(1);
		await pause(random.integer(0, 15));
		await server.kill('SIGKILL');
		server = await startServer(folder, first.port);
	}
	return server;
}

/** What the file holds after all, and what does not add up in it. */
async function look(dialogueId: string) {
	const db = openSqlite(join(folder, 'lyhord.db'));
	const ctx = contextOf({ db, vault: openVault(folder), log: silentLog, folder });
	const count = async (table: 'pending' | 'spent' | 'spentCode') =>
		(await db.selectFrom(table).select('dialogueId').where('dialogueId', '=', dialogueId).execute()).length;
	const taken = await db.selectFrom('entryCode').select('codeHash').where('taken', '=', 1).execute();
	const { sheets: sealed, faults } = await recountDialogue(ctx, dialogueId);
	const codes = taken.length + (await count('spentCode'));
	const found = { pending: await count('pending'), spent: await count('spent'), codes, sealed, faults };
	await db.destroy();
	return found;
}

/** Sends them to a server that is killed meanwhile, asks for each again, and looks at what the file holds. */
async function sendThroughKills(dialogue: Dialogue, load: Load) {
	const first = await startServer(folder);
	const address = `${first.origin}/api/v1/dialogues/${dialogue.code}/answers`;
	const acknowledged: Sheet[] = [];
	const [server] = await Promise.all([
		killAgainAndAgain(first, load, acknowledged),
		sendAll(address, load.sheets, acknowledged)
	]);
	expect(acknowledged).toHaveLength(load.sheets.length);
	for (const { body } of acknowledged) expect(await post(address, body)).toBe(200);
	await server.kill('SIGTERM');
	const found = await look(dialogue.id);
	expect(found.pending + found.sealed).toBe(load.sheets.length);
	expect(found.spent).toBe(found.sealed);
	expect(found.sealed).toBeGreaterThan(0);
	expect(found.faults).toEqual([]);
	return found;
}

test(
	'killed twenty times during 2,000 submissions, every acknowledged answer is there once',
	{ timeout: 300_000 },
	async () => {
		const dialogue = await openEightQuestions(folder);
		const sheets = Array.from({ length: 2000 }, () => newSheet(dialogue.version));
		await sendThroughKills(dialogue, { sheets, kills: 20 });
	}
);

test(
	'killed six times while 600 sheets spend a one-time code each, no sheet lacks its code and no code its sheet',
	{ timeout: 120_000 },
	async () => {
		const { dialogue, codes } = await openWithCodes(folder, 700);
		const sheets = codes.slice(0, 600).map((code) => newSheet(dialogue.version, code));
		const found = await sendThroughKills(dialogue, { sheets, kills: 6 });
		expect(found.codes).toBe(600);
	}
);
