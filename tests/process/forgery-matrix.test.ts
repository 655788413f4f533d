import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { randomId, secureRandom } from '#lib/server/random.ts';
import { eightAnswers } from '#tests/support/eight-questions.ts';
import { plainRequest } from '#tests/support/plain-request.ts';
import { startServer, type ServerProcess } from '#tests/support/server-process.ts';
import {
	addMember,
	own,
	prepareInstallation,
	type Installation,
	type Member
} from '#tests/support/staff-cast.ts';

let folder: string;
let server: ServerProcess;
let installation: Installation;
let administrator: Member;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'lyhord-forgery-'));
	installation = await prepareInstallation(folder);
	administrator = await addMember(installation.ctx, { role: 'administrator' });
	server = await startServer(folder);
});
afterAll(async () => {
	await server.kill('SIGTERM');
	await installation.ctx.db.destroy();
	rmSync(folder, { recursive: true, force: true });
});

const methods = ['POST', 'PUT', 'PATCH', 'DELETE'];
const types = [
	'application/x-www-form-urlencoded',
	'multipart/form-data; boundary=x',
	'text/plain',
	'application/json',
	'application/x-sveltekit-formdata',
	undefined
];
const sites = [undefined, 'same-origin', 'same-site', 'cross-site', 'none', 'rubbish'];
const origins: Record<string, () => string | string[] | undefined> = {
	missing: () => undefined,
	own: () => server.origin,
	null: () => 'null',
	foreign: () => 'https://evil.example',
	'of another port': () => `http://localhost:${server.port + 1}`,
	'of another scheme': () => server.origin.replace('http:', 'https:'),
	'that begins as ours': () => `${server.origin}.evil.example`,
	'that contains ours': () => `https://evil.example/${server.origin}`,
	empty: () => '',
	'ours and a foreign one': () => `${server.origin}, https://evil.example`
};

/** Where a request says it comes from. */
interface Said {
	origin: string;
	site: string | undefined;
}

/** Whether a browser sends this only from our own pages, or without any page. */
const isOurs = ({ origin, site }: Said): boolean =>
	origin === 'own' || (origin === 'missing' && (site === 'same-origin' || site === 'none'));

const isSilent = ({ origin, site }: Said): boolean => origin === 'missing' && site === undefined;

interface Target {
	name: string;
	path: () => string;
	/** The body that would do something, were it accepted. */
	body: (type: string | undefined) => string;
	cookie?: () => string;
	/** True for the endpoint that programs use, which say nothing of where they come from. */
	programs?: true;
}

function encoded(fields: Record<string, string>, type: string | undefined): string {
	if (type === 'application/json') return JSON.stringify(fields);
	if (!type?.startsWith('multipart/')) return new URLSearchParams(fields).toString();
	const parts = Object.entries(fields).map(
		([name, value]) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
	);
	return `${parts.join('')}--x--\r\n`;
}

const sheet = () =>
	JSON.stringify({
		key: randomId(secureRandom),
		version: installation.dialogue.version,
		language: 'sv',
		channel: 'web',
		answers: eightAnswers(secureRandom)
	});
const cookie = () => `session=${administrator.token}`;
const answersPath = () => `/api/v1/dialogues/${installation.dialogue.code}/answers`;

const targets: Target[] = [
	{
		name: 'an action of staff',
		path: () => `/arbete/installningar/${own}?/profile`,
		body: (type) => encoded({ sender: 'Förfalskad' }, type),
		cookie
	},
	{
		name: 'an endpoint of staff',
		path: () => '/arbete/konto/passkey',
		body: (type) => encoded({}, type),
		cookie
	},
	{
		name: 'signing in',
		path: () => '/logga-in/passkey',
		body: (type) => encoded({}, type)
	},
	{
		name: 'signing out',
		path: () => '/en/logga-ut',
		body: (type) => encoded({}, type),
		cookie
	},
	{
		name: 'a resident’s sheet',
		path: () => `/saffle/dialog/${installation.dialogue.slug}/svara`,
		body: (type) => encoded({ key: randomId(secureRandom), version: '1', 'q.q1': 'yes' }, type)
	},
	{ name: 'the open interface', path: answersPath, body: sheet, programs: true },
	{
		name: 'the open interface, by the framework’s way',
		path: () => `${answersPath()}?x`,
		body: sheet,
		programs: true
	}
];

const everySaying: Said[] = Object.keys(origins).flatMap((origin) => sites.map((site) => ({ origin, site })));

interface Sent extends Said {
	method: string;
	type: string | undefined;
}

async function send(target: Target, { method, type, origin, site }: Sent): Promise<number> {
	const from = origins[origin]!();
	const { status } = await plainRequest(server.origin + target.path(), {
		method,
		headers: {
			accept: 'text/html',
			...(type ? { 'content-type': type } : {}),
			...(from === undefined ? {} : { origin: from }),
			...(site ? { 'sec-fetch-site': site } : {}),
			...(target.cookie ? { cookie: target.cookie() } : {})
		},
		body: target.body(type)
	});
	return status;
}

/** What an accepted forgery would leave behind. */
async function traces(): Promise<Record<string, unknown>> {
	const { db } = installation.ctx;
	const events = await db.selectFrom('auditEvent').select('seq').execute();
	const profile = await db.selectFrom('placeProfile').select('sender').execute();
	const sessions = await db.selectFrom('session').select('idHash').execute();
	const waiting = await db.selectFrom('pending').select('keyHash').execute();
	const sealed = await db.selectFrom('sheet').select('id').execute();
	return {
		events: events.length,
		profile,
		sessions: sessions.length,
		sheets: waiting.length + sealed.length
	};
}

describe('requests forged from other sites', () => {
	test.each(targets)('$name: none is accepted, whatever its method, type and origin', async (target) => {
		const before = await traces();
		const accepted: string[] = [];
		for (const said of everySaying)
			for (const method of methods)
				for (const type of types) {
					if (isOurs(said) || (target.programs && isSilent(said))) continue;
					const status = await send(target, { ...said, method, type });
					if (status !== 403) accepted.push(`${status} ${JSON.stringify({ ...said, method, type })}`);
				}
		expect(accepted, accepted.slice(0, 20).join('\n')).toEqual([]);
		expect(await traces()).toEqual(before);
	});

	test.each(targets)('$name: a GET changes nothing, whatever it says it is', async (target) => {
		const before = await traces();
		for (const override of ['x-http-method-override', 'x-method-override', 'x-http-method'])
			await plainRequest(
				`${server.origin}${target.path()}${target.path().includes('?') ? '&' : '?'}_method=POST`,
				{
					headers: { [override]: 'POST', ...(target.cookie ? { cookie: target.cookie() } : {}) }
				}
			);
		expect(await traces()).toEqual(before);
	});

	test('no preflight is answered with a yes', async () => {
		for (const target of targets) {
			const { headers } = await plainRequest(server.origin + target.path(), {
				method: 'OPTIONS',
				headers: {
					origin: 'https://evil.example',
					'access-control-request-method': 'POST',
					'access-control-request-headers': 'content-type'
				}
			});
			expect(headers['access-control-allow-origin'], target.name).toBeUndefined();
			expect(headers['access-control-allow-credentials'], target.name).toBeUndefined();
			expect(headers['access-control-allow-methods'], target.name).toBeUndefined();
		}
	});
});

describe('requests from our own pages and from programs', () => {
	const form = types[0];
	const ours = everySaying.filter(isOurs);

	test.each(ours)('an action is taken from an $origin origin with Sec-Fetch-Site $site', async (said) => {
		const [action] = targets;
		expect(await send(action!, { ...said, method: 'POST', type: form })).toBe(303);
		const { sender } = await installation.ctx.db
			.selectFrom('placeProfile')
			.select('sender')
			.where('placeCode', '=', own)
			.executeTakeFirstOrThrow();
		expect(sender).toBe('Förfalskad');
	});

	test.each(targets.filter(({ programs }) => programs))(
		'$name takes a sheet from a program that says nothing of where it comes from',
		async (target) => {
			const silent = { origin: 'missing', site: undefined, method: 'POST' };
			expect(await send(target, { ...silent, type: 'application/json' })).toBe(201);
			expect(await send(target, { ...silent, type: 'text/plain' })).toBe(415);
		}
	);
});
