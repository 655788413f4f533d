import { expect, test } from 'vitest';
import type { Cause } from './evidence.ts';
import { drawFishbone, outlineOf, wordsWidth } from './fishbone.ts';
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

test('no words reach the bone beside them, however few or many the causes are', () => {
	for (const count of [1, 2, 3, 6]) {
		const long = Array.from({ length: count }, (_, index) => ({
			...cause(`${index}`, (['victim', 'offender', 'place'] as const)[index % 3]!),
			text: 'En mycket lång orsak som tar två rader'
		}));
		for (const { line, ribs } of drawFishbone(outlineOf(long)).bones)
			for (const { x, y } of ribs.flatMap(({ words }) => words)) {
				const top = (y - 12 - line.y1) / (line.y2 - line.y1);
				expect(x + wordsWidth).toBeLessThan(line.x1 + top * (line.x2 - line.x1));
			}
	}
});

const room = { width: 176, size: 15, lines: 2 };

test('a cause that is too long for its rib ends with an ellipsis, a word that is too long is parted', () => {
	expect(fittedWords('Mörkt vid bron', room)).toEqual(['Mörkt vid bron']);
	const long = fittedWords('En mycket lång orsak som inte alls får plats på två rader i bilden', room);
	expect(long).toHaveLength(2);
	expect(long[0]).toBe('En mycket lång orsak');
	expect(long[1]).toMatch(/^som inte .*…$/);
	expect(fittedWords('Gatubelysningsunderhållsplanering', room)).toEqual([
		'Gatubelysningsunder-',
		'hållsplanering'
	]);
	expect(fittedWords('W'.repeat(80), room).at(-1)).toMatch(/…$/);
	expect(fittedWords('', room)).toEqual(['']);
});
