import { expect, test } from 'vitest';
import { canonicalJson, releaseHash, verifyChain, type ChainedRelease } from './release.ts';

function chain(length: number): ChainedRelease[] {
	const releases: ChainedRelease[] = [];
	for (let seq = 1; seq <= length; seq++) {
		const body = { seq, day: '2027-03-01', content: canonicalJson({ n: seq * 7 }) };
		const previous = releases.at(-1)?.hash ?? '';
		releases.push({ ...body, previous, hash: releaseHash(previous, body) });
	}
	return releases;
}

test('equal values give equal text whatever the order of their keys', () => {
	expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'å' })).toBe('{"a":"å","b":[{"c":null,"d":1}]}');
	expect(canonicalJson({ a: undefined, b: 1 })).toBe(canonicalJson({ b: 1 }));
});

test('the hash of a release never changes between versions', () => {
	expect(releaseHash('', { seq: 1, day: '2027-03-01', content: '{}' })).toMatchInlineSnapshot(
		`"22d5d46ac03a05b56d5a1b1de0a7d4f5f523ae1c0e1623ca8ee04d699fd80837"`
	);
});

test('an untouched chain is accepted', () => {
	expect(verifyChain([])).toBe(true);
	expect(verifyChain(chain(5))).toBe(true);
});

test.each<[string, (releases: ChainedRelease[]) => void]>([
	['a changed number', (releases) => (releases[2]!.content = '{"n":22}')],
	['a changed day', (releases) => (releases[0]!.day = '2027-03-02')],
	['a release taken out', (releases) => releases.splice(1, 1)],
	['the first one taken out', (releases) => releases.shift()],
	['two in the wrong order', (releases) => releases.push(releases.shift()!)],
	['a changed hash', (releases) => (releases[4]!.hash = releases[3]!.hash)]
])('%s is noticed', (_, change) => {
	const releases = chain(5);
	change(releases);
	expect(verifyChain(releases)).toBe(false);
});
