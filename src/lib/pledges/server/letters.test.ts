import { expect, test } from 'vitest';
import { onBothEngines } from '#tests/support/context.ts';
import { startMailServer } from '#tests/support/mail-server.ts';
import { createStaff } from '#tests/support/people.ts';
import { publishLamps } from '#tests/support/pledges.ts';
import { sendPledgeLetters } from './send-letters.ts';
import { askToSubscribe, confirmSubscription, endSubscription } from './subscribe.ts';

const placeCode = '1785';
const origin = 'https://trygg.example.se';

onBothEngines('letters about pledges', (createContext) => {
	test('go once, only to addresses that have answered, and the address stands nowhere in the clear', async () => {
		const ctx = await createContext();
		const letters = await startMailServer();
		const wish = { placeCode, email: ' Kim@Example.se ', origin };
		await askToSubscribe(ctx, wish);
		await askToSubscribe(ctx, wish);
		expect(letters).toHaveLength(1);
		const token = /prenumerera\/([\w-]+)/.exec(letters[0]!.data)![1]!;
		const rows = JSON.stringify(await ctx.db.selectFrom('pledgeSubscription').selectAll().execute());
		expect(rows).not.toMatch(new RegExp(`example\\.se|${token}`, 'i'));
		const { ctx: publisher } = await createStaff(ctx, { role: 'publisher', placeCode });
		const { ctx: editor } = await createStaff(ctx, { role: 'editor', placeCode });
		await publishLamps({ publisher, police: publisher, municipality: editor }, { placeCode });
		ctx.setNow('2027-03-02T06:00:00Z');
		await sendPledgeLetters(ctx, origin);
		expect(letters).toHaveLength(1);
		await confirmSubscription(ctx, token);
		await sendPledgeLetters(ctx, origin);
		await sendPledgeLetters(ctx, origin);
		expect(letters).toHaveLength(2);
		expect(letters[1]!.to).toEqual(['kim@example.se']);
		expect(letters[1]!.data).toContain(`${origin}/saffle/loften/ljusare-gangvagar`);
		await endSubscription(ctx, token);
		expect(await ctx.db.selectFrom('pledgeSubscription').selectAll().execute()).toEqual([]);
		ctx.setNow('2027-05-20T06:00:00Z');
		await sendPledgeLetters(ctx, origin);
		await sendPledgeLetters(ctx, origin);
		expect(
			letters
				.slice(2)
				.map(({ to }) => to)
				.flat()
		).toHaveLength(2);
	});

	test('speak the language of the page that they were asked for on', async () => {
		const ctx = { ...(await createContext()), language: 'ar' as const };
		const letters = await startMailServer();
		await askToSubscribe(ctx, { placeCode, email: 'kim@example.se', origin });
		const [, body = ''] = letters[0]!.data.split('\r\n\r\n');
		const text = Buffer.from(body, 'base64').toString();
		expect(text).toContain(`${origin}/ar/saffle/loften/prenumerera/`);
		expect(text).toContain('طلب شخص ما');
		expect(text).not.toMatch(/Länken|Hej/);
	});
});
