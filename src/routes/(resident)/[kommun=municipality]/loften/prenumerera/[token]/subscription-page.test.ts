import { expect, test } from 'vitest';
import { askToSubscribe } from '#lib/pledges/server/subscribe.ts';
import { createTestContext } from '#tests/support/context.ts';
import { startMailServer } from '#tests/support/mail-server.ts';
import { actions, load } from './+page.server.ts';

type LoadEvent = Parameters<typeof load>[0];
type ActionEvent = Parameters<NonNullable<typeof actions.end>>[0];

test('a letter’s link can be pressed again after it has been ended, and says so', async () => {
	const locals = await createTestContext();
	const letters = await startMailServer();
	await askToSubscribe(locals, {
		placeCode: '1785',
		email: 'kim@example.se',
		origin: 'https://trygg.example.se'
	});
	const token = /prenumerera\/([\w-]+)/.exec(letters[0]!.data)![1]!;
	const event = { locals, params: { kommun: 'saffle', token }, setHeaders: () => undefined };
	const standing = async () => (await load(event as unknown as LoadEvent)) as { standing: string };
	const press = (what: 'confirm' | 'end') => actions[what]!(event as unknown as ActionEvent);
	expect(await standing()).toEqual({ standing: 'asked' });
	await press('confirm');
	expect(await standing()).toEqual({ standing: 'on' });
	expect(await press('end')).toEqual({ ended: true });
	expect(await standing()).toEqual({ standing: 'over' });
	expect(await press('end')).toEqual({ ended: false });
	await press('confirm');
	expect(await standing()).toEqual({ standing: 'over' });
});
