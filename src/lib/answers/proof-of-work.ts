/** What a sender has to work out before one answer is taken, when very many come from the same network. */
export interface Challenge {
	/** Binds the work to the dialogue and the sheet's key; 22 characters of base64url. */
	salt: string;
	/** How many zero bits the hash begins with; each doubles the work. */
	bits: number;
	/** The last second it may be used in, seconds since 1970. */
	expires: number;
}

/** A solved challenge. */
export interface Proof extends Challenge {
	/** What makes the hash begin with zeros. */
	nonce: string;
}

/** The form of a proof: the challenge as text, a dot and what was found. */
export const proofPattern = /^(\d{1,2})\.(\d{1,12})\.([A-Za-z0-9_-]{22})\.([a-z0-9]{1,12})$/;

/** A challenge as one word, the beginning of its proof. */
export const challengeText = ({ bits, expires, salt }: Challenge): string => `${bits}.${expires}.${salt}`;

/** Reads a proof; undefined for anything else. */
export function readProof(text: string): Proof | undefined {
	const [, bits, expires, salt, nonce] = proofPattern.exec(text) ?? [];
	if (salt === undefined || nonce === undefined) return undefined;
	return { salt, bits: Number(bits), expires: Number(expires), nonce };
}

const fraction = (value: number): number => ((value % 1) * 2 ** 32) | 0;

function primes(count: number): number[] {
	const found: number[] = [];
	for (let number = 2; found.length < count; number++)
		if (found.every((prime) => number % prime)) found.push(number);
	return found;
}

const rounds = primes(64).map((prime) => fraction(prime ** (1 / 3)));
const beginning = primes(8).map((prime) => fraction(prime ** 0.5));
const words = new Int32Array(64);
const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** The words of one block: the text, a one bit, zeros and the length in bits. */
function fillWords(text: string): void {
	words.fill(0);
	for (let at = 0; at <= text.length; at++)
		words[at >> 2]! |= (at < text.length ? text.charCodeAt(at) : 128) << (24 - 8 * (at & 3));
	words[15] = text.length * 8;
	for (let at = 16; at < 64; at++) {
		const early = words[at - 15]!;
		const late = words[at - 2]!;
		words[at] =
			words[at - 16]! +
			words[at - 7]! +
			(turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)) +
			(turn(late, 17) ^ turn(late, 19) ^ (late >>> 10));
	}
}

/**
 * The first 32 bits of the SHA-256 of a text of at most 55 ASCII characters, without Web Crypto: that one is missing
 * on plain http, and slower for many short texts.
 */
export function firstWord(text: string): number {
	fillWords(text);
	let [a, b, c, d, e, f, g, h] = beginning as [
		number,
		number,
		number,
		number,
		number,
		number,
		number,
		number
	];
	for (let at = 0; at < 64; at++) {
		const sum =
			h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + rounds[at]! + words[at]!;
		const more = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
		h = g;
		g = f;
		f = e;
		e = (d + sum) | 0;
		d = c;
		c = b;
		b = a;
		a = (sum + more) | 0;
	}
	return (a + beginning[0]!) | 0;
}

/** Long enough to get on, short enough that a page still scrolls. */
const sliceMs = 20;

/** Works out the proof of a challenge (as text), in slices between which other things happen. */
export async function solve(challenge: string): Promise<string> {
	const bits = parseInt(challenge);
	let began = performance.now();
	for (let nonce = 0; ; nonce++) {
		const proof = `${challenge}.${nonce.toString(36)}`;
		if (Math.clz32(firstWord(proof)) >= bits) return proof;
		if (nonce % 256 || performance.now() - began < sliceMs) continue;
		await new Promise((resolve) => setTimeout(resolve));
		began = performance.now();
	}
}
