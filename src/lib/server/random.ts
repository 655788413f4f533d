import { createHmac, randomBytes, randomInt } from 'node:crypto';

/** Randomness as an input: real in service, seeded in tests and in the demonstration. */
export interface Random {
	/** `length` random bytes. */
	bytes(length: number): Buffer;
	/** A whole number, uniform in `least..most`, both included. */
	integer(least: number, most: number): number;
	/** True with the given probability (0–1). */
	chance(probability: number): boolean;
}

const poolSize = 8192;
let pool = Buffer.alloc(0);

/** Random bytes fetched in larger portions, since each fetch costs as much as hundreds of bytes; each is used once. */
function pooledBytes(length: number): Buffer {
	if (length > poolSize) return randomBytes(length);
	if (pool.length < length) pool = randomBytes(poolSize);
	const taken = Buffer.from(pool.subarray(0, length));
	pool.fill(0, 0, length);
	pool = pool.subarray(length);
	return taken;
}

/** The operating system's cryptographic randomness. */
export const secureRandom: Random = {
	bytes: pooledBytes,
	integer: (least, most) => randomInt(least, most + 1),
	chance: (probability) => randomInt(2 ** 32) < probability * 2 ** 32
};

/** A repeatable sequence from a seed (HMAC-SHA-256 in counter mode); never for secrets in service. */
export function seededRandom(seed: string): Random {
	let counter = 0;
	let pool = Buffer.alloc(0);
	const bytes = (length: number): Buffer => {
		while (pool.length < length) {
			const next = createHmac('sha256', seed).update(String(counter++)).digest();
			pool = Buffer.concat([pool, next]);
		}
		const taken = pool.subarray(0, length);
		pool = pool.subarray(length);
		return Buffer.from(taken);
	};
	const unit = () => bytes(6).readUIntBE(0, 6) / 2 ** 48;
	return {
		bytes,
		integer: (least, most) => least + Math.floor(unit() * (most - least + 1)),
		chance: (probability) => unit() < probability
	};
}

/** A new random identifier: 16 bytes, 22 characters of base64url, never in time order. */
export const randomId = (random: Random): string => random.bytes(16).toString('base64url');

/** A new array with the same items in a random order (Fisher–Yates). */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
	const result = [...items];
	for (let last = result.length - 1; last > 0; last--) {
		const other = random.integer(0, last);
		[result[last], result[other]] = [result[other]!, result[last]!];
	}
	return result;
}
