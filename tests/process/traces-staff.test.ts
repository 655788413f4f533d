import { globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { totpCode } from '#lib/accounts/totp.ts';
import { startServer, type ServerProcess } from '#tests/support/server-process.ts';
import { visit, type Visit } from '#tests/support/staff-visit.ts';

let folder: string;
let server: ServerProcess;
beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'lyhord-traces-staff-'));
	server = await startServer(folder, undefined, { LOG_LEVEL: 'debug', ADDRESS_HEADER: 'x-forwarded-for' });
});
afterEach(async () => {
	await server.kill('SIGKILL');
	rmSync(folder, { recursive: true, force: true });
});

const network = '203.0.113.77';
const sent = { 'x-forwarded-for': network, 'user-agent': 'planted-agent Firefox/130.0 (X11; Linux)' };
const passwords = {
	first: 'planterad fjällko 73 vandrar',
	next: 'planterad älgtjur 81 springer',
	invited: 'planterad björnhona 92 simmar',
	reset: 'planterad vargvalp 64 sover',
	wrong: 'planterad gissning som är fel'
};

/** Everything that must be nowhere. */
const planted = new Map<string, string>(Object.entries(passwords));

function keepCookies(browser: Visit, whose: string): void {
	for (const [name, value] of browser.cookies) planted.set(`${name} of ${whose}: ${value}`, value);
}

/** The way in of a link that a page or the server shows; its token is planted. */
function linkIn(text: string, part: string): string {
	const token = new RegExp(`/${part}/([\\w-]{22})`).exec(text)?.[1];
	if (!token) throw new Error(`no link to ${part} in ${text.slice(0, 2000)}`);
	planted.set(`the token of ${part}`, token);
	return `/${part}/${token}`;
}

/** Sets the installation up, with an authenticator app and recovery codes. @returns the browser and the secret */
async function setUp(): Promise<{ browser: Visit; secret: string; codes: string[] }> {
	const browser = visit(server);
	const link = linkIn(server.output(), 'installera');
	const person = { name: 'Kim Exempel', email: 'kim@example.se', password: passwords.first };
	const place = { municipality: 'Säffle', sender: '', contactEmail: 'trygg@example.se', contactPhone: '' };
	expect((await browser.post(link, { ...person, ...place }, sent)).status).toBe(303);
	keepCookies(browser, 'the set-up');
	await browser.post('/arbete/konto?/startTotp', {}, sent);
	const page = await browser.get('/arbete/konto/app', sent);
	const secret = /\b[A-Z2-7]{4}( ?[A-Z2-7]{4}){7}\b/.exec(page.body)![0].replaceAll(' ', '');
	planted.set('the TOTP secret', secret);
	const code = totpCode(secret, Date.now() - 30_000);
	const enrolled = await browser.post('/arbete/konto/app', { code }, sent);
	const codes = [...enrolled.body.matchAll(/\b[a-z0-9]{4}(?:-[a-z0-9]{4}){3}\b/gi)].map(([text]) => text);
	expect(codes.length).toBe(10);
	for (const one of codes) {
		planted.set(`recovery code ${one}`, one);
		planted.set(`recovery code ${one} without strokes`, one.replaceAll('-', ''));
	}
	keepCookies(browser, 'the enrolment');
	return { browser, secret, codes };
}

async function signIn(form: Record<string, string>, step: { action: string; code: string }): Promise<void> {
	const browser = visit(server);
	await browser.post('/logga-in?/password', { ...form, password: passwords.wrong }, sent);
	expect((await browser.post('/logga-in?/password', form, sent)).headers.location).toContain('tvasteg');
	keepCookies(browser, `sign-in by ${step.action}`);
	await browser.post(`/logga-in/tvasteg?/${step.action}`, { code: '000000' }, sent);
	const through = await browser.post(`/logga-in/tvasteg?/${step.action}`, { code: step.code }, sent);
	expect(through.headers.location).toBe('/arbete');
	keepCookies(browser, `second step by ${step.action}`);
}

/** Invites somebody, who comes, forgets the password and gets a link for a new one. */
async function inviteAndReset(administrator: Visit): Promise<void> {
	const form = { email: 'alex@example.se', role: 'reader', placeCode: '1785' };
	const invited = await administrator.post('/arbete/personer?/invite', form, sent);
	const newcomer = visit(server);
	const answer = { name: 'Alex Exempel', password: passwords.invited };
	expect((await newcomer.post(linkIn(invited.body, 'inbjudan'), answer, sent)).status).toBe(303);
	keepCookies(newcomer, 'the newcomer');
	const people = await administrator.get('/arbete/personer', sent);
	const addresses = [...people.body.matchAll(/\/arbete\/personer\/[\w-]{22}\?[^"]+/g)].map(([address]) =>
		address.replaceAll('&amp;', '&')
	);
	const address = addresses.find((one) => one.includes('roll=reader'))!;
	const issued = await administrator.post(`${address}&/reset`, {}, sent);
	const link = linkIn(issued.body, 'aterstall');
	expect((await visit(server).post(link, { password: passwords.reset }, sent)).status).toBe(303);
}

/** All bytes of the data folder and all that the server printed. */
const bytesOf = (): Record<string, string> => ({
	'the data folder': globSync('**/*', { cwd: folder })
		.map((name) => join(folder, name))
		.filter((name) => statSync(name).isFile())
		.map((name) => readFileSync(name).toString('latin1'))
		.join('\n'),
	'the log': Buffer.from(server.output()).toString('latin1')
});

test('no password, token, secret, code or address is in the data folder or in the log, at level debug', async () => {
	const { browser, secret, codes } = await setUp();
	await inviteAndReset(browser);
	const password = passwords.next;
	const changed = { current: passwords.first, password };
	expect((await browser.post('/arbete/konto?/password', changed, sent)).status).toBe(303);
	keepCookies(browser, 'the password change');
	const person = { email: 'kim@example.se', password };
	await signIn(person, { action: 'totp', code: totpCode(secret, Date.now()) });
	await signIn(person, { action: 'recovery', code: codes[0]! });
	await visit(server).post('/logga-in?/password', { email: 'planterad@example.se', password: 'x' }, sent);
	planted.set('an unknown address', 'planterad@example.se');
	planted.set('the network', network);
	planted.set('the agent', 'planted-agent');

	expect(bytesOf()['the data folder'], 'what is stored is read').toContain('Kim Exempel');
	const { '/installera/': setupLinks, ...found } = leaks();
	expect(found).toEqual({});
	expect(setupLinks, 'the set-up link is printed once, and nothing else of it').toBe(1);
}, 120_000);

/** What was found where; the set-up link may stand in the log, as the line that is printed at the start. */
function leaks(): Record<string, unknown> {
	const found: Record<string, unknown> = {};
	for (const [where, bytes] of Object.entries(bytesOf()))
		for (const [what, text] of planted) {
			const inBytes = Buffer.from(text).toString('latin1');
			const times = bytes.split(inBytes).length - 1;
			if (what === 'the token of installera' && where === 'the log') found['/installera/'] = times;
			else if (times > 0) found[`${what} in ${where}`] = times;
		}
	return found;
}
