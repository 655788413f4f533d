import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrations } from '#migrations';
import { closeDialogue } from '#lib/dialogues/server/close-dialogue.ts';
import { readDialogueByAddress } from '#lib/dialogues/server/read-dialogue.ts';
import { importReferencePlaces } from '#lib/places/server/import-reference-places.ts';
import { contextOf } from '#lib/server/application.ts';
import { migrateDatabase } from '#lib/server/db/migrate-database.ts';
import { openSqlite } from '#lib/server/db/open-database.ts';
import { silentLog } from '#lib/server/log.ts';
import { randomId, secureRandom } from '#lib/server/random.ts';
import { openVault } from '#lib/server/vault.ts';
import { openAllKindsIn } from '#tests/e2e/support/open-all-kinds.ts';
import { openLiveIn } from '#tests/e2e/support/open-live.ts';
import { startServer, type ServerProcess } from '#tests/support/server-process.ts';

const page = '/saffle/dialog/alla-slags-fragor/svara';
const written = 'Det är mörkt vid <tunneln>.';
const kept = 'Det är mörkt vid &lt;tunneln>.';

let folder: string;
let server: ServerProcess;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'lyhord-page-'));
	const db = openSqlite(join(folder, 'lyhord.db'));
	await migrateDatabase(db, migrations);
	await importReferencePlaces(db);
	const ctx = contextOf({ db, vault: openVault(folder), log: silentLog, folder });
	await openAllKindsIn(ctx);
	await openLiveIn(ctx);
	const { id } = await readDialogueByAddress(ctx, { placeCode: '1785', slug: 'utan-slut' });
	await closeDialogue(ctx, id);
	await db.destroy();
	server = await startServer(folder);
}, 60_000);

afterAll(async () => {
	await server.kill('SIGTERM');
	rmSync(folder, { recursive: true, force: true });
});

type Fields = Record<string, string | string[]>;

/** What a browser would send of the answering page, with these fields changed. */
function formOf(fields: Fields = {}): URLSearchParams {
	const form = new URLSearchParams();
	const all: Fields = { key: randomId(secureRandom), version: '1', 'q.free': written, ...fields };
	for (const [name, values] of Object.entries(all))
		for (const value of [values].flat()) form.append(name, value);
	return form;
}

interface Sent {
	body?: URLSearchParams | string;
	address?: string;
	headers?: Record<string, string>;
}

/** Sends it, taking any kind of answer. */
async function send({ body = formOf(), address = page, headers = {} }: Sent) {
	const response = await fetch(`${server.origin}${address}`, {
		method: 'POST',
		redirect: 'manual',
		headers: { origin: server.origin, ...headers },
		body
	});
	const html = await response.text();
	expect(response.headers.get('content-type')).toMatch(/^text\/html/);
	expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
	return { status: response.status, html };
}

const refusedSheets: [name: string, fields: Fields, sentence: string][] = [
	[
		'an unknown option',
		{ 'q.safe': 'foreign' },
		'Välj ett av svaren som finns: Hur trygg känner du dig vid stationen?'
	],
	['a foreign question', { 'q.foreign': 'x' }, 'Du svarade på en fråga som inte finns här.'],
	['a foreign background question', { 'b.foreign': 'x' }, 'Du svarade på en fråga som inte finns här.'],
	[
		'too many choices',
		{ 'q.safe': '1', 'q.why': ['dark', 'traffic', 'litter'] },
		'Välj högst 2 svar: Vad gör dig otrygg där?'
	],
	[
		'what stands alone beside others',
		{ 'q.safe': '1', 'q.why': ['dark', 'none'] },
		'Välj antingen ”Inget av detta” eller andra svar'
	],
	[
		'the same rank twice',
		{ 'q.priority.1': 'light', 'q.priority.2': 'light' },
		'Välj olika svar på varje plats'
	],
	['another version', { version: '7' }, 'Frågorna har ändrats sedan du öppnade sidan.'],
	['no version', { version: '' }, 'Frågorna har ändrats sedan du öppnade sidan.']
];

test.each(refusedSheets)(
	'%s is refused in Swedish, and what was written is kept',
	async (_, fields, sentence) => {
		const { status, html } = await send({ body: formOf(fields) });
		expect(status).toBe(422);
		expect(html).toContain('<title>Fel: Alla slags frågor');
		expect(html).toContain(sentence);
		expect(html).toContain(kept);
	}
);

test('an empty sheet and a text that is too long are refused', async () => {
	expect((await send({ body: formOf({ 'q.free': ' ' }) })).html).toContain('Svara på minst en fråga');
	const long = await send({ body: formOf({ 'q.free': 'x'.repeat(301) }) });
	expect(long.html).toContain('Korta texten till högst 300 tecken');
	expect(long.html).toContain('x'.repeat(301));
});

test('answers that lead to a question that was not shown give the page again with it, as long as there is one', async () => {
	const body = (shown: string) => formOf({ shown, 'q.safe': '1', 'q.why': ['dark', 'traffic', 'litter'] });
	const more = await send({ body: body('safe priority free') });
	expect(more.status).toBe(200);
	expect(more.html).toContain('<title>Fler frågor: Alla slags frågor');
	expect(more.html).toContain('En fråga till, utifrån vad du svarade');
	expect(more.html).toContain('name="shown" value="safe why priority free"');
	expect(more.html).toContain(kept);
	expect(more.html).not.toContain('data-problems');
	const refused = await send({ body: body('safe why priority free') });
	expect(refused.status).toBe(422);
	expect(refused.html).toContain('Välj högst 2 svar: Vad gör dig otrygg där?');
	const closed = await send({
		address: '/saffle/dialog/utan-slut/svara',
		body: formOf({ shown: 'x', 'q.safe': '1' })
	});
	expect(closed.status).toBe(409);
});

test('answers that come after closing or before opening are refused, and kept on the page', async () => {
	const body = () => formOf({ 'q.free': [], 'q.safe': '2' });
	const closed = await send({ address: '/saffle/dialog/utan-slut/svara', body: body() });
	expect(closed.status).toBe(409);
	expect(closed.html).toContain('Dialogen har stängt. Dina svar kunde inte tas emot.');
	expect(closed.html).toContain('Vi kunde inte ta emot det');
	expect(closed.html).toMatch(/value="2"[^>]* checked/);
	const soon = await send({ address: '/saffle/dialog/oppnar-snart/svara', body: body() });
	expect(soon.status).toBe(409);
	expect(soon.html).toContain('Dialogen har inte öppnat än. Dina svar kunde inte tas emot.');
});

test('an unknown dialogue or municipality has no page', async () => {
	for (const address of ['/saffle/dialog/ingen/svara', '/ingenstans/dialog/ingen/svara']) {
		const { status, html } = await send({ address });
		expect(status).toBe(404);
		expect(html).toContain('Sidan finns inte');
	}
});

test('a body that is too large or no form is refused in words', async () => {
	const large = await send({ body: formOf({ 'q.free': 'x'.repeat(1 << 20) }) });
	expect(large.status).toBe(413);
	expect(large.html).toContain('Det du skickade är för stort');
	const json = await send({ body: '{"key":"x"}', headers: { 'content-type': 'application/json' } });
	expect(json.status).toBe(415);
	expect(json.html).toContain('Vi kunde inte ta emot det');
	const broken = await send({ body: 'x', headers: { 'content-type': 'multipart/form-data; boundary=y' } });
	expect(broken.status).toBe(400);
});

test('a form from another website is refused, in the language of the address', async () => {
	for (const origin of ['https://other.example', 'null', '']) {
		const { status, html } = await send({ headers: { origin } });
		expect(status).toBe(403);
		expect(html).toContain('Formuläret kom från en annan webbplats');
	}
	const english = await send({ address: `/en${page}`, headers: { origin: 'https://other.example' } });
	expect(english.html).toContain('The form came from another website');
});

test('a page that has not changed keeps the policy it came with', async () => {
	const address = `${server.origin}/saffle`;
	const etag = (await fetch(address)).headers.get('etag')!;
	const again = await fetch(address, { headers: { 'if-none-match': etag } });
	expect(again.status).toBe(304);
	expect(again.headers.get('content-security-policy')).toBeNull();
	expect(again.headers.get('x-content-type-options')).toBe('nosniff');
});

test('nothing of all that has been stored', async () => {
	const db = openSqlite(join(folder, 'lyhord.db'));
	expect(await db.selectFrom('pending').select('id').execute()).toEqual([]);
	expect(await db.selectFrom('sheet').select('id').execute()).toEqual([]);
	await db.destroy();
});
