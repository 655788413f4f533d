import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readOneTimeCode } from '#lib/answers/one-time-code.ts';
import { hashOfCode } from '#lib/answers/server/code-hash.ts';
import { openSqlite } from '#lib/server/db/open-database.ts';
import { randomId, secureRandom } from '#lib/server/random.ts';
import { openVault } from '#lib/server/vault.ts';
import { eightAnswers } from '#tests/support/eight-questions.ts';
import { openWithCodes } from '#tests/support/open-dialogue.ts';
import { startServer } from '#tests/support/server-process.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'lyhord-traces-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const respondents = 120;

interface Sent {
	key: string;
	agent: string;
	code: string;
}

async function sendAll(address: string, version: number, codes: string[]): Promise<Sent[]> {
	const sent: Sent[] = [];
	for (const code of codes) {
		const key = randomId(secureRandom);
		const agent = `planted-agent-${randomId(secureRandom)}`;
		const response = await fetch(address, {
			method: 'POST',
			headers: {
				'content-type': 'application/json',
				'user-agent': agent,
				referer: `https://${agent}.example/`,
				cookie: `planted=${agent}`,
				'x-forwarded-for': '203.0.113.77',
				'accept-language': `${agent}`
			},
			body: JSON.stringify({
				key,
				version,
				language: 'sv',
				channel: 'web',
				code,
				answers: eightAnswers(secureRandom)
			})
		});
		expect(response.status).toBe(201);
		sent.push({ key, agent, code });
	}
	return sent;
}

/** Spearman's rank correlation between two orders of the same things. */
function rankCorrelation(order: number[]): number {
	const n = order.length;
	const squares = order.reduce((sum, rank, index) => sum + (rank - index) ** 2, 0);
	return 1 - (6 * squares) / (n * (n * n - 1));
}

const sealed = async (folderOfData: string): Promise<number> => {
	const db = openSqlite(join(folderOfData, 'lyhord.db'));
	const { length } = await db.selectFrom('sheet').select('id').execute();
	await db.destroy();
	return length;
};

describe('what the server leaves behind', () => {
	test('no byte of the data folder holds a key, code, header, cookie or address, and no table holds a time', async () => {
		const { dialogue, codes } = await openWithCodes(folder, respondents);
		const server = await startServer(folder, undefined, { LOG_LEVEL: 'debug' });
		const sent = await sendAll(
			`${server.origin}/api/v1/dialogues/${dialogue.code}/answers`,
			dialogue.version,
			codes
		);
		const page = `${server.origin}/saffle/dialog/${dialogue.slug}/svara?kod=${codes[0]!}`;
		expect(await (await fetch(page)).text()).toContain(codes[0]);
		const deadline = Date.now() + 15_000;
		while ((await sealed(folder)) === 0 && Date.now() < deadline)
			await new Promise((go) => setTimeout(go, 200));
		await server.kill('SIGKILL');
		const bytes = Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name)))).toString(
			'latin1'
		);
		const everything = bytes + server.output();
		for (const { key, agent, code } of sent)
			for (const secret of [key, agent, code, readOneTimeCode(code)!])
				expect(everything.includes(secret)).toBe(false);
		expect(bytes.includes('203.0.113.77')).toBe(false);
		expect(bytes.includes('127.0.0.1')).toBe(false);
		expect(bytes.includes('planted')).toBe(false);
		// What was answered stands in published sums only, never in a sheet.
		expect(bytes).not.toMatch(/"sees_police":"(never|sometimes|weekly|daily)"/);
	});

	test('the rows of the answer tables stand in no order of arrival', async () => {
		const { dialogue, codes } = await openWithCodes(folder, respondents, {
			crowd: 5,
			insiders: 1,
			freshness: null,
			coin: 0.1,
			sources: 'each',
			sealEverySeconds: 60
		});
		const server = await startServer(folder);
		const sent = await sendAll(
			`${server.origin}/api/v1/dialogues/${dialogue.code}/answers`,
			dialogue.version,
			codes
		);
		await server.kill('SIGTERM');
		const db = openSqlite(join(folder, 'lyhord.db'));
		const vault = openVault(folder);
		const arrival = new Map(
			sent.map(({ key }, index) => [vault.keyedHash(`answer ${dialogue.id}`, key), index])
		);
		const stored = await db.selectFrom('pending').select('keyHash').execute();
		const taken = await db.selectFrom('entryCode').select('taken').execute();
		await db.destroy();
		expect(stored).toHaveLength(respondents);
		expect(taken).toEqual(Array.from({ length: respondents }, () => ({ taken: 1 })));
		const order = stored.map(({ keyHash }) => arrival.get(keyHash)!);
		expect(Math.abs(rankCorrelation(order))).toBeLessThan(0.35);
		// The codes' rows lie in the file as they were made: using one moves nothing.
		const file = readFileSync(join(folder, 'lyhord.db'), 'latin1');
		const places = sent.map(({ code }) => file.indexOf(hashOfCode({ vault }, dialogue.id, code)));
		expect(Math.min(...places)).toBeGreaterThan(0);
		const sorted = places.toSorted((a, b) => a - b);
		expect(Math.abs(rankCorrelation(places.map((place) => sorted.indexOf(place))))).toBeLessThan(0.35);
	});
});
