import { expect, test } from 'vitest';
import { onBothEngines } from '#tests/support/context.ts';
import { createStaff } from '#tests/support/people.ts';
import { totpCode } from '../totp.ts';
import { resetSecondFactor } from './second-factor-reset.ts';
import { secondFactorState } from './second-factor.ts';
import { readSession } from './sessions.ts';
import { confirmTotp, startTotp } from './totp-enrolment.ts';

onBothEngines('a lost second factor', (createContext) => {
	test('is taken away by an administrator of all the person’s places, and by nobody else', async () => {
		const ctx = await createContext();
		const lost = await createStaff(ctx, { role: 'publisher', placeCode: '1785', secondFactor: false });
		const { secret } = await startTotp(lost.ctx);
		const code = totpCode(secret, ctx.now().getTime());
		const done = await confirmTotp(lost.ctx, { token: lost.token, code });
		const token = done.ok ? done.value.session.token : '';
		const { personId } = lost;
		const administrator = await createStaff(ctx, { role: 'administrator', placeCode: '1785' });
		const others = [
			await createStaff(ctx, { role: 'administrator', placeCode: '1780' }),
			await createStaff(ctx, { role: 'publisher', placeCode: '1785' }),
			{ ctx: { ...lost.ctx, actor: { ...lost.ctx.actor, secondFactor: true } } }
		];
		for (const other of others)
			await expect(resetSecondFactor(other.ctx, { personId })).rejects.toThrow('not-found');
		await ctx.db
			.insertInto('membership')
			.values({ personId, placeCode: '1780', role: 'reader', through: 'invitation', startedAt: 0 })
			.execute();
		await expect(resetSecondFactor(administrator.ctx, { personId })).rejects.toThrow('not-found');
		await ctx.db
			.deleteFrom('membership')
			.where('placeCode', '=', '1780')
			.where('personId', '=', personId)
			.execute();
		await resetSecondFactor(administrator.ctx, { personId });
		expect(await readSession(ctx, token)).toBeNull();
		expect(await secondFactorState(ctx, personId)).toMatchObject({ enrolled: false, recoveryCodes: 0 });
		await expect(resetSecondFactor(administrator.ctx, { personId })).rejects.toThrow('not-found');
	});
});
