import { describe, expect, test } from 'vitest';
import { createTestContext, onBothEngines, type TestContext } from '#tests/support/context.ts';
import { createStaff } from '#tests/support/people.ts';
import { hashPassword, isPassword } from './password-hash.ts';
import { readSession } from './sessions.ts';
import { signIn, type SignInInput } from './sign-in.ts';

const password = 'regn mot plåttak';
let source = 0;
const newSource = () => `source ${++source}`;

async function createPersonWithPassword(ctx: TestContext): Promise<string> {
	const { personId, email } = await createStaff(ctx, { role: 'editor', placeCode: '1785' });
	const passwordHash = await hashPassword(password);
	await ctx.db.updateTable('person').set({ passwordHash }).where('id', '=', personId).execute();
	return email;
}

const attempt = (ctx: TestContext, input: Partial<SignInInput>) =>
	signIn(ctx, { email: '', password, source: newSource(), device: 'Firefox, Linux', ...input });

/** `ok` or the problem's code. */
const outcomeOf = async (ctx: TestContext, input: Partial<SignInInput>) => {
	const outcome = await attempt(ctx, input);
	return outcome.ok ? 'ok' : outcome.problems[0]!.code;
};

onBothEngines('signing in', (createContext) => {
	test('gives a session to the person with the right password, however the address is written', async () => {
		const ctx = await createContext();
		const email = await createPersonWithPassword(ctx);
		const outcome = await attempt(ctx, { email: `  ${email.toUpperCase()} ` });
		expect(outcome).toMatchObject({ ok: true, value: { needs: null } });
		if (!outcome.ok) return;
		expect(await readSession(ctx, outcome.value.token)).toMatchObject({ actor: { name: 'Kim Exempel' } });
		expect(JSON.stringify(await ctx.db.selectFrom('knownDevice').selectAll().execute())).not.toContain(
			outcome.value.deviceProof
		);
	});

	test('answers an unknown address, a person without a password and a wrong password alike', async () => {
		const ctx = await createContext();
		const email = await createPersonWithPassword(ctx);
		const { email: without } = await createStaff(ctx, { role: 'reader', placeCode: '1785' });
		const answers = [
			await attempt(ctx, { email, password: 'inte rätt lösenord' }),
			await attempt(ctx, { email: 'nobody@example.se' }),
			await attempt(ctx, { email: without }),
			await attempt(ctx, { email: 'ingen adress' }),
			await attempt(ctx, { email, password: '' })
		];
		for (const answer of answers) expect(answer).toEqual(answers[0]);
		expect(answers[0]).toMatchObject({ ok: false, problems: [{ at: '', code: 'wrong' }] });
	});

	test('slows down guessing at one account from one network, known or not, and nobody else', async () => {
		const ctx = await createContext();
		const email = await createPersonWithPassword(ctx);
		for (const account of [email, 'unknown.person@example.se']) {
			const from = newSource();
			const guess = () => outcomeOf(ctx, { email: account, password: 'fel fel fel fel', source: from });
			const answers = [];
			for (let guesses = 0; guesses < 7; guesses++) answers.push(await guess());
			expect(answers).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'wait', 'wait']);
			expect(await outcomeOf(ctx, { email: account, source: from })).toBe('wait');
		}
		expect(await outcomeOf(ctx, { email })).toBe('ok');
	});

	test("never locks a person out by somebody else's guesses", async () => {
		const ctx = await createContext();
		const email = await createPersonWithPassword(ctx);
		const home = newSource();
		const before = await attempt(ctx, { email, source: home });
		const deviceProof = before.ok ? before.value.deviceProof : '';
		for (let network = 0; network < 12; network++) {
			const from = newSource();
			for (let guesses = 0; guesses < 6; guesses++)
				await attempt(ctx, { email, password: 'gissning nummer x', source: from });
		}
		for (let guesses = 0; guesses < 8; guesses++)
			await attempt(ctx, { email, password: 'gissning nummer y', source: home });
		expect(await outcomeOf(ctx, { email, source: home })).toBe('wait');
		expect(await outcomeOf(ctx, { email, source: home, deviceProof })).toBe('ok');
		expect(await outcomeOf(ctx, { email })).toBe('ok');
	});

	test('leaves each new network one guess while an account is attacked from many', async () => {
		const ctx = await createContext();
		const email = await createPersonWithPassword(ctx);
		for (let network = 0; network < 30; network++)
			await attempt(ctx, { email, password: 'gissning nummer z', source: newSource() });
		const from = newSource();
		expect(await outcomeOf(ctx, { email, password: 'en till gissning', source: from })).toBe('wrong');
		expect(await outcomeOf(ctx, { email, source: from })).toBe('wait');
		expect(await outcomeOf(ctx, { email })).toBe('ok');
	});

	test('takes the proof of a browser for its own person only', async () => {
		const ctx = await createContext();
		const email = await createPersonWithPassword(ctx);
		const other = await createPersonWithPassword(ctx);
		const signedIn = await attempt(ctx, { email: other });
		const deviceProof = signedIn.ok ? signedIn.value.deviceProof : '';
		const from = newSource();
		const wrong = { email, password: 'fel fel fel fel', source: from, deviceProof };
		for (let guesses = 0; guesses < 5; guesses++) await attempt(ctx, wrong);
		expect(await outcomeOf(ctx, wrong)).toBe('wait');
	});

	test('an office behind one address signs in, also when some mistype', async () => {
		const ctx = await createContext();
		const office = newSource();
		const emails = await Promise.all(Array.from({ length: 8 }, () => createPersonWithPassword(ctx)));
		for (const email of emails) {
			for (let mistakes = 0; mistakes < 4; mistakes++)
				expect(await outcomeOf(ctx, { email, password: 'skrev lite fel', source: office })).toBe('wrong');
			expect(await outcomeOf(ctx, { email, source: office })).toBe('ok');
		}
	});
});

/** Milliseconds of one core that some work takes; the least of several tries, since others use the machine too. */
async function leastWork(times: number, work: (round: number) => Promise<unknown>): Promise<number> {
	const costs: number[] = [];
	for (let round = 0; round < times; round++) {
		const before = process.cpuUsage();
		await work(round);
		const { user, system } = process.cpuUsage(before);
		costs.push((user + system) / 1000);
	}
	return Math.min(...costs);
}

describe('the work of a sign-in', () => {
	test('is the same for an unknown address as for a wrong password', async () => {
		const ctx = await createTestContext('sqlite');
		const email = await createPersonWithPassword(ctx);
		const guess = (account: string) => attempt(ctx, { email: account, password: 'fel fel fel fel' });
		await guess(email);
		const known = await leastWork(12, () => guess(email));
		const unknown = await leastWork(12, (round) => guess(`nobody${round}@example.se`));
		expect(unknown / known).toBeGreaterThan(0.7);
		expect(unknown / known).toBeLessThan(1.4);
	});

	test('costs at most 60 ms of one core for checking the password', async () => {
		const stored = await hashPassword(password);
		expect(await leastWork(7, () => isPassword(password, stored))).toBeLessThanOrEqual(60);
	});

	test('takes a password however its letters are composed', async () => {
		const stored = await hashPassword('blåbärspaj på tisdag'.normalize('NFC'));
		expect(await isPassword('blåbärspaj på tisdag'.normalize('NFD'), stored)).toBe(true);
	});
});
