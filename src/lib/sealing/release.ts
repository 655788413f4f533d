import { createHash } from 'node:crypto';

/** What is chained: one step of the public record. */
export interface ReleaseBody {
	/** 1 for the first release of a dialogue. */
	seq: number;
	/** Calendar day, `YYYY-MM-DD`. */
	day: string;
	/** What the release added, canonical JSON. */
	content: string;
}

export interface ChainedRelease extends ReleaseBody {
	/** The hash of the release before; empty for the first. */
	previous: string;
	hash: string;
}

function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (value === null || typeof value !== 'object') return value;
	const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	return Object.fromEntries(fields.map(([key, field]) => [key, sorted(field)]));
}

/** JSON with sorted keys and without spaces: equal values give equal text. `undefined` fields are left out. */
export const canonicalJson = (value: unknown): string => JSON.stringify(sorted(value));

/** SHA-256, hex, over the hash before and the release itself. */
export const releaseHash = (previous: string, { seq, day, content }: ReleaseBody): string =>
	createHash('sha256').update(canonicalJson({ previous, seq, day, content })).digest('hex');

/** Whether the releases, from the first and in order, are complete and unchanged. */
export function verifyChain(releases: readonly ChainedRelease[]): boolean {
	let previous = '';
	for (const [index, release] of releases.entries()) {
		const follows = release.seq === index + 1 && release.previous === previous;
		if (!follows || release.hash !== releaseHash(previous, release)) return false;
		previous = release.hash;
	}
	return true;
}
