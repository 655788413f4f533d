import { hash, verify } from '@node-rs/argon2';

/** argon2id, 19 MiB, two passes: the least that OWASP names, about 50 ms of one core. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of a password that nobody has, for the same work when there is nobody to compare with. */
const nobodys =
	'$argon2id$v=19$m=19456,t=2,p=1$FFMeLDAJ5p3O/ubyNGW2uQ$gl19JoUYR/2YfTXm01Ydv30yAoo5ANYxsv+GVll12Ao';

const mostBytes = 1024;
const plain = (password: string): string => password.normalize('NFKC').slice(0, mostBytes);

/** The argon2id hash of a password, with its salt and cost in it. */
export const hashPassword = (password: string): Promise<string> => hash(plain(password), cost);

/** Whether a password is the one; does the same work and says no when there is no hash. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
	const fits = await verify(passwordHash ?? nobodys, plain(password), cost);
	return fits && passwordHash !== null;
}
