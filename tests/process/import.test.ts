import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mostFileBytes } from '#lib/questionnaire/import/limits.ts';
import { lssOf, lssTable } from '#tests/support/limesurvey.ts';
import { startServer, type ServerProcess } from '#tests/support/server-process.ts';
import {
	addMember,
	own,
	prepareInstallation,
	type Installation,
	type Member
} from '#tests/support/staff-cast.ts';

const page = `/arbete/enkater/importera?plats=${own}`;
const longestMs = 10_000;

let folder: string;
let installation: Installation;
let server: ServerProcess;
let editor: Member;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'lyhord-import-'));
	installation = await prepareInstallation(folder);
	editor = await addMember(installation.ctx, { role: 'editor' });
	server = await startServer(folder);
});
afterAll(async () => {
	await server.kill('SIGTERM');
	await installation.ctx.db.destroy();
	rmSync(folder, { recursive: true, force: true });
});

interface Sent {
	file?: Uint8Array | string;
	fields?: Record<string, string>;
	action?: string;
	token?: string | null;
}

/** Sends a form with a file, as a browser does; the answer as text, and how long it took. */
async function send({ file, fields = {}, action = 'read', token = editor.token }: Sent) {
	const form = new FormData();
	if (file !== undefined) form.set('file', new File([file as BlobPart], 'enkat.lss'));
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	const from = performance.now();
	const response = await fetch(`${server.origin}${page}&/${action}`, {
		method: 'POST',
		redirect: 'manual',
		headers: {
			accept: 'text/html',
			origin: server.origin,
			...(token !== null && { cookie: `session=${token}` })
		},
		body: form
	});
	const html = await response.text();
	expect(performance.now() - from).toBeLessThan(longestMs);
	return { status: response.status, html, headers: response.headers };
}

const drafts = async (): Promise<number> =>
	(await installation.ctx.db.selectFrom('questionnaireDraft').select('id').execute()).length;

/** The value of a hidden field. */
const hidden = (html: string, name: string): string =>
	new RegExp(`name="${name}" value="([^"]*)"`)
		.exec(html)![1]!
		.replaceAll('&quot;', '"')
		.replaceAll('&lt;', '<')
		.replaceAll('&amp;', '&');

describe('a file that can be read', () => {
	const survey = readFileSync('tests/samples/limesurvey/ls261_uk_core_survey.lss');

	test('is shown with its report, and becomes a draft only then', async () => {
		const read = await send({ file: survey });
		expect(read.status).toBe(200);
		expect(read.html).toContain('Så här blir enkäten');
		expect(read.html).toMatch(/<dd[^>]*>92<\/dd>/);
		expect(read.html).toMatch(/<dd[^>]*>874<\/dd>/);
		expect(read.html).toContain('Obligatoriska frågor');
		expect(read.html).not.toContain('<script');
		expect(await drafts()).toBe(0);
		const fields = { format: hidden(read.html, 'format'), text: hidden(read.html, 'text') };
		const created = await send({ action: 'create', fields });
		expect(created.status).toBe(303);
		expect(created.headers.get('location')).toMatch(/^\/arbete\/enkater\/[\w-]{22}$/);
		expect(await drafts()).toBe(1);

		const address = `${server.origin}${created.headers.get('location')}/fil`;
		const file = await fetch(address, { headers: { cookie: `session=${editor.token}` } });
		expect(file.headers.get('content-disposition')).toBe('attachment; filename="uk-rse-survey.json"');
		const again = await send({ file: await file.text() });
		expect(again.html).toContain('Allt kom med.');
		expect(hidden(again.html, 'text')).toBe(fields.text);
	});

	test('may be a published version, downloaded from the list of versions', async () => {
		const { questionnaireId, version } = installation.dialogue;
		const cookie = `session=${editor.token}`;
		const list = `/arbete/enkater/versioner/${questionnaireId}`;
		const html = await (await fetch(server.origin + list, { headers: { cookie } })).text();
		const address = `${list}/fil?version=${version}`;
		expect(html).toContain(`href="${address}"`);
		const file = await fetch(server.origin + address, { headers: { cookie } });
		expect(file.headers.get('content-type')).toBe('application/json; charset=utf-8');
		const read = await send({ file: await file.text() });
		expect(read.html).toContain('Allt kom med.');
		expect(hidden(read.html, 'format')).toBe('json');
	});

	test('may be as large as 5 MB', async () => {
		const more = (bytes: number) => lssTable('filler', [{ text: 'x'.repeat(bytes) }]);
		const small = lssOf({ questions: [{ code: 'Q1', type: 'S' }], more: more(0) });
		const bytes = mostFileBytes - Buffer.byteLength(small);
		const file = lssOf({ questions: [{ code: 'Q1', type: 'S' }], more: more(bytes) });
		expect(Buffer.byteLength(file)).toBe(mostFileBytes);
		expect((await send({ file })).status).toBe(200);
		const larger = await send({ file: `${file} ` });
		expect(larger.status).toBe(422);
		expect(larger.html).toContain('Filen är för stor. Den får vara högst 5 MB.');
	});
});

describe('a file that cannot be read', () => {
	const entity =
		'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><document>&x;</document>';
	const cases: [string, () => Uint8Array | string | undefined, number, string][] = [
		['no file', () => undefined, 422, 'Välj en fil först.'],
		['an empty file', () => '', 422, 'Filen är tom.'],
		['an external entity', () => entity, 422, 'Filen kan hämta in annat innehåll.'],
		['a bomb of zeros', () => gzipSync(Buffer.alloc(100_000_000)), 422, 'Filen är packad'],
		['elements without end', () => '<a>'.repeat(1_500_000), 422, 'Filen är inte byggd som en enkät'],
		['six megabytes', () => Buffer.alloc(5_900_000, 'x'), 422, 'Filen är för stor.'],
		['50 MB', () => Buffer.alloc(50_000_000, 'x'), 413, 'Filen är för stor.'],
		['bytes of no meaning', () => Buffer.alloc(4000, 0x81), 422, 'Filen är ingen enkät.']
	];
	test.each(cases)(
		'%s is refused in words, at once, and nothing is stored',
		async (_name, file, status, words) => {
			const before = await drafts();
			const content = file();
			const answer = await send(content === undefined ? {} : { file: content });
			expect(answer.status).toBe(status);
			expect(answer.html).toContain(words);
			expect(answer.html).toContain('Inget är sparat.');
			expect(answer.html).toMatch(/<title>Fel: /);
			expect(await drafts()).toBe(before);
		}
	);

	test('is refused at the second step too', async () => {
		const before = await drafts();
		for (const text of ['', '{', '{"format":"lyhord-questionnaire","version":1}', 'x'.repeat(2_000_000)])
			expect((await send({ action: 'create', fields: { text, format: 'lss' } })).status).toBe(422);
		expect(await drafts()).toBe(before);
	});
});

describe('a large body', () => {
	const large = Buffer.alloc(2_000_000, 'x');

	test('without a session is answered with the way in, and the connection is not left hanging', async () => {
		const answer = await send({ file: large, token: null });
		expect(answer.status).toBe(303);
		expect(answer.headers.get('location')).toMatch(/^\/logga-in/);
	});

	/** A form to another page, in pieces, with or without its length. */
	const sendElsewhere = (path: string, says: boolean) =>
		new Promise<{ status: number; html: string }>((resolve, reject) => {
			const body = Buffer.concat([Buffer.from('name='), large]);
			const sent = request(server.origin + path, {
				method: 'POST',
				headers: {
					...{ accept: 'text/html', origin: server.origin, cookie: `session=${editor.token}` },
					'content-type': 'application/x-www-form-urlencoded',
					...(says && { 'content-length': String(body.length) })
				}
			});
			sent.on('error', reject);
			sent.on('response', (response) => {
				let html = '';
				response.setEncoding('utf8');
				response.on('data', (chunk: string) => (html += chunk));
				response.on('error', reject);
				response.on('end', () => resolve({ status: response.statusCode ?? 0, html }));
			});
			for (let at = 0; at < body.length; at += 100_000) sent.write(body.subarray(at, at + 100_000));
			sent.end();
		});

	test.each([
		['/arbete/konto?/name', true],
		['/arbete/konto?/name', false],
		['/en/arbete/konto?/name', true],
		['/logga-in?/password', true],
		['/logga-in?/password', false]
	])('to %s is refused in words as before (says its length: %s)', async (path, says) => {
		const { status, html } = await sendElsewhere(path, says);
		expect(status).toBe(413);
		expect(html).toMatch(path.startsWith('/en/') ? /too large/ : /för stort/);
	});
});
