import { expect, test } from 'vitest';
import { readSession } from '#lib/accounts/server/sessions.ts';
import { useSignInLink } from '#lib/accounts/server/sign-in-links.ts';
import { hasPermission } from '#lib/accounts/server/require-permission.ts';
import { onBothEngines } from '#tests/support/context.ts';
import { createDemonstrationStaff, issueDemonstrationLinks } from './staff.ts';

onBothEngines("the demonstration's staff", (createContext) => {
	test('sign in by a link once, without a password, each within their own places', async () => {
		const ctx = await createContext();
		await createDemonstrationStaff(ctx);
		const links = await issueDemonstrationLinks(ctx);
		expect(links.map(({ name }) => name.split(' ')[0])).toEqual([
			'Kommunpolis',
			'Samordnare',
			'Mötesledare',
			'Administratör'
		]);
		const token = links[0]!.path.split('/').at(-1)!;
		const { token: session } = await useSignInLink(ctx, { token, device: 'Firefox' });
		const signedIn = await readSession(ctx, session);
		const officer = { ...ctx, actor: signedIn!.actor };
		expect(await hasPermission(officer, 'dialogue.publish', '1785')).toBe(true);
		expect(await hasPermission(officer, 'dialogue.publish', '2034')).toBe(false);
		await expect(useSignInLink(ctx, { token, device: 'Firefox' })).rejects.toThrow('not-found');
	});
});
