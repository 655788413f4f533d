import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { savePlaceSettings } from '#lib/places/server/save-place-settings.ts';
import { defaultPlaceSettings } from '#lib/places/settings.ts';
import { randomId, secureRandom } from '#lib/server/random.ts';
import { isFramed } from '#lib/server/security-headers.ts';
import { eightAnswers } from '#tests/support/eight-questions.ts';
import { plainRequest, type PlainAnswer, type PlainRequest } from '#tests/support/plain-request.ts';
import type { Aim, Decision } from '#tests/support/route-decision.ts';
import { decisions } from '#tests/support/route-decisions.ts';
import { startServer, type ServerProcess } from '#tests/support/server-process.ts';
import {
	addMember,
	foreign,
	own,
	plant,
	prepareInstallation,
	type Installation,
	type Member,
	type Target
} from '#tests/support/staff-cast.ts';

const sites = ['https://www.saffle.example', 'https://saffle.example'];

let folder: string;
let installation: Installation;
let server: ServerProcess;
let administrator: Member;
let target: Target;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'lyhord-frames-'));
	installation = await prepareInstallation(folder);
	const { ctx } = installation;
	administrator = await addMember(ctx, { role: 'administrator' });
	target = await plant(ctx, own);
	await ctx.db
		.transaction()
		.execute((trx) => savePlaceSettings(trx, { ...defaultPlaceSettings(own), embedOrigins: sites }));
	server = await startServer(folder);
});
afterAll(async () => {
	await server.kill('SIGTERM');
	await installation.ctx.db.destroy();
	rmSync(folder, { recursive: true, force: true });
});

function aimOf(decision: Decision): Aim {
	const { code, slug } = installation.dialogue;
	if (decision.who === 'everybody')
		return decision.aim({ code, slug, logoId: target.logoId, seriesId: target.seriesId });
	if (decision.who === 'sign-in') return decision.aim();
	if (decision.who === 'link') return decision.aim('A'.repeat(22));
	return decision.aim(target);
}

const ask = (path: string, more: PlainRequest = {}): Promise<PlainAnswer> =>
	plainRequest(server.origin + path, {
		...more,
		headers: { accept: 'text/html', cookie: `session=${administrator.token}`, ...more.headers }
	});

const policyOf = ({ headers }: PlainAnswer): string => String(headers['content-security-policy']);

function expectUnframed(answer: PlainAnswer, what: string): void {
	expect(answer.headers['x-frame-options'], what).toBe('DENY');
	expect(isFramed(policyOf(answer)), what).toBe(false);
}

function expectFramedBy(answer: PlainAnswer, origins: string[], what = ''): void {
	expect(answer.headers, what).not.toHaveProperty('x-frame-options');
	expect(policyOf(answer).match(/frame-ancestors [^;]*/)?.[0], what).toBe(
		`frame-ancestors ${["'self'", ...origins].join(' ')}`
	);
	expect(answer.headers, what).not.toHaveProperty('set-cookie');
}

const isBox = (name: string) => /^\w+ \/e\//.test(name);
const read = Object.entries(decisions).filter(([name]) => name.startsWith('GET '));
const code = () => installation.dialogue.code;
const sheet = () => ({ key: randomId(secureRandom), version: '1', again: '1' });
const form = (fields: Record<string, string>, origin = server.origin): PlainRequest => ({
	method: 'POST',
	headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
	body: new URLSearchParams(fields).toString()
});

describe('what other sites can show in a frame', () => {
	test('is every address below /e/, and there are some', () => {
		expect(read.filter(([name]) => isBox(name)).map(([name]) => name)).toEqual([
			'GET /e/[code]',
			'GET /e/[code]/tack',
			'GET /e/[code]/resultat',
			'GET /e/[kommun=municipality]/loften'
		]);
	});

	test.each(read)('%s', async (name, decision) => {
		const { path } = aimOf(decision);
		for (const address of path.startsWith('/api') ? [path] : [path, `/en${path}`]) {
			// A stream has no end to wait for.
			const answer = await ask(address, { method: address.endsWith('/stream') ? 'HEAD' : 'GET' });
			if (isBox(name)) expectFramedBy(answer, sites, address);
			else expectUnframed(answer, address);
		}
	});

	test.each([
		'/e',
		'/e/',
		'/e/000000',
		'/E/100001',
		'/e/hojd.js',
		'/e/100001/resultat',
		'/e/%2e%2e/saffle',
		'/e/../saffle',
		'/e//saffle',
		'/e/x/y/z',
		'/en/e/'
	])('%s is no box, so it cannot be framed', async (path) => {
		expectUnframed(await ask(path), path);
	});
});

describe('a box', () => {
	test('is let in nowhere when its dialogue is not asked through boxes', async () => {
		const { ctx, dialogue } = installation;
		const { placeCode } = await plant(ctx, foreign);
		const model = await ctx.db
			.selectFrom('dialogue')
			.selectAll()
			.where('id', '=', dialogue.id)
			.executeTakeFirstOrThrow();
		const web = { ...model, id: randomId(secureRandom), code: '730514', slug: 'bara-webben', placeCode };
		await ctx.db
			.insertInto('dialogue')
			.values({ ...web, channels: '["web"]' })
			.execute();
		const answer = await ask('/e/730514');
		expect(answer.status).toBe(404);
		expectUnframed(answer, 'a dialogue without boxes');
	});

	test('is let in by our own pages alone where no site is listed', async () => {
		const { dialogueCode } = await plant(installation.ctx, foreign);
		expectFramedBy(await ask(`/e/${dialogueCode}`), []);
	});

	test('keeps its policy when something goes wrong in it', async () => {
		const page = `/e/${code()}`;
		const wrongs: [number, PlainRequest][] = [
			[403, form(sheet(), sites[0])],
			[403, form(sheet(), 'null')],
			[422, form(sheet())],
			[400, { method: 'POST', headers: { origin: server.origin, 'content-type': 'text/plain' }, body: 'x' }],
			[413, form({ ...sheet(), 'q.x': 'x'.repeat(700_000) })],
			[405, { method: 'PUT', headers: { origin: server.origin } }]
		];
		for (const [status, request] of wrongs) {
			const answer = await ask(page, request);
			expect(answer.status).toBe(status);
			expectFramedBy(answer, sites, String(status));
		}
	});

	test('goes from the sent form to the thanks inside the frame', async () => {
		const answers = Object.entries(eightAnswers(secureRandom)).map(([key, value]) => [`q.${key}`, value]);
		const answer = await ask(`/e/${code()}`, form({ ...sheet(), ...Object.fromEntries(answers) }));
		expect([answer.status, answer.headers.location]).toEqual([303, `/e/${code()}/tack`]);
		expectFramedBy(answer, sites);
	});

	test('that has not changed keeps the policy it came with', async () => {
		const first = await ask(`/e/${code()}/resultat`);
		const again = await ask(`/e/${code()}/resultat`, {
			headers: { 'if-none-match': String(first.headers.etag) }
		});
		expect(again.status).toBe(304);
		expect(again.headers).not.toHaveProperty('x-frame-options');
		expect(again.headers).not.toHaveProperty('content-security-policy');
	});
});

describe('the short address', () => {
	const lead = async (path: string) => (await ask(path)).headers.location;
	const dialogue = (prefix = '') => `${prefix}/saffle/dialog/${installation.dialogue.slug}`;

	test('leads on in upper case, as QR codes hold it, and in the language it names', async () => {
		for (const path of [`/D/${code()}`, `/d/${code()}`]) expect(await lead(path)).toBe(dialogue());
		for (const path of [`/EN/D/${code()}`, `/en/d/${code()}`]) expect(await lead(path)).toBe(dialogue('/en'));
	});

	test('takes a one-time code along to the questions', async () => {
		expect(await lead(`/D/${code()}/K7Q2M9XTB4RC`)).toBe(`/d/${code()}?kod=K7Q2M9XTB4RC`);
		expect(await lead(`/EN/D/${code()}/K7Q2M9XTB4RC`)).toBe(`/en/d/${code()}?kod=K7Q2M9XTB4RC`);
		expect(await lead(`/d/${code()}?kod=K7Q2M9XTB4RC`)).toBe(`${dialogue()}/svara?kod=K7Q2M9XTB4RC`);
		expect(await lead(`/d/${code()}?kod=%26x%3D%2F%2Fy`)).toBe(`${dialogue()}/svara?kod=%26x%3D%2F%2Fy`);
	});
});
