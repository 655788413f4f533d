import { expect, test } from 'vitest';
import type { Cause } from './evidence.ts';
import { drawFishbone, outlineOf } from './fishbone.ts';
import { fittedWords } from './fitted-words.ts';

const cause = (id: string, bone: Cause['bone'], parentId: string | null = null): Cause => ({
	...{ id, placeCode: '1785', bone, text: `Orsak ${id}`, parentId, problemId: 'p', evidenceIds: [] }
});

test('the outline keeps every cause on its bone and below its own', () => {
	const outline = outlineOf([cause('a', 'victim'), cause('b', 'victim', 'a'), cause('c', 'place')]);
	expect(outline.map(({ bone, nodes }) => [bone, nodes.length])).toEqual([
		['victim', 1],
		['offender', 0],
		['place', 1]
	]);
	expect(outline[0]!.nodes[0]!.below.map(({ cause: { id } }) => id)).toEqual(['b']);
});

test('the drawing keeps every line inside its box and no two ribs on top of each other', () => {
	const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].flatMap((id) =>
		(['victim', 'offender', 'place'] as const).map((bone) => cause(`${id}${bone}`, bone))
	);
	const { width, height, bones } = drawFishbone(outlineOf(many));
	for (const { ribs, name } of bones) {
		const ys = ribs.map(({ line }) => line.y1);
		expect(new Set(ys).size).toBe(ys.length);
		for (const { line } of ribs) {
			expect(line.x2).toBeGreaterThanOrEqual(0);
			expect(line.x1).toBeLessThanOrEqual(width);
		}
		expect(name.y).toBeGreaterThan(0);
		expect(name.y).toBeLessThan(height);
	}
});

const room = { width: 176, size: 15, lines: 2 };

test('a cause that is too long for its rib ends with an ellipsis, a word that is too long is parted', () => {
	expect(fittedWords('Mörkt vid bron', room)).toEqual(['Mörkt vid bron']);
	const long = fittedWords('En mycket lång orsak som inte alls får plats på två rader i bilden', room);
	expect(long).toHaveLength(2);
	expect(long[0]).toBe('En mycket lång orsak');
	expect(long[1]).toMatch(/^som inte .*…$/);
	const parted = fittedWords('Gatubelysningsunderhållsplanering', room);
	expect(parted).toHaveLength(2);
	expect(parted[0]).toMatch(/-$/);
	expect(parted.join('').replace('-', '')).toBe('Gatubelysningsunderhållsplanering');
	expect(fittedWords('W'.repeat(80), room).at(-1)).toMatch(/…$/);
	expect(fittedWords('', room)).toEqual(['']);
});
