import { expect, test } from 'vitest';
import type { Cause } from './evidence.ts';
import { drawFishbone, outlineOf, twoLines } from './fishbone.ts';

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
	expect(twoLines('En mycket lång orsak som inte alls får plats på två rader i bilden')).toHaveLength(2);
});
