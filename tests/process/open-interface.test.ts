import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import { dayOf } from '#lib/dialogues/period.ts';
import type { Context } from '#lib/server/context.ts';
import { template } from '#lib/questionnaire/bank/templates.ts';
import { exportQuestionnaire } from '#lib/questionnaire/exchange/export-questionnaire.ts';
import { openSqlite } from '#lib/server/db/open-database.ts';
import { randomId, secureRandom } from '#lib/server/random.ts';
import { eightAnswers } from '#tests/support/eight-questions.ts';
import { schemaFaults } from '#tests/support/json-schema.ts';
import { fillFolder, openEightQuestionsIn } from '#tests/support/open-dialogue.ts';
import { actingStaff, publishLamps } from '#tests/support/pledges.ts';
import { startServer, type ServerProcess } from '#tests/support/server-process.ts';
import { schemas } from '../../src/routes/api/v1/openapi.json/schemas.ts';

type SchemaName = keyof typeof schemas;

interface Operation {
	responses: Record<string, { content?: Record<string, { schema: { $ref?: string } }> }>;
}

let folder: string;
let server: ServerProcess;
let dialogue: Dialogue;
let document: { openapi: string; paths: Record<string, Record<string, Operation>> };

/** A pledge in Säffle that holds from today. */
async function publishPledge(ctx: Context): Promise<void> {
	const day = (days: number) => dayOf(new Date(Date.now() + days * 24 * 60 * 60 * 1000));
	const publisher = await actingStaff(ctx, { role: 'publisher', name: 'a' });
	const municipality = await actingStaff(ctx, { role: 'editor', name: 'b' });
	const change = { validFrom: day(0), validTo: day(100), nextReportOn: day(50) };
	await publishLamps(
		{ publisher, police: publisher, municipality },
		{ placeCode: '1785', change, activity: { dueOn: day(100) } }
	);
}

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'lyhord-interface-'));
	dialogue = await fillFolder(folder, async (ctx) => {
		await publishPledge(ctx);
		return openEightQuestionsIn(ctx);
	});
	server = await startServer(folder);
	document = await (await fetch(`${server.origin}/api/v1/openapi.json`)).json();
});
afterAll(async () => {
	await server.kill('SIGTERM');
	rmSync(folder, { recursive: true, force: true });
});

test('an address typed with capitals or with ä leads to the one that was meant, and to nothing else', async () => {
	const ask = async (path: string) => {
		const { status, headers } = await fetch(server.origin + path, { redirect: 'manual' });
		return [status, headers.get('location')];
	};
	expect(await ask('/Saffle')).toEqual([301, '/saffle']);
	expect(await ask('/s%C3%A4ffle/om?a=B')).toEqual([301, '/saffle/om?a=B']);
	expect(await ask('/EN/saffle')).toEqual([301, '/en/saffle']);
	expect(await ask('/MOTE/840500')).toEqual([301, '/mote/840500']);
	expect(await ask(`/D/${dialogue.code}`)).toEqual([303, `/saffle/dialog/${dialogue.slug}`]);
	for (const path of ['/Atlantis', '/Kiosk/K7Q2', '/Arbete', '/API/v1/places', '/Inbjudan/K7Q2'])
		expect(await ask(path), path).toEqual([404, null]);
});

const answersPath = () => `/api/v1/dialogues/${dialogue.code}/answers`;
const newBody = () => ({
	key: randomId(secureRandom),
	version: dialogue.version,
	language: 'sv',
	channel: 'web',
	answers: eightAnswers(secureRandom),
	background: {}
});

/** The keys that the server has said yes to. */
const acceptedKeys = new Set<string>();

interface PostOptions {
	path?: string;
	headers?: Record<string, string>;
}

async function post(
	body: unknown,
	{ path = answersPath(), headers = {} }: PostOptions = {}
): Promise<Response> {
	const response = await fetch(server.origin + path, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body: typeof body === 'string' ? body : JSON.stringify(body)
	});
	if (response.ok) acceptedKeys.add((body as { key: string }).key);
	return response;
}

/** Holds a response against the document: status, content type and the schema named there. */
async function expectDocumented(response: Response, path: string): Promise<unknown> {
	const method = response.url.endsWith('/answers') ? 'post' : 'get';
	const described = document.paths[path]?.[method]?.responses[response.status];
	expect(described, `${path} ${response.status} is documented`).toBeDefined();
	const type = response.headers.get('content-type')?.split(';')[0] ?? '';
	const name = described!.content?.[type]?.schema.$ref?.split('/').at(-1) as SchemaName | undefined;
	const body: unknown = await response.json();
	expect(name, `${path} ${response.status} is ${type}`).toBeDefined();
	v.parse(schemas[name!] as v.GenericSchema, body);
	return body;
}

describe('the open interface', () => {
	test('documents every route under /api/v1, and no other', () => {
		const routes = globSync('src/routes/api/v1/**/+server.ts').map((file) =>
			file
				.replaceAll('\\', '/')
				.replace('src/routes', '')
				.replace('/+server.ts', '')
				.replaceAll('[', '{')
				.replaceAll(']', '}')
		);
		expect(Object.keys(document.paths).sort()).toEqual(routes.sort());
		expect(document.openapi).toBe('3.1.0');
	});

	test.each([
		['/api/v1/places', () => '/api/v1/places?query=saf'],
		['/api/v1/places/{code}', () => '/api/v1/places/1785'],
		['/api/v1/places/{code}', () => '/api/v1/places/9999'],
		['/api/v1/places/{code}/pledges', () => '/api/v1/places/1785/pledges'],
		['/api/v1/dialogues/{code}', () => `/api/v1/dialogues/${dialogue.code}`],
		['/api/v1/dialogues/{code}', () => '/api/v1/dialogues/100001'],
		['/api/v1/dialogues/{code}/results', () => `/api/v1/dialogues/${dialogue.code}/results`],
		['/api/v1/dialogues/{code}/results', () => `/api/v1/dialogues/${dialogue.code}/results?age=x&lang=en`],
		['/api/v1/dialogues/{code}/releases', () => `/api/v1/dialogues/${dialogue.code}/releases`]
	])('%s answers as it is documented', async (path, address) => {
		const response = await fetch(server.origin + address());
		await expectDocumented(response, path);
	});

	test('finds Säffle without diacritics and lists its open dialogue', async () => {
		const found = (await (await fetch(`${server.origin}/api/v1/places?query=saf`)).json()) as {
			places: object[];
		};
		expect(found.places[0]).toMatchObject({ code: '1785', name: 'Säffle', kind: 'municipality' });
		const place = await (await fetch(`${server.origin}/api/v1/places/1785?lang=en`)).json();
		expect(place).toMatchObject({ openDialogues: [{ code: dialogue.code, kind: 'citizen' }] });
	});

	test('tells how the published pledges of a place go and what they rest on', async () => {
		const body: unknown = await (await fetch(`${server.origin}/api/v1/places/1785/pledges`)).json();
		const evidence = [{ statement: '14 gångvägar hade trasig belysning' }];
		expect(body).toMatchObject({
			pledges: [{ title: 'Ljusare gångvägar', activities: [{ target: 14, done: 0 }], evidence }]
		});
	});

	test('carries an ETag and is open for every origin to read', async () => {
		const address = `${server.origin}/api/v1/dialogues/${dialogue.code}`;
		const first = await fetch(address, { headers: { origin: 'https://other.example' } });
		expect(first.headers.get('access-control-allow-origin')).toBe('*');
		const again = await fetch(address, { headers: { 'if-none-match': first.headers.get('etag')! } });
		expect(again.status).toBe(304);
	});

	test('publishes the form of questionnaire files, which an exported questionnaire has', async () => {
		const address = `${server.origin}/api/v1/questionnaire.schema.json`;
		const response = await fetch(address, { headers: { origin: 'https://other.example' } });
		expect(response.headers.get('access-control-allow-origin')).toBe('*');
		expect(response.headers.get('content-type')).toBe('application/json');
		const etag = response.headers.get('etag')!;
		const again = await fetch(address, { headers: { 'if-none-match': etag } });
		expect([response.status, again.status]).toEqual([200, 304]);
		const schema = (await response.json()) as Record<string, unknown>;
		expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
		const file: unknown = JSON.parse(exportQuestionnaire(template('S8', { areas: [] })));
		expect(schemaFaults(schema, file)).toEqual([]);
		expect(schemaFaults(schema, { ...(file as object), title: {} })).toEqual(['title: required']);
	});

	test('accepts a sheet once: 201, then the very same body with 200', async () => {
		const body = newBody();
		const first = await post(body);
		const repeat = await post(body);
		expect([first.status, repeat.status]).toEqual([201, 200]);
		expect(await expectDocumented(first, '/api/v1/dialogues/{code}/answers')).toEqual({ accepted: true });
		expect(await expectDocumented(repeat, '/api/v1/dialogues/{code}/answers')).toEqual({ accepted: true });
	});

	test('the same key a hundred times in parallel is accepted once', async () => {
		const body = newBody();
		const statuses = await Promise.all(Array.from({ length: 100 }, async () => (await post(body)).status));
		expect(statuses.filter((status) => status === 201)).toHaveLength(1);
		expect(statuses.filter((status) => status === 200)).toHaveLength(99);
	});
});

describe('bad input has its own clear answer', () => {
	const cases: [string, number, string, () => Promise<Response>][] = [
		[
			'an unknown option',
			422,
			'unknown-option',
			() => post({ ...newBody(), answers: { sees_police: 'always' } })
		],
		[
			'a foreign question',
			422,
			'unknown-question',
			() => post({ ...newBody(), answers: { shoe_size: '42' } })
		],
		[
			'several answers to a one-choice question',
			422,
			'wrong-type',
			() => post({ ...newBody(), answers: { sees_police: ['never', 'daily'] } })
		],
		[
			'a foreign background',
			422,
			'unknown-dimension',
			() => post({ ...newBody(), background: { shoe: '42' } })
		],
		['no answer at all', 422, 'empty', () => post({ ...newBody(), answers: {} })],
		['another version', 422, 'wrong-version', () => post({ ...newBody(), version: 99 })],
		['a channel that is not open', 422, 'closed-channel', () => post({ ...newBody(), channel: 'paper' })],
		['an unknown member', 422, 'unknown-member', () => post({ ...newBody(), arrived: 'now' })],
		['a key that is no key', 422, 'invalid', () => post({ ...newBody(), key: '1' })],
		['a one-time code where none is used', 422, 'no-codes', () => post({ ...newBody(), code: 'ABCD-EFGH' })],
		['something that is not JSON', 422, 'invalid', () => post('{')],
		['an unknown dialogue', 404, '', () => post(newBody(), { path: '/api/v1/dialogues/100001/answers' })],
		['a body of one megabyte', 413, '', () => post(`{"key":"${'x'.repeat(2 ** 20)}"}`)],
		[
			'a form',
			415,
			'',
			() => post('key=1', { headers: { 'content-type': 'application/x-www-form-urlencoded' } })
		],
		[
			'plain text',
			415,
			'',
			() => post(JSON.stringify(newBody()), { headers: { 'content-type': 'text/plain' } })
		],
		["another site's page", 403, '', () => post(newBody(), { headers: { origin: 'https://other.example' } })]
	];

	test.each(cases)('%s', async (_, status, code, send) => {
		const response = await send();
		expect(response.status).toBe(status);
		const body = (await expectDocumented(response, '/api/v1/dialogues/{code}/answers')) as {
			problems: { code: string }[];
		};
		if (code !== '') expect(body.problems.map((problem) => problem.code)).toContain(code);
		expect(response.headers.get('set-cookie')).toBeNull();
	});

	test('an unknown address and a wrong method under /api are problem documents too', async () => {
		const unknown = await fetch(`${server.origin}/api/v1/shoes`);
		const wrong = await fetch(server.origin + answersPath(), { method: 'DELETE' });
		const preflight = await fetch(server.origin + answersPath(), {
			method: 'OPTIONS',
			headers: { origin: 'https://other.example' }
		});
		expect([unknown.status, wrong.status, preflight.status]).toEqual([404, 405, 405]);
		for (const response of [unknown, wrong, preflight]) {
			expect(response.headers.get('content-type')).toBe('application/problem+json');
		}
		expect(unknown.headers.get('access-control-allow-origin')).toBe('*');
		for (const response of [wrong, preflight])
			expect(response.headers.get('access-control-allow-origin')).toBeNull();
	});

	test('nothing of it was stored: the file holds what was accepted and no more', async () => {
		for (const [, , , send] of cases) await send();
		await server.kill('SIGTERM');
		const db = openSqlite(join(folder, 'lyhord.db'));
		const pending = await db.selectFrom('pending').select('id').execute();
		const sealed = await db.selectFrom('sheet').select('id').execute();
		await db.destroy();
		expect(pending.length + sealed.length).toBe(acceptedKeys.size);
	});
});
