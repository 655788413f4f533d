import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tokenHash } from '#lib/accounts/token.ts';
import { saveProfile } from '#lib/workspace/server/save-settings.ts';
import { startServer, type ServerProcess } from '#tests/support/server-process.ts';
import {
	addMember,
	givePassword,
	own,
	plant,
	prepareInstallation,
	type Installation,
	type Member
} from '#tests/support/staff-cast.ts';
import { visit, type Visit } from '#tests/support/staff-visit.ts';

const password = 'blommig fjällko 73 vandrar';
/** What breaks out of text, of an attribute and of a script, were it not written as text. */
const markup = `"'></script><script>alert(1)</script><img src=x onerror=alert(2)>{@html x}`;
const invitationToken = 'I'.repeat(22);

let folder: string;
let installation: Installation;
let server: ServerProcess;
let administrator: Member;
let colleague: string;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'lyhord-injection-'));
	installation = await prepareInstallation(folder);
	const { ctx } = installation;
	const { personId, organisationId, invitationId } = await plant(ctx, own);
	colleague = personId;
	administrator = await addMember(ctx, { role: 'administrator', name: `Kim ${markup}` });
	await saveProfile(ctx, { placeCode: own, sender: markup, contactEmail: null, contactPhone: markup });
	const { db } = ctx;
	await db.updateTable('person').set({ name: markup }).where('id', '=', personId).execute();
	await db.updateTable('placeLogo').set({ alternativeText: markup }).execute();
	await db.updateTable('passkey').set({ name: markup, personId: administrator.personId }).execute();
	await db.updateTable('session').set({ device: markup }).execute();
	await db
		.updateTable('organisation')
		.set({ name: markup, clientId: markup })
		.where('id', '=', organisationId)
		.execute();
	await db
		.updateTable('invitation')
		.set({ invitedBy: markup, tokenHash: tokenHash(invitationToken) })
		.where('id', '=', invitationId)
		.execute();
	await db
		.updateTable('dialogue')
		.set({ title: JSON.stringify({ sv: markup, en: markup }) })
		.execute();
	server = await startServer(folder);
});
afterAll(async () => {
	await server.kill('SIGTERM');
	await installation.ctx.db.destroy();
	rmSync(folder, { recursive: true, force: true });
});

const signedIn = (): Visit => {
	const browser = visit(server);
	browser.cookies.set('session', administrator.token);
	return browser;
};

const asText = (body: string) => {
	expect(body).not.toContain('<script>alert');
	expect(body).not.toContain('<img src=x');
	expect(body).not.toMatch(/="[^"]*"'>/);
};

describe('names and texts with markup in them', () => {
	const encoded = encodeURIComponent(markup);
	const pages: { path: () => string; shows: boolean }[] = [
		{ path: () => '/saffle', shows: true },
		{ path: () => '/saffle/om', shows: false },
		{ path: () => `/saffle/dialog/${installation.dialogue.slug}`, shows: true },
		{ path: () => `/saffle/dialog/${installation.dialogue.slug}/svara`, shows: true },
		{ path: () => `/saffle/dialog/${installation.dialogue.slug}/resultat`, shows: true },
		{ path: () => `/inbjudan/${invitationToken}`, shows: true },
		{ path: () => '/arbete', shows: true },
		{ path: () => '/arbete/konto', shows: true },
		{ path: () => '/arbete/platser', shows: true },
		{ path: () => `/arbete/platser/${own}`, shows: true },
		{ path: () => '/arbete/personer', shows: true },
		{
			path: () => `/arbete/personer/${colleague}?plats=${own}&i=${own}&roll=reader`,
			shows: true
		},
		{ path: () => `/arbete/installningar/${own}`, shows: true },
		{ path: () => `/arbete/installningar/${own}/inloggning`, shows: true },
		{ path: () => '/arbete/logg', shows: true },
		{ path: () => `/?sok=${encoded}`, shows: true },
		{ path: () => `/d?code=${encoded}`, shows: false },
		{ path: () => `/d/${encoded}`, shows: false },
		{ path: () => `/${encoded}`, shows: false },
		{ path: () => `/arbete/${encoded}?x=${encoded}`, shows: false },
		{
			path: () => `/arbete/logg?plats=${own}&person=${encoded}&handelse=${encoded}&fran=${encoded}`,
			shows: false
		},
		{ path: () => `/arbete/personer?klart=${encoded}&plats=${encoded}`, shows: false },
		{ path: () => `/arbete/konto?klart=${encoded}`, shows: false },
		{ path: () => `/arbete/installningar/${own}/inloggning?org=${encoded}`, shows: false },
		{ path: () => `/inbjudan/${encoded}`, shows: false },
		{ path: () => `/aterstall/${encoded}`, shows: false }
	];
	test.each(pages)('are shown as text', async ({ path, shows }) => {
		const { body, status } = await signedIn().get(path());
		expect(status, path()).toBeLessThan(500);
		asText(body);
		if (shows) expect(body, path()).toContain('&lt;script>alert(1)');
		const visitor = await visit(server).get(path());
		asText(visitor.body);
	});

	test.each([
		`/logga-in?vidare=${encoded}&fel=${encoded}&klart=${encoded}`,
		`/en/logga-in?vidare=/arbete/${encoded}`
	])('are shown as text to a visitor at %s', async (path) => {
		const { status, body } = await visit(server).get(path);
		expect(status).toBe(200);
		expect(body).toContain('&lt;script>alert(1)');
		asText(body);
	});

	const forms: { path: () => string; form: Record<string, string> }[] = [
		{ path: () => '/logga-in?/password', form: { email: markup, password: markup } },
		{ path: () => '/aterstall', form: { email: markup } },
		{ path: () => `/inbjudan/${invitationToken}`, form: { name: markup, password: 'x' } },
		{ path: () => '/arbete/konto?/name', form: { name: markup.repeat(5) } },
		{ path: () => '/arbete/personer?/invite', form: { email: markup, role: 'reader', placeCode: own } },
		{ path: () => '/arbete/personer?/invite', form: { email: 'x', role: markup, placeCode: own } },
		{
			path: () => `/arbete/installningar/${own}?/profile`,
			form: { sender: markup.repeat(9), contactEmail: markup }
		},
		{
			path: () => `/arbete/installningar/${own}?/settings`,
			form: { embedOrigins: markup, registryNumber: markup, retentionDays: markup }
		},
		{
			path: () => `/arbete/installningar/${own}/inloggning?/save`,
			form: { name: markup, issuer: markup, clientId: markup, amr: markup }
		},
		{
			path: () => `/saffle/dialog/${installation.dialogue.slug}/svara`,
			form: { 'q.q1': markup, version: markup }
		}
	];
	test.each(forms)('come back as text from a form with something to mend', async ({ path, form }) => {
		const inside = path().startsWith('/arbete');
		const { status, body } = await (inside ? signedIn() : visit(server)).post(path(), form);
		expect([409, 422], path()).toContain(status);
		asText(body);
	});

	test('become no formulas and no new lines in the log as a file', async () => {
		const { body } = await signedIn().get(`/arbete/logg/fil?plats=${own}`);
		for (const line of body.split('\r\n')) expect(line).not.toMatch(/(^|[;,])"?[=+@\t-]/);
	});
});

const lures = [
	...['//evil.example', '///evil.example', '/\\evil.example', '\\\\evil.example', '/\t/evil.example'],
	...['https://evil.example', 'HTTPS:evil.example', 'https:/evil.example', 'javascript:alert(1)'],
	...['data:text/html,x', '/%2f/evil.example', '/%5cevil.example', '%2f%2fevil.example', '/.//evil.example'],
	...['/arbete/../../evil.example', '/arbete//evil.example', '/arbete@evil.example', '@evil.example'],
	...['/arbete/..//evil.example', '/arbete/%2e%2e/%2fevil.example', '/arbete\r\nlocation: //evil.example'],
	...[
		'/logga-ut',
		'/arbeteevil',
		'/api/v1/places',
		'/en//evil.example',
		' //evil.example',
		'/arbete\u2028//evil.example'
	]
];

describe('where sign-in leads', () => {
	const staysHere = (location: string | undefined) => {
		expect(location).toMatch(/^\/(en\/)?arbete([/?]|$)/);
		const { origin, pathname } = new URL(location!, server.origin);
		expect(origin).toBe(server.origin);
		expect(pathname).toMatch(/^\/(en\/)?arbete(\/|$)/);
	};

	test.each(lures)('%j leads nowhere but into the workspace', async (lure) => {
		const vidare = encodeURIComponent(lure);
		const arrived = await signedIn().get(`/logga-in?vidare=${vidare}`);
		expect(arrived.status).toBe(303);
		staysHere(arrived.headers.location);
		staysHere((await signedIn().get(`/en/logga-in/tvasteg?vidare=${vidare}`)).headers.location);
	});

	test('a right password leads no further either', async () => {
		const { ctx } = installation;
		const { personId } = await addMember(ctx, {});
		const email = await givePassword(ctx, personId, password);
		for (const lure of ['//evil.example', '/\\evil.example', 'https://evil.example']) {
			const query = `&vidare=${encodeURIComponent(lure)}`;
			const answer = await visit(server).post(`/logga-in?/password${query}`, { email, password });
			expect(answer.status).toBe(303);
			staysHere(answer.headers.location);
		}
	});

	test('a page of the workspace is come back to', async () => {
		const asked = await visit(server).get('/arbete/logg?plats=1785');
		expect(asked.headers.location).toBe('/logga-in?vidare=%2Farbete%2Flogg%3Fplats%3D1785');
		const { headers } = await signedIn().get(asked.headers.location!);
		expect(headers.location).toBe('/arbete/logg?plats=1785');
	});
});

describe('line breaks in what is sent back', () => {
	const broken = encodeURIComponent('x\r\nx-injected: yes\r\n\r\n<b>');
	const paths = [
		`/logga-in?vidare=/arbete/${broken}`,
		`/logga-in?vidare=${broken}`,
		`/logga-ut?vidare=${broken}`,
		`/arbete/${broken}`,
		`/arbete/platser/${broken}`,
		`/arbete/installningar/${broken}`,
		`/arbete/personer?plats=${broken}`,
		`/arbete/logg/fil?plats=${own}&handelse=${broken}&fran=${broken}`,
		`/d/${broken}`,
		`/d?code=${broken}`,
		`/${broken}`,
		`/en/${broken}`,
		`/saffle/dialog/${broken}/tack/datum.ics`,
		`/logotyp/${broken}`,
		`/logga-in/organisation/${broken}`,
		`/api/v1/dialogues/${broken}`,
		`/api/v1/places?query=${broken}`
	];
	test.each(paths)('%s makes no header', async (path) => {
		for (const browser of [signedIn(), visit(server)]) {
			const { status, headers } = await browser.get(path);
			expect(status).toBeLessThan(500);
			expect(headers).not.toHaveProperty('x-injected');
			expect(JSON.stringify(headers)).not.toMatch(/\\r|\\n/);
		}
	});

	test('a form’s fields make none either', async () => {
		const value = 'x\r\nx-injected: yes';
		const answers = [
			await signedIn().post('/arbete/personer?/revoke', { id: value, placeCode: value }),
			await signedIn().post('/arbete/konto?/name', { name: value }),
			await visit(server).post('/logga-in?/password', { email: value, password: value }),
			await visit(server).post('/aterstall', { email: `kim@example.se${value}` })
		];
		for (const { status, headers } of answers) {
			expect(status).toBeLessThan(500);
			expect(headers).not.toHaveProperty('x-injected');
		}
	});
});

describe('a request to another host', () => {
	test('gets no link to that host', async () => {
		const form = { email: 'alex@example.se', role: 'reader', placeCode: own };
		const evil = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' };
		const { status, body } = await signedIn().post('/arbete/personer?/invite', form, evil);
		expect(status).toBe(200);
		expect(body).toContain(`${server.origin}/inbjudan/`);
		expect(body).not.toContain('evil.example');
		const away = await visit(server).get('/arbete', evil);
		expect(away.headers.location).toBe('/logga-in');
	});
});
