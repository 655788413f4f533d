import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { randomId, secureRandom } from '#lib/server/random.ts';
import { eightAnswers } from '#tests/support/eight-questions.ts';
import { plainRequest, type PlainAnswer } from '#tests/support/plain-request.ts';
import { startServer, type ServerProcess } from '#tests/support/server-process.ts';
import {
	addMember,
	own,
	plant,
	prepareInstallation,
	type Installation,
	type Member
} from '#tests/support/staff-cast.ts';
import { visit } from '#tests/support/staff-visit.ts';

const https = 'https://lyhord.example';

let folder: string;
let installation: Installation;
let server: ServerProcess;
let proxied: ServerProcess;
let administrator: Member;
let logoId: string;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'lyhord-headers-'));
	installation = await prepareInstallation(folder);
	administrator = await addMember(installation.ctx, { role: 'administrator' });
	logoId = (await plant(installation.ctx, own)).logoId;
	server = await startServer(folder);
	proxied = await startServer(folder, undefined, { ORIGIN: https });
});
afterAll(async () => {
	await Promise.all([server.kill('SIGTERM'), proxied.kill('SIGTERM')]);
	await installation.ctx.db.destroy();
	rmSync(folder, { recursive: true, force: true });
});

const api = () => `/api/v1/dialogues/${installation.dialogue.code}`;
const immutable = () => readdirSync(join('build', 'client', '_app', 'immutable', 'assets'));
const assetOf = (ending: string) =>
	`/_app/immutable/assets/${immutable().find((name) => name.endsWith(ending))}`;

interface Asked {
	what: string;
	path: () => string;
	status: number;
	method?: string;
	headers?: Record<string, string>;
	body?: () => string;
}

const answers: Asked[] = [
	{ what: 'a resident’s page', path: () => '/saffle', status: 200 },
	{
		what: 'a page to answer on',
		path: () => `/saffle/dialog/${installation.dialogue.slug}/svara`,
		status: 200
	},
	{ what: 'the page for a new password', path: () => '/en/aterstall', status: 200 },
	{ what: 'a page of staff', path: () => '/arbete', status: 200 },
	{ what: 'the data of a page of staff', path: () => '/arbete/__data.json', status: 200 },
	{ what: 'a file for staff', path: () => `/arbete/logg/fil?plats=${own}`, status: 200 },
	{ what: 'a forbidden page', path: () => '/arbete/platser/2034', status: 404 },
	{ what: 'a way to sign-in', path: () => '/arbete/', status: 308 },
	{ what: 'a page that is not there', path: () => '/finns/inte/alls', status: 404 },
	{ what: 'a JSON answer', path: api, status: 200 },
	{ what: 'a problem document', path: () => '/api/v1/dialogues/000000', status: 404 },
	{ what: 'a stream', path: () => `${api()}/results/stream`, status: 200, method: 'HEAD' },
	{
		what: 'an answer taken',
		path: () => `${api()}/answers`,
		status: 201,
		method: 'POST',
		body: () => sheet()
	},
	{
		what: 'an answer refused',
		path: () => `${api()}/answers`,
		status: 422,
		method: 'POST',
		body: () => '{}'
	},
	{ what: 'a forgery', path: () => '/arbete/konto?/name', status: 403, method: 'POST', body: () => 'name=x' },
	{ what: 'a method that is not there', path: () => '/arbete', status: 405, method: 'PUT', headers: {} },
	{ what: 'a logo', path: () => `/logotyp/${logoId}`, status: 200 },
	{ what: 'a style sheet', path: () => assetOf('.css'), status: 200 },
	{ what: 'the icon', path: () => '/favicon.svg', status: 200 },
	{ what: 'a file that is not there', path: () => '/_app/immutable/assets/nothing.css', status: 404 },
	{ what: 'an address nobody can read', path: () => '/%ff', status: 400 },
	{ what: 'the state of the process', path: () => '/readyz', status: 200 }
];

const sheet = () =>
	JSON.stringify({
		key: randomId(secureRandom),
		version: installation.dialogue.version,
		language: 'sv',
		channel: 'web',
		answers: eightAnswers(secureRandom)
	});

async function ask(at: ServerProcess, { path, method = 'GET', body, status }: Asked): Promise<PlainAnswer> {
	const origin = at === proxied ? https : at.origin;
	const name = at === proxied ? '__Host-session' : 'session';
	return plainRequest(at.origin + path(), {
		method,
		headers: {
			accept: 'text/html',
			...(status === 403 ? { origin: 'https://evil.example' } : { origin }),
			...(body ? { 'content-type': 'application/json' } : {}),
			cookie: `${name}=${administrator.token}`
		},
		...(body ? { body: body() } : {})
	});
}

function directives(policy: string): Map<string, string> {
	const parts = policy.split(';').map((part) => part.trim().split(/\s+/));
	return new Map(parts.map(([name = '', ...values]) => [name, values.join(' ')]));
}

describe('every answer says what browsers may do with it', () => {
	test.each(answers)('$what', async (asked) => {
		const { status, headers, body } = await ask(server, asked);
		expect(status).toBe(asked.status);
		expect(headers['x-content-type-options']).toBe('nosniff');
		expect(headers['referrer-policy']).toBe('same-origin');
		expect(headers['x-frame-options']).toBe('DENY');
		expect(headers['cross-origin-opener-policy']).toBe('same-origin');
		expect(headers['permissions-policy']).toContain('camera=()');
		expect(headers['strict-transport-security']).toBeUndefined();
		for (const name of ['server', 'x-powered-by']) expect(headers).not.toHaveProperty(name);
		const policy = directives(String(headers['content-security-policy']));
		expect(policy.get('default-src')).toBe("'none'");
		if (!policy.has('sandbox')) expect(policy.get('frame-ancestors')).toBe("'none'");
		expect(policy.get('script-src') ?? '').not.toMatch(/unsafe|http|\*|data:/);
		if (String(headers['content-type']).startsWith('text/html')) {
			expect(body).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/);
			expect(body).not.toMatch(/\son[a-z]+=/);
		}
	});

	test.each(answers)('on https: $what', async (asked) => {
		const { status, headers } = await ask(proxied, asked);
		expect(status).toBe(asked.status);
		expect(headers['strict-transport-security']).toMatch(/^max-age=\d{8}; includeSubDomains$/);
	});

	test('a page says that its scripts and forms are our own', async () => {
		for (const path of ['/saffle', '/aterstall', '/arbete/konto']) {
			const { headers } = await ask(server, { what: '', path: () => path, status: 200 });
			const policy = directives(String(headers['content-security-policy']));
			expect(policy.get('script-src')).toBe("'self'");
			expect(policy.get('style-src')).toBe("'self'");
			expect(policy.get('form-action')).toBe("'self'");
			expect(policy.get('base-uri')).toBe("'none'");
		}
	});

	test('"not modified" brings no policy in place of the one that came with the page', async () => {
		const first = await visit(server).get('/saffle');
		const again = await visit(server).get('/saffle', { 'if-none-match': first.headers.etag ?? '' });
		expect(again.status).toBe(304);
		const { 'content-security-policy': policy } = again.headers;
		expect([undefined, first.headers['content-security-policy']]).toContain(policy);
	});

	const kept = ['/arbete', '/arbete/__data.json', '/arbete/platser/2034', `/arbete/logg/fil?plats=${own}`];
	test.each([...kept, '/logga-in'])('%s is kept by no cache', async (path) => {
		const { headers } = await ask(server, { what: '', path: () => path, status: 200 });
		expect(headers['cache-control']).toContain('no-store');
		const visitor = await visit(server).get(path);
		expect(visitor.headers['cache-control']).toContain('no-store');
	});
});

describe('cookies', () => {
	const residents = answers.filter(({ path }) => !/^\/(en\/)?(arbete|logga)/.test(path.toString()));
	test.each(residents)('$what sets none', async (asked) => {
		const staff = asked.what.includes('staff') || asked.what.includes('sign-in');
		const { headers } = await plainRequest(server.origin + asked.path(), { method: asked.method ?? 'GET' });
		if (!staff) expect(headers['set-cookie']).toBeUndefined();
	});
});

describe('when something unexpected happens', () => {
	let broken: ServerProcess;
	let brokenFolder: string;
	let token: string;

	beforeAll(async () => {
		brokenFolder = mkdtempSync(join(tmpdir(), 'lyhord-broken-'));
		const { ctx } = await prepareInstallation(brokenFolder);
		token = (await addMember(ctx, { role: 'administrator' })).token;
		broken = await startServer(brokenFolder, undefined, { LOG_LEVEL: 'info' });
		for (const table of ['dialogue', 'place_profile', 'place_settings'])
			await sql`alter table ${sql.table(table)} rename to ${sql.table(`${table}_gone`)}`.execute(ctx.db);
		await ctx.db.destroy();
	});
	afterAll(async () => {
		await broken.kill('SIGTERM');
		rmSync(brokenFolder, { recursive: true, force: true });
	});

	const paths = ['/saffle', '/en/saffle/dialog/x/svara', '/arbete', `/arbete/installningar/${own}`];
	test.each([...paths, '/api/v1/dialogues/482913'])('%s tells no internals', async (path) => {
		const { status, headers, body } = await visit(broken).get(path, { cookie: `session=${token}` });
		expect(status).toBeGreaterThanOrEqual(500);
		expect(body).not.toMatch(
			/sqlite|no such table|select .* from |node_modules|\.ts\b|\.js:\d|\bat \w+ \(|\wError:/i
		);
		const id = String(headers['x-request-id']);
		expect(id).toMatch(/^[\w-]{22}$/);
		if (!path.startsWith('/api')) expect(body).toContain(id);
		await expect.poll(() => broken.output()).toContain(id);
	});

	test('an answer that cannot be stored is no thanks, and says nothing more', async () => {
		const { status, body } = await plainRequest(`${broken.origin}/api/v1/dialogues/482913/answers`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: sheet()
		});
		expect(status).toBe(503);
		expect(JSON.parse(body)).toMatchObject({ type: 'urn:lyhord:problem:unavailable' });
		expect(body).not.toMatch(/sqlite|table/i);
	});
});

describe('bodies that are no forms', () => {
	const actions = [
		`/arbete/installningar/${own}?/profile`,
		'/arbete/konto?/name',
		'/arbete/personer?/invite',
		'/logga-in?/password',
		'/aterstall'
	];
	const bodies: [type: string, body: string, status: number][] = [
		['text/plain', 'x', 400],
		['application/x-sveltekit-formdata', 'x', 400],
		['multipart/form-data', 'x', 400],
		['multipart/form-data; boundary=x', '--x\r\nbroken', 400],
		['application/json', '{}', 415],
		['application/x-www-form-urlencoded', `a=${'x'.repeat(700_000)}`, 413],
		['multipart/form-data; boundary=x', 'x'.repeat(700_000), 413]
	];
	test.each(actions)('%s refuses them, and it is no error of ours', async (path) => {
		for (const [type, body, status] of bodies) {
			const answer = await plainRequest(server.origin + path, {
				method: 'POST',
				headers: {
					accept: 'text/html',
					origin: server.origin,
					'content-type': type,
					...(path.startsWith('/arbete') ? { cookie: `session=${administrator.token}` } : {})
				},
				body
			});
			expect(answer.status, `${type} ${body.length}`).toBe(status);
		}
	});
});
