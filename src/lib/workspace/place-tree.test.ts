import { expect, test } from 'vitest';
import type { Place } from '#lib/places/place.ts';
import { placeTree } from './place-tree.ts';

const place = (code: string, parentCode: string | null): Place => ({
	code,
	kind: 'municipality',
	name: code.toUpperCase(),
	officialName: null,
	slug: null,
	parentCode,
	parentName: null,
	countyCode: null,
	verified: true,
	population: null
});

test('places stand below the place above them, with the roles given in each', () => {
	const tree = placeTree(
		[place('lpo', 'region'), place('b', 'lpo'), place('c', 'lpo'), place('elsewhere', 'x')],
		[
			{ placeCode: 'lpo', role: 'editor', through: 'invitation' },
			{ placeCode: 'c', role: 'publisher', through: 'invitation' }
		]
	);
	expect(tree.map(({ code }) => code)).toEqual(['lpo', 'elsewhere']);
	expect(tree[0]!.roles).toEqual(['editor']);
	expect(tree[0]!.children.map(({ code, roles }) => [code, roles])).toEqual([
		['b', []],
		['c', ['publisher']]
	]);
});
