import { hashPassword, isPassword } from '#lib/accounts/server/password-hash.ts';

/** Most CPU time that checking a password may take, milliseconds. */
const most = 60;
const rounds = 40;

const median = (values: number[]): number =>
	values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** CPU milliseconds of the whole process for each of several checks, one after the other. */
async function measure(password: string, passwordHash: string | null): Promise<number[]> {
	const spent: number[] = [];
	for (let round = 0; round < rounds; round++) {
		const before = process.cpuUsage();
		await isPassword(password, passwordHash);
		const { user, system } = process.cpuUsage(before);
		spent.push((user + system) / 1000);
	}
	return spent;
}

const line = (name: string, spent: number[]): string =>
	`${name.padEnd(28)} ${median(spent).toFixed(1).padStart(6)} ms CPU   most ${Math.max(...spent).toFixed(1)} ms`;

/**
 * Measures what checking a password costs the processor: the right one, a wrong one and that of nobody.
 * @returns whether the median of each stays within what is allowed, and nobody's costs as much as somebody's.
 */
export async function benchSignIn(): Promise<boolean> {
	const password = 'blommig fjällko 73 vandrar';
	const passwordHash = await hashPassword(password);
	await measure(password, passwordHash);
	const sides: Record<string, number[]> = {
		'the right password': await measure(password, passwordHash),
		'a wrong password': await measure('en helt annan gissning', passwordHash),
		'a password of nobody': await measure(password, null)
	};
	for (const [name, spent] of Object.entries(sides)) console.log(line(name, spent));
	const medians = Object.values(sides).map(median);
	const ratio = Math.max(...medians) / Math.min(...medians);
	console.log(`at most ${most} ms; the dearest is ${ratio.toFixed(2)} of the cheapest (at most 1.25)`);
	return medians.every((value) => value <= most) && ratio <= 1.25;
}
