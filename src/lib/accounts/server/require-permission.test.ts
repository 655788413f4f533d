import { expect, test } from 'vitest';
import { readPlacePath } from '#lib/places/server/read-place-path.ts';
import { onBothEngines, type TestContext } from '#tests/support/context.ts';
import { createStaff } from '#tests/support/people.ts';
import {
	hasPermission,
	placesOfPermission,
	requireOwnAccount,
	requirePermission,
	requireStaff
} from './require-permission.ts';

async function placesOf(ctx: TestContext) {
	const district = await ctx.db
		.selectFrom('place')
		.select('code')
		.where('parentCode', '=', '1785')
		.limit(1)
		.executeTakeFirstOrThrow();
	const [, municipality, area, region] = await readPlacePath(ctx, district.code);
	return { district: district.code, municipality: municipality!, area: area!, region: region! };
}

onBothEngines('permission', (createContext) => {
	test('holds in the place and below it, and looks like absence anywhere else', async () => {
		const ctx = await createContext();
		const { district, municipality, area, region } = await placesOf(ctx);
		const editor = await createStaff(ctx, { role: 'editor', placeCode: municipality });
		for (const code of [municipality, district])
			await expect(requirePermission(editor.ctx, 'dialogue.edit', code)).resolves.toBeUndefined();
		for (const code of [area, region, 'se', '1784', '0180', 'nowhere'])
			await expect(requirePermission(editor.ctx, 'dialogue.edit', code)).rejects.toMatchObject({
				code: 'not-found',
				message: 'not-found'
			});
		await expect(requirePermission(editor.ctx, 'settings.edit', municipality)).rejects.toThrow('not-found');
	});

	test('is inherited from the region over police area and municipality to the district', async () => {
		const ctx = await createContext();
		const { district, municipality, area, region } = await placesOf(ctx);
		const officer = await createStaff(ctx, { role: 'administrator', placeCode: region });
		for (const code of [region, area, municipality, district])
			expect(await hasPermission(officer.ctx, 'people.manage', code)).toBe(true);
		expect(placesOfPermission(officer.ctx, 'people.manage')).toEqual([region]);
	});

	test('of publishers and administrators waits for the second factor', async () => {
		const ctx = await createContext();
		const waiting = await createStaff(ctx, { role: 'administrator', placeCode: '1785', secondFactor: false });
		expect(waiting.ctx.actor.memberships).toEqual([]);
		const held = { placeCode: '1785', role: 'administrator', through: 'invitation' } as const;
		const pretended = { ...waiting.ctx, actor: { ...waiting.ctx.actor, memberships: [held] } };
		expect(await hasPermission(pretended, 'place.read', '1785')).toBe(false);
		expect(placesOfPermission(pretended, 'place.read')).toEqual([]);
	});

	test('the system may everything, a visitor nothing', async () => {
		const ctx = await createContext();
		const visitor = { ...ctx, actor: { kind: 'visitor' } as const };
		expect(await hasPermission(ctx, 'settings.edit', '1785')).toBe(true);
		expect(await hasPermission(visitor, 'place.read', '1785')).toBe(false);
		expect(placesOfPermission(ctx, 'place.read')).toBeNull();
		expect(placesOfPermission(visitor, 'place.read')).toEqual([]);
		expect(() => requireStaff(visitor)).toThrow('not-found');
		expect(() => requireStaff(ctx)).toThrow('not-found');
	});

	test("one's own account is closed to a session that owes a second factor", async () => {
		const ctx = await createContext();
		const reader = await createStaff(ctx, { role: 'reader', placeCode: '1785', secondFactor: false });
		expect(await requireOwnAccount(reader.ctx)).toMatchObject({ personId: reader.personId });
		await ctx.db.updateTable('person').set({ secondFactor: 1 }).where('id', '=', reader.personId).execute();
		await expect(requireOwnAccount(reader.ctx)).rejects.toThrow('not-found');
	});
});
