import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mayDo, type Permission } from '#lib/accounts/permission.ts';
import { roles } from '#lib/server/role.ts';
import { ask, difference, lasting, type Answer, type Asking } from '#tests/support/route-answer.ts';
import type { Aim, Decision } from '#tests/support/route-decision.ts';
import { decisions, ofPlaces } from '#tests/support/route-decisions.ts';
import { listRoutes } from '#tests/support/route-list.ts';
import { startServer, type ServerProcess } from '#tests/support/server-process.ts';
import {
	above,
	addCast,
	foreign,
	nothing,
	own,
	plant,
	prepareInstallation,
	uproot,
	type Installation,
	type Member,
	type Target
} from '#tests/support/staff-cast.ts';

let folder: string;
let server: ServerProcess;
let installation: Installation;
let cast: Member[];

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'lyhord-matrix-'));
	installation = await prepareInstallation(folder);
	cast = await addCast(installation.ctx);
	server = await startServer(folder);
});
afterAll(async () => {
	await server.kill('SIGTERM');
	await installation.ctx.db.destroy();
	rmSync(folder, { recursive: true, force: true });
});

const paths: Record<string, string[]> = {
	[own]: [own, above, 'pr-bergslagen', 'se'],
	[above]: [above, 'pr-bergslagen', 'se'],
	[foreign]: [foreign, 'lpo-mora', 'pr-bergslagen', 'se']
};

const entries = Object.entries(decisions);
const isWorkspace = (name: string) => /^\w+ \/arbete(\/|\?|$)/.test(name);

type Aimed = Extract<Decision, { aim: (target: Target) => Aim }>;
const allowedIn = ({ role, placeCode }: Member, permission: Permission, path: string[]): boolean =>
	role !== null && mayDo([{ role, placeCode, through: 'invitation' }], permission, path);

describe('the decision table', () => {
	test('has a decision for every route and none for a route that is not there', () => {
		expect(Object.keys(decisions).sort()).toEqual(listRoutes());
	});
});

describe('what residents see', () => {
	const publicOnes = entries.flatMap(([name, decision]) =>
		decision.who === 'everybody' ? [{ name, ...decision }] : []
	);
	test.each(publicOnes)('$name is for everybody, and without cookies', async ({ name, aim, gives }) => {
		const { logoId, seriesId } = await plant(installation.ctx, own);
		const { code, slug } = installation.dialogue;
		const [method = ''] = name.split(' ');
		const asked = aim({ code, slug, logoId, seriesId });
		const signedOut = await ask(server, asked, { method });
		expect(signedOut.status).toBe(gives);
		expect(signedOut.cookies).toEqual([]);
		const administrator = cast.find(({ role }) => role === 'administrator')!;
		const signedIn = await ask(server, asked, { method, token: administrator.token });
		/** A form's key is random, and its mark is another each second. */
		const withoutMarks = (answer: Answer) => ({
			...answer,
			headers: lasting(answer.headers),
			body: answer.body.replaceAll(/name="(key|made)" value="[^"]*"/g, '')
		});
		expect(difference(withoutMarks(signedIn), withoutMarks(signedOut))).toBeNull();
	});
});

/** An address of the workspace where nothing is, as deep as another: pages name their files relative to themselves. */
const nowhereLike = ({ path, form }: Aim): Aim => {
	const deep = path.split('?')[0]!.split('/').length - 2;
	const nowhere = `/arbete${'/-'.repeat(deep)}`;
	return form ? { path: nowhere, form } : { path: nowhere };
};

const nowhere = new Map<string, Promise<Answer>>();

/** The answer of an address of nothing; each is asked for once. */
function askNowhere(aim: Aim, asking: Asking): Promise<Answer> {
	const key = JSON.stringify([aim, asking]);
	const known = nowhere.get(key) ?? ask(server, aim, asking);
	nowhere.set(key, known);
	return known;
}

/** The answers that a member must not be able to tell apart: something forbidden, nothing, and an address of nothing. */
async function leaks({ aim }: Aimed, target: Target, member: Member): Promise<string | null> {
	const asked = aim(target);
	const absent = aim(nothing());
	for (const accept of asked.form ? ['text/html', 'application/json'] : ['text/html']) {
		const asking = { token: member.token, accept };
		const answer = await ask(server, asked, asking);
		if (answer.status !== 404 && accept === 'text/html') return `${answer.status} instead of 404`;
		const found = difference(answer, await ask(server, absent, asking));
		if (found) return `unlike what is absent: ${found}`;
		const other = difference(answer, await askNowhere(nowhereLike(asked), asking));
		if (other) return `unlike an address of nothing: ${other}`;
	}
	if (asked.form) return null;
	const data = ({ path }: Aim) => ({ path: path.replace(/(\?|$)/, '/__data.json$1') });
	const asking = { token: member.token, accept: 'application/json' };
	const found = difference(await ask(server, data(asked), asking), await ask(server, data(absent), asking));
	return found && `its data is unlike what is absent: ${found}`;
}

async function wrongs(member: Member, placeCode: string): Promise<string[]> {
	const target = await plant(installation.ctx, placeCode);
	const found: string[] = [];
	const note = (name: string, wrong: string | null) => {
		if (wrong) found.push(`${member.name}, ${name} in ${placeCode}: ${wrong}`);
	};
	const isAllowed = ({ who }: { who: Permission }) => allowedIn(member, who, paths[placeCode]!);
	// What is forbidden changes nothing and is tried first, several at a time; what is allowed has its order.
	const forbidden = ofPlaces.filter(([, decision]) => !isAllowed(decision));
	const lane = async () => {
		for (let one = forbidden.pop(); one; one = forbidden.pop())
			note(one[0], await leaks(one[1], target, member));
	};
	await Promise.all(Array.from({ length: 6 }, lane));
	for (const [name, decision] of ofPlaces) {
		if (!isAllowed(decision)) continue;
		const { status } = await ask(server, decision.aim(target), { token: member.token });
		note(name, status === decision.gives ? null : `${status} instead of ${decision.gives}`);
	}
	await uproot(installation.ctx, target);
	return found;
}

const inPlaces = [...roles.map((role) => ({ role, at: own })), ...roles.map((role) => ({ role, at: above }))];

describe('what staff do in places', () => {
	const memberOf = (role: string, at: string) =>
		cast.find((one) => one.role === role && one.placeCode === at && one.owes === null)!;

	test.each(inPlaces)(
		'a $role of $at gets what the table says, and nothing else is there',
		async ({ role, at }) => {
			const member = memberOf(role, at);
			const found: string[] = [];
			for (const placeCode of [own, above, foreign]) found.push(...(await wrongs(member, placeCode)));
			expect(found, found.join('\n')).toEqual([]);
		}
	);

	test('somebody without any role finds nothing', async () => {
		const member = cast.find(({ role }) => role === null)!;
		const found = await wrongs(member, own);
		expect(found, found.join('\n')).toEqual([]);
	});
});

describe('who is not through the door', () => {
	const inside = entries.filter(([name]) => isWorkspace(name)) as [string, Aimed][];
	const strangers = [
		{ who: 'a visitor', token: () => undefined, to: '/logga-in' },
		{ who: 'a stranger with a made-up session', token: () => 'A'.repeat(22), to: '/logga-in' },
		{
			who: 'an administrator who owes the second step',
			token: () => cast.find(({ owes }) => owes === 'second-factor')!.token,
			to: '/logga-in/tvasteg'
		},
		...(['administrator', 'publisher'] as const).map((role) => ({
			who: `a ${role} without a second factor`,
			token: () => cast.find((one) => one.owes === 'enrol' && one.role === role)!.token,
			to: '/arbete/konto'
		}))
	];

	test.each(strangers)('$who is sent to $to from every page of the workspace', async ({ token, to }) => {
		const wrong: string[] = [];
		// Nothing happens to it, whatever is asked.
		const target = await plant(installation.ctx, own);
		for (const [name, { who, aim, gives }] of inside) {
			if (to === '/arbete/konto' && who === 'own-account') continue;
			for (const aimed of [aim(target), aim(nothing())]) {
				const { status, location, body } = await ask(server, aimed, { token: token() });
				const sent = status === 303 && location?.split('?')[0] === to && body === '';
				if (!sent) wrong.push(`${name}: ${status} ${location} (${gives})`);
			}
		}
		await uproot(installation.ctx, target);
		expect(wrong, wrong.join('\n')).toEqual([]);
	});
});

describe('what everybody signed in has', () => {
	const accounts = entries.filter(([, { who }]) => ['own-account', 'staff', 'nobody'].includes(who)) as [
		string,
		Aimed
	][];
	const signedIn = ['reader', 'administrator', 'enrolling', 'nobody'] as const;

	test.each(signedIn)('a %s has their own account, and nobody else’s', async (who) => {
		const member = cast.find(({ role, owes }) =>
			who === 'enrolling' ? owes === 'enrol' : who === 'nobody' ? role === null : role === who && !owes
		)!;
		const others = await plant(installation.ctx, own);
		const wrong: string[] = [];
		for (const [name, decision] of accounts) {
			if (who === 'enrolling' && decision.who !== 'own-account') continue;
			const answer = await ask(server, decision.aim(others), { token: member.token });
			if (answer.status !== decision.gives)
				wrong.push(`${name}: ${answer.status} instead of ${decision.gives}`);
			if (answer.status !== 404) continue;
			const found = difference(answer, await ask(server, decision.aim(nothing()), { token: member.token }));
			if (found) wrong.push(`${name}: somebody else's is unlike nobody's: ${found}`);
		}
		expect(wrong, wrong.join('\n')).toEqual([]);
	});
});

describe('the way in', () => {
	const ways = entries.flatMap(([name, decision]) =>
		decision.who === 'sign-in' ? [{ name, ...decision }] : []
	);
	test.each(ways)('$name answers a visitor', async ({ aim, gives }) => {
		expect((await ask(server, aim())).status).toBe(gives);
	});

	const links = entries.flatMap(([name, decision]) =>
		decision.who === 'link' ? [{ name, ...decision }] : []
	);
	test.each(links)('$name: without the link there is nothing, whoever asks', async ({ aim, gives }) => {
		const administrator = cast.find(({ role }) => role === 'administrator')!;
		for (const token of [undefined, administrator.token]) {
			const tried = ['A'.repeat(22), nothing().personId, nothing().sessionId, 'finns-inte'];
			const answers = [];
			for (const guess of tried) answers.push(await ask(server, aim(guess), { token }));
			expect(answers.map(({ status }) => status)).toEqual(tried.map(() => gives));
			// The address itself stands in the links to the same page in other languages.
			const plain = answers.map((answer, index) => ({
				...answer,
				headers: lasting(answer.headers),
				body: answer.body.replaceAll(tried[index]!, '')
			}));
			for (const answer of plain) expect(difference(answer, plain[0]!)).toBeNull();
		}
	});

	test.each(['inbjudan', 'aterstall', 'installera'])(
		'a link to /%s that does not work says so, and where to go',
		async (way) => {
			const { status, body } = await ask(server, { path: `/${way}/${'A'.repeat(22)}` });
			expect(status).toBe(404);
			expect(body).toMatch(/<h1[^>]*>Länken fungerar inte/);
			expect(body).toMatch(/<main[^]*utbytt mot en ny[^]*href="[./]*(logga-in|aterstall)"[^]*<\/main>/);
		}
	);
});
