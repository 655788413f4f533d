import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { totpCode } from '#lib/accounts/totp.ts';
import { startServer, type ServerProcess } from '#tests/support/server-process.ts';
import {
	addMember,
	givePassword,
	own,
	prepareInstallation,
	type Installation
} from '#tests/support/staff-cast.ts';
import { visit } from '#tests/support/staff-visit.ts';

const https = 'https://lyhord.example';
const password = 'blommig fjällko 73 vandrar';

let folder: string;
let installation: Installation;
/** Two processes on the same data: one as it is started, one behind a proxy that speaks https. */
let server: ServerProcess;
let proxied: ServerProcess;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'lyhord-security-'));
	installation = await prepareInstallation(folder);
	await addMember(installation.ctx, { role: 'administrator' });
	server = await startServer(folder);
	proxied = await startServer(folder, undefined, { ORIGIN: https, ADDRESS_HEADER: 'x-forwarded-for' });
});
afterAll(async () => {
	await Promise.all([server.kill('SIGTERM'), proxied.kill('SIGTERM')]);
	await installation.ctx.db.destroy();
	rmSync(folder, { recursive: true, force: true });
});

/** Somebody with a password, and their e-mail address. */
async function newcomer(role: 'reader' | 'administrator' = 'reader') {
	const member = await addMember(installation.ctx, { role, owes: role === 'reader' ? null : 'enrol' });
	return { ...member, email: await givePassword(installation.ctx, member.personId, password) };
}

const isIn = async (at: ServerProcess, token: string): Promise<boolean> => {
	const name = at === proxied ? '__Host-session' : 'session';
	const { status, headers } = await visit(at).get('/arbete/konto', { cookie: `${name}=${token}` });
	if (status === 303) expect(headers.location).toMatch(/^\/logga-in/);
	return status === 200;
};

describe('a session', () => {
	test('is never one that was planted before sign-in', async () => {
		const { email } = await newcomer();
		for (const planted of ['P'.repeat(22), (await newcomer()).token]) {
			const browser = visit(server);
			browser.cookies.set('session', planted);
			expect((await browser.post('/logga-in?/password', { email, password })).status).toBe(303);
			const token = browser.cookies.get('session');
			expect(token).toMatch(/^[\w-]{22}$/);
			expect(token).not.toBe(planted);
			expect(await isIn(server, token!)).toBe(true);
			expect(await isIn(server, planted)).toBe(false);
		}
	});

	test('has a new token after sign-in, second factor and password change; the old one is dead', async () => {
		const { email } = await newcomer('administrator');
		const browser = visit(server);
		await browser.post('/logga-in?/password', { email, password });
		const first = browser.cookies.get('session')!;
		await browser.post('/arbete/konto?/startTotp', {});
		const page = await browser.get('/arbete/konto/app');
		const secret = /\b[A-Z2-7]{4}( ?[A-Z2-7]{4}){7}\b/.exec(page.body)![0].replaceAll(' ', '');
		const enrolled = await browser.post('/arbete/konto/app', { code: totpCode(secret, Date.now()) });
		expect(enrolled.status).toBe(200);
		const second = browser.cookies.get('session')!;
		const next = `${password} igen`;
		const changed = await browser.post('/arbete/konto?/password', { current: password, password: next });
		expect(changed.status).toBe(303);
		const third = browser.cookies.get('session')!;
		expect(new Set([first, second, third]).size).toBe(3);
		expect([await isIn(server, first), await isIn(server, second)]).toEqual([false, false]);
		expect(await isIn(server, third)).toBe(true);
	});

	test('that is ended is at its end at once, in another process too', async () => {
		const { email } = await newcomer();
		const browser = visit(server);
		await browser.post('/logga-in?/password', { email, password });
		const token = browser.cookies.get('session')!;
		expect(await isIn(proxied, token)).toBe(true);
		await browser.post('/logga-ut', {});
		expect(browser.cookies.has('session')).toBe(false);
		expect(await isIn(proxied, token)).toBe(false);
		expect(await isIn(server, token)).toBe(false);
	});

	test('ends everywhere when an administrator takes the role away', async () => {
		const administrator = await addMember(installation.ctx, { role: 'administrator' });
		const { token, personId } = await newcomer();
		expect(await isIn(proxied, token)).toBe(true);
		const browser = visit(server);
		browser.cookies.set('session', administrator.token);
		const address = `/arbete/personer/${personId}/avsluta?plats=${own}&i=${own}&roll=reader`;
		expect((await browser.post(address, {})).status).toBe(303);
		expect([await isIn(server, token), await isIn(proxied, token)]).toEqual([false, false]);
	});

	test('is not read from a cookie that another host could have set', async () => {
		const { token } = await newcomer();
		const { status } = await visit(proxied).get('/arbete/konto', { cookie: `session=${token}` });
		expect(status).toBe(303);
	});
});

const attributes = (line: string): string[] =>
	line
		.split(';')
		.slice(1)
		.map((part) => part.trim().toLowerCase())
		.sort();

describe('cookies', () => {
	test('on http are HttpOnly, Lax, of the whole host and of no domain', async () => {
		const browser = visit(server);
		const { email } = await newcomer();
		await browser.post('/logga-in?/password', { email, password });
		expect(browser.latest().map((line) => line.split('=')[0])).toEqual(
			expect.arrayContaining(['session', 'device'])
		);
		for (const line of browser.latest())
			expect(attributes(line).map((part) => part.replace(/=\d+/, ''))).toEqual(
				['max-age', 'path=/', 'httponly', 'samesite=lax'].sort()
			);
	});

	test('on https are also Secure and bound to the host by their names', async () => {
		const browser = visit(proxied, https);
		const { email } = await newcomer();
		await browser.post('/logga-in/passkey', {});
		const attempt = browser.latest();
		await browser.post('/logga-in?/password', { email, password });
		const lines = [...attempt, ...browser.latest()];
		expect(lines.map((line) => line.split('=')[0]).sort()).toEqual(
			['__Host-attempt', '__Host-device', '__Host-session'].sort()
		);
		for (const line of lines)
			expect(attributes(line)).toEqual(expect.arrayContaining(['secure', 'httponly']));
	});

	test('are taken back when the session they hold is none', async () => {
		const browser = visit(server);
		browser.cookies.set('session', 'Q'.repeat(22));
		await browser.get('/arbete');
		expect(browser.latest()).toEqual([expect.stringMatching(/^session=;.*max-age=0/i)]);
	});
});

describe('signing in', () => {
	const from = (network: string) => ({ 'x-forwarded-for': network });

	test('tells an unknown address and a wrong password apart neither by words nor by time', async () => {
		const waits: Record<string, number[]> = { known: [], unknown: [] };
		const pages = new Set<string>();
		for (let round = 0; round < 7; round++) {
			const { email } = await newcomer();
			for (const [who, address] of [
				['known', email],
				['unknown', `x${email.slice(1)}`]
			] as const) {
				const began = performance.now();
				const answer = await visit(proxied, https).post(
					'/logga-in?/password',
					{ email: address, password: 'fel lösenord, helt enkelt' },
					from(`198.51.100.${round}`)
				);
				waits[who]!.push(performance.now() - began);
				expect(answer.status).toBe(422);
				pages.add(answer.body.replaceAll(address, ''));
			}
		}
		expect(pages.size).toBe(1);
		// Other work may share the machine: the quickest of each says what the work is.
		const ratio = Math.min(...waits['known']!) / Math.min(...waits['unknown']!);
		expect(ratio).toBeGreaterThan(0.5);
		expect(ratio).toBeLessThan(2);
	});

	test('asking for a reset link says the same of every address', async () => {
		const { email } = await newcomer();
		const answers = [];
		for (const address of [email, `x${email.slice(1)}`]) {
			const { status, body } = await visit(proxied, https).post('/aterstall', { email: address });
			answers.push({ status, body: body.replaceAll(address, '') });
		}
		expect(answers[0]).toEqual(answers[1]);
		// This server sends no mail: nobody is told to look for a letter.
		expect(answers[0]!.body).toContain('administratör');
		expect(answers[0]!.body).not.toContain('Titta i din e-post');
	});

	test('a stranger’s guesses slow the stranger down and never lock the person out', async () => {
		const { email } = await newcomer();
		const home = visit(proxied, https);
		await home.post('/logga-in?/password', { email, password }, from('192.0.2.1'));
		const guess = (network: string, tried = 'fel lösenord, helt enkelt') =>
			visit(proxied, https).post('/logga-in?/password', { email, password: tried }, from(network));
		for (let index = 0; index < 36; index++) await guess(`203.0.113.${index % 8}`);
		const guesser = await guess('203.0.113.0', password);
		expect([guesser.status, guesser.headers['set-cookie']]).toEqual([422, undefined]);
		const known = await home.post('/logga-in?/password', { email, password }, from('203.0.113.0'));
		expect(known.status).toBe(303);
		expect((await guess('192.0.2.44', password)).status).toBe(303);
	});

	test('a forged X-Forwarded-For makes nobody somebody else where no proxy is configured', async () => {
		const { email } = await newcomer();
		const bodies = [];
		for (let index = 0; index < 8; index++) {
			const form = { email, password: 'fel lösenord, helt enkelt' };
			bodies.push((await visit(server).post('/logga-in?/password', form, from(`203.0.113.${index}`))).body);
		}
		expect(bodies.at(-1)).not.toBe(bodies[0]);
		const { status } = await visit(server).post(
			'/logga-in?/password',
			{ email, password },
			from('192.0.2.9')
		);
		expect(status).toBe(422);
	});
});
