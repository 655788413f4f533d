import { expect, test } from 'vitest';
import { onBothEngines } from '#tests/support/context.ts';
import { readPlacePath, readPlacesBelow } from './read-place-path.ts';

onBothEngines('the place path', (createContext) => {
	test('goes from a district over its municipality and police area to the country', async () => {
		const ctx = await createContext();
		const { code } = await ctx.db
			.selectFrom('place')
			.select('code')
			.where('kind', '=', 'district')
			.where('parentCode', '=', '1785')
			.limit(1)
			.executeTakeFirstOrThrow();
		const path = await readPlacePath(ctx, code);
		expect(path.slice(0, 2)).toEqual([code, '1785']);
		expect(path.slice(2).map((above) => above.split('-')[0])).toEqual(['lpo', 'pr', 'se']);
	});

	test('of an unknown place is empty', async () => {
		expect(await readPlacePath(await createContext(), 'nowhere')).toEqual([]);
	});

	test('the places below a police area are its municipalities and their districts, itself included', async () => {
		const ctx = await createContext();
		const [, area] = await readPlacePath(ctx, '1785');
		const below = await readPlacesBelow(ctx, [area!]);
		expect(below).toEqual(expect.arrayContaining([area, '1785', '1784']));
		expect(below).not.toContain('0180');
		for (const code of below.slice(0, 20)) expect(await readPlacePath(ctx, code)).toContain(area);
		expect(await readPlacesBelow(ctx, [])).toEqual([]);
	});
});
