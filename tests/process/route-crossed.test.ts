import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, difference } from '#tests/support/route-answer.ts';
import type { Aim } from '#tests/support/route-decision.ts';
import { decisions, ofPlaces } from '#tests/support/route-decisions.ts';
import { startServer, type ServerProcess } from '#tests/support/server-process.ts';
import {
	addMember,
	foreign,
	nothing,
	own,
	plant,
	prepareInstallation,
	uproot,
	type Installation,
	type Target
} from '#tests/support/staff-cast.ts';

let folder: string;
let server: ServerProcess;
let installation: Installation;
/** Of an administrator of Säffle. */
let token: string;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'lyhord-crossed-'));
	installation = await prepareInstallation(folder);
	token = (await addMember(installation.ctx, { role: 'administrator' })).token;
	server = await startServer(folder);
});
afterAll(async () => {
	await server.kill('SIGTERM');
	await installation.ctx.db.destroy();
	rmSync(folder, { recursive: true, force: true });
});

/** Requests at one's own place about something of another place, as they are with the ids of either. */
const crossed: { name: string; aim: (there: Target, here: Target) => Aim }[] = [
	{
		name: 'taking back an invitation',
		aim: ({ invitationId }) => ({
			path: `/arbete/personer?plats=${own}&/revoke`,
			form: { placeCode: own, id: invitationId }
		})
	},
	{
		name: 'inviting',
		aim: ({ placeCode }) => ({
			path: `/arbete/personer?plats=${own}&/invite`,
			form: { placeCode, role: 'reader', email: 'kim@example.se' }
		})
	},
	{
		name: 'taking a logo away',
		aim: ({ logoId }) => ({ path: `/arbete/installningar/${own}?/removeLogo`, form: { id: logoId } })
	},
	{
		name: 'removing an organisation',
		aim: ({ organisationId }) => ({
			path: `/arbete/installningar/${own}/inloggning?/remove`,
			form: { id: organisationId }
		})
	},
	{
		name: 'changing an organisation',
		aim: ({ organisationId }) => ({
			path: `/arbete/installningar/${own}/inloggning?/save`,
			form: { id: organisationId, name: 'x', issuer: 'https://x.invalid', clientId: 'x', clientSecret: 'x' }
		})
	},
	{
		name: 'making a reset link',
		aim: ({ personId }) => ({
			path: `/arbete/personer/${personId}?plats=${own}&i=${own}&roll=reader&/reset`,
			form: {}
		})
	},
	{
		name: 'changing a role',
		aim: ({ personId }) => ({
			path: `/arbete/personer/${personId}?plats=${own}&i=${own}&roll=reader&/role`,
			form: { role: 'administrator' }
		})
	},
	{
		name: 'changing a role in another place',
		aim: ({ placeCode }, { personId }) => ({
			path: `/arbete/personer/${personId}?plats=${own}&i=${placeCode}&roll=reader&/role`,
			form: { role: 'administrator' }
		})
	},
	{
		name: 'ending a membership',
		aim: ({ personId }) => ({
			path: `/arbete/personer/${personId}/avsluta?plats=${own}&i=${own}&roll=reader`,
			form: {}
		})
	}
];

describe('an administrator who names something of another place at their own', () => {
	test.each(crossed)('$name: it is as if it were not there', async ({ aim }) => {
		const here = await plant(installation.ctx, own);
		const there = await plant(installation.ctx, foreign);
		const answer = await ask(server, aim(there, here), { token });
		expect(answer.status).toBe(404);
		expect(difference(answer, await ask(server, aim(nothing(), here), { token }))).toBeNull();
		for (const target of [here, there]) await uproot(installation.ctx, target);
	});
});

/** What is sent from a page that everybody signed in has names its place in the form, not in the address. */
const isOnPageOfAllStaff = (name: string): boolean =>
	decisions[`GET ${name.replace(/^\w+ |\?.*$/g, '')}`]?.who === 'staff';

describe('other methods', () => {
	const methods = ['HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'];
	test.each(methods)('%s tells nobody what is there', async (method) => {
		const there = await plant(installation.ctx, foreign);
		const wrong: string[] = [];
		for (const [name, { aim }] of ofPlaces.filter(([name]) => !isOnPageOfAllStaff(name))) {
			const { path } = aim(there);
			const absent = aim(nothing());
			const answer = await ask(server, { path }, { token, method });
			const found = difference(answer, await ask(server, { path: absent.path }, { token, method }));
			if (found || answer.status === 200) wrong.push(`${name}: ${answer.status} ${found}`);
		}
		await uproot(installation.ctx, there);
		expect(wrong, wrong.join('\n')).toEqual([]);
	});
});
