import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { isPostgres } from '#lib/server/db/lock.ts';
import { onBothEngines, type TestContext } from '#tests/support/context.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { changePassword } from './change-password.ts';
import { completeSetup } from './complete-setup.ts';
import { invitePerson } from './invite-person.ts';
import { issueResetLink } from './issue-reset-link.ts';
import { issueSetupLink } from './issue-setup-link.ts';
import { passSecondFactor } from './sessions.ts';
import { issueSignInLink } from './sign-in-links.ts';
import { signIn } from './sign-in.ts';

const lastOf = (path: string | null) => path!.split('/').at(-1)!;
const device = 'Firefox, Linux';

/** Everything the database holds, as text: the bytes of the file on SQLite, every row on PostgreSQL. */
async function contentOf(ctx: TestContext): Promise<string> {
	if (!isPostgres(ctx.db))
		return [ctx.location, `${ctx.location}-wal`].map((file) => readFileSync(file, 'latin1')).join('');
	const tables = await ctx.db.introspection.getTables();
	const rows = await Promise.all(
		tables.map(({ name }) => sql`select * from ${sql.table(name)}`.execute(ctx.db))
	);
	return JSON.stringify(rows.map((result) => result.rows));
}

function valueOf<T>(outcome: { ok: true; value: T } | { ok: false; problems: unknown }): T {
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
	return outcome.value;
}

onBothEngines('a whole working day', (createContext) => {
	test('leaves no token and no password in the database or in the log', async () => {
		const lines: unknown[] = [];
		const keep = (...line: unknown[]) => void lines.push(line);
		const ctx: TestContext = await createContext();
		ctx.log = { debug: keep, info: keep, warn: keep, error: keep };
		const passwords = ['planted marker one', 'planted marker two', 'planted marker three'] as const;
		const email = 'kim.planted@example.se';
		const tokens = [lastOf(await issueSetupLink(ctx))];
		const { session } = valueOf(
			await completeSetup(ctx, {
				...{ token: tokens[0]!, municipality: 'Säffle', sender: '', contactPhone: '', device },
				...{ contactEmail: 'contact@example.se', name: 'Kim Exempel', email, password: passwords[0] }
			})
		);
		const strong = await ctx.db.transaction().execute((trx) => passSecondFactor(trx, ctx, session.token));
		const asKim = { ...ctx, now: ctx.now, actor: strong.actor };
		const wanted = { email: 'robin@example.se', placeCode: '1785', role: 'editor' } as const;
		const { path } = valueOf(await invitePerson(asKim, { ...wanted, origin: 'https://x.example' }));
		const newcomer = { token: lastOf(path), name: 'Robin', password: passwords[1], device };
		const robin = valueOf(await acceptInvitation({ ...ctx, actor: { kind: 'visitor' } }, newcomer));
		const reset = lastOf(await issueResetLink(asKim, robin.actor.personId));
		const link = lastOf(await issueSignInLink(ctx, robin.actor.personId));
		const input = { email, source: 'secrets test', device };
		expect((await signIn(ctx, { ...input, password: 'planted marker wrong' })).ok).toBe(false);
		const again = valueOf(await signIn(ctx, { ...input, password: passwords[0] }));
		const change = { token: strong.token, current: passwords[0], password: passwords[2] };
		const changed = valueOf(await changePassword(asKim, change));
		tokens.push(
			session.token,
			session.deviceProof,
			strong.token,
			lastOf(path),
			robin.token,
			robin.deviceProof
		);
		tokens.push(reset, link, again.token, again.deviceProof, changed.token);

		expect(new Set(tokens).size).toBe(12);
		const content = await contentOf(ctx);
		const logged = JSON.stringify(lines);
		for (const secret of [...tokens, 'planted marker']) {
			expect(content.includes(secret), secret).toBe(false);
			expect(logged.includes(secret), secret).toBe(false);
		}
		expect(lines.length).toBeGreaterThan(0);
		expect(logged).not.toContain('@');
		expect(content).toContain(email);
	});
});
