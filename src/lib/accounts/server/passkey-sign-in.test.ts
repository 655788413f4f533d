import { expect, test } from 'vitest';
import { onBothEngines, type TestContext } from '#tests/support/context.ts';
import { createPasskeyDevice, type Deviation, type PasskeyDevice } from '#tests/support/passkey-device.ts';
import { createStaff, type Staff } from '#tests/support/people.ts';
import { relyingParty } from '../passkey.ts';
import { addPasskey, startPasskey } from './passkey-enrolment.ts';
import { listPasskeys, removePasskey, renamePasskey } from './passkey-list.ts';
import {
	passPasskey,
	signInWithPasskey,
	startPasskeySecondFactor,
	startPasskeySignIn
} from './passkey-sign-in.ts';
import { secondFactorState } from './second-factor.ts';
import { startSession, type StartedSession } from './sessions.ts';

const party = relyingParty(new URL('http://localhost:3000'));
const cookie = 'the-cookie-before-it-';
const refused = { ok: false, problems: [{ code: 'passkey-refused' }] };

interface Owner extends Staff {
	device: PasskeyDevice;
}

async function addDevice(staff: Staff, name = 'Nyckel', deviation: Deviation = {}) {
	const device = createPasskeyDevice();
	const response = device.register(await startPasskey(staff.ctx, party), deviation);
	const added = await addPasskey(staff.ctx, { party, token: staff.token, response, name });
	return { device, response, added };
}

const goOn = (staff: Staff, { actor, token }: StartedSession): Staff => ({
	...staff,
	ctx: { ...staff.ctx, actor },
	token
});

/** Somebody with one passkey, in the session that added it. */
async function createOwner(ctx: TestContext, role: 'editor' | 'publisher' = 'editor'): Promise<Owner> {
	const staff = await createStaff(ctx, { role, placeCode: '1785', secondFactor: false });
	const { device, added } = await addDevice(staff);
	if (!added.ok) throw new Error('not added');
	return { ...goOn(staff, added.value.session), device };
}

const visiting = (ctx: TestContext): TestContext => ({ ...ctx, actor: { kind: 'visitor' } });

async function signIn(ctx: TestContext, device: PasskeyDevice, deviation: Deviation = {}) {
	const options = await startPasskeySignIn(visiting(ctx), { party, cookie });
	const response = device.answer(options, deviation);
	return signInWithPasskey(visiting(ctx), { party, cookie, response, device: 'Firefox' });
}

const passwordSession = (ctx: TestContext, personId: string) =>
	ctx.db
		.transaction()
		.execute((trx) =>
			startSession(trx, ctx, { personId, method: 'password', secondFactor: false, device: 'Firefox' })
		);

onBothEngines('a passkey', (createContext) => {
	test('is added with recovery codes the first time, and its session has passed the second factor', async () => {
		const ctx = await createContext();
		const staff = await createStaff(ctx, { role: 'publisher', placeCode: '1785', secondFactor: false });
		const options = await startPasskey(staff.ctx, party);
		expect(options).toMatchObject({
			rp: { id: 'localhost', name: 'Lyhörd' },
			authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
			attestation: 'none'
		});
		const { added } = await addDevice(staff, ' Min  nyckel ');
		expect(added).toMatchObject({
			ok: true,
			value: { session: { needs: null, actor: { secondFactor: true } } }
		});
		if (!added.ok) return;
		expect(added.value.recoveryCodes).toHaveLength(10);
		const own = goOn(staff, added.value.session);
		expect(await listPasskeys(own.ctx)).toMatchObject([{ name: 'Min nyckel', lastUsedAt: null }]);
		const second = await addDevice(own, 'Telefon');
		expect(second.added).toMatchObject({ ok: true, value: { recoveryCodes: null } });
	});

	test('signs in alone, as two factors', async () => {
		const ctx = await createContext();
		const { device, personId } = await createOwner(ctx, 'publisher');
		const signedIn = await signIn(ctx, device);
		expect(signedIn).toMatchObject({
			ok: true,
			value: { needs: null, actor: { personId, secondFactor: true, memberships: [{ role: 'publisher' }] } }
		});
	});

	test('passes the second factor after the password', async () => {
		const ctx = await createContext();
		const owner = await createOwner(ctx);
		const session = goOn(owner, await passwordSession(ctx, owner.personId));
		const options = await startPasskeySecondFactor(session.ctx, party);
		expect(options?.allowCredentials).toMatchObject([{ id: owner.device.id }]);
		const response = owner.device.answer(options!);
		const passed = await passPasskey(session.ctx, { party, token: session.token, response });
		expect(passed).toMatchObject({ ok: true, value: { actor: { secondFactor: true } } });
	});

	test.each<[string, Deviation]>([
		['from another site', { origin: 'https://lyhord.example.com' }],
		['for another site', { rpId: 'example.com' }],
		['when the device has not verified who uses it', { userVerified: false }],
		['when it answers another challenge', { challenge: 'c29tZXRoaW5nIGVsc2U' }]
	])('is neither added nor accepted %s', async (_name, deviation) => {
		const ctx = await createContext();
		const { device } = await createOwner(ctx);
		expect(await signIn(ctx, device, deviation)).toMatchObject(refused);
		const other = await createStaff(ctx, { role: 'editor', placeCode: '1785', secondFactor: false });
		expect((await addDevice(other, 'x', deviation)).added).toMatchObject(refused);
	});

	test('an answer is worth nothing a second time, in another browser or after five minutes', async () => {
		const ctx = await createContext();
		const { device } = await createOwner(ctx);
		const visitor = visiting(ctx);
		const start = async () => device.answer(await startPasskeySignIn(visitor, { party, cookie }));
		const input = { party, cookie, device: 'Firefox' };
		const response = await start();
		expect(await signInWithPasskey(visitor, { ...input, response })).toMatchObject({ ok: true });
		expect(await signInWithPasskey(visitor, { ...input, response })).toMatchObject(refused);
		const stolen = await start();
		const elsewhere = { ...input, cookie: 'the-attackers-cookie--', response: stolen };
		expect(await signInWithPasskey(visitor, elsewhere)).toMatchObject(refused);
		expect(await signInWithPasskey(visitor, { ...input, response: stolen })).toMatchObject({ ok: true });
		const late = await start();
		ctx.setNow('2027-03-01T12:05:00Z');
		expect(await signInWithPasskey(visitor, { ...input, response: late })).toMatchObject(refused);
	});

	test('a challenge for one purpose answers no other', async () => {
		const ctx = await createContext();
		const owner = await createOwner(ctx);
		const options = await startPasskeySecondFactor(owner.ctx, party);
		const response = owner.device.answer(options!);
		const signedIn = signInWithPasskey(visiting(ctx), { party, cookie, response, device: 'x' });
		expect(await signedIn).toMatchObject(refused);
	});

	test('a counter that does not grow is a copy and is refused', async () => {
		const ctx = await createContext();
		const { device } = await createOwner(ctx);
		expect(await signIn(ctx, device, { counter: 7 })).toMatchObject({ ok: true });
		expect(await signIn(ctx, device, { counter: 7 })).toMatchObject(refused);
		expect(await signIn(ctx, device, { counter: 6 })).toMatchObject(refused);
		expect(await signIn(ctx, device, { counter: 8 })).toMatchObject({ ok: true });
	});

	test('a copy and the original at the same moment do not both sign in', async () => {
		const ctx = await createContext();
		const { device } = await createOwner(ctx);
		const tries = await Promise.all([
			signIn(ctx, device, { counter: 9 }),
			signIn(ctx, device, { counter: 9 })
		]);
		expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
	});

	test('another person’s passkey passes nobody else’s second factor, nor under a foreign name', async () => {
		const ctx = await createContext();
		const kim = await createOwner(ctx);
		const ada = await createOwner(ctx);
		const session = goOn(kim, await passwordSession(ctx, kim.personId));
		const options = await startPasskeySecondFactor(session.ctx, party);
		const response = ada.device.answer(options!);
		expect(await passPasskey(session.ctx, { party, token: session.token, response })).toMatchObject(refused);
		const userHandle = Buffer.from(kim.personId).toString('base64url');
		expect(await signIn(ctx, ada.device, { userHandle })).toMatchObject(refused);
	});

	test('a known credential cannot be added to another account', async () => {
		const ctx = await createContext();
		const { device } = await createOwner(ctx);
		const other = await createStaff(ctx, { role: 'editor', placeCode: '1785', secondFactor: false });
		const response = device.register(await startPasskey(other.ctx, party));
		const again = await addPasskey(other.ctx, { party, token: other.token, response, name: '' });
		expect(again).toMatchObject(refused);
	});

	test('rubbish is refused, not an error', async () => {
		const ctx = await createContext();
		const { device, ...owner } = await createOwner(ctx);
		const whole = () =>
			startPasskeySignIn(visiting(ctx), { party, cookie }).then((options) => device.answer(options));
		const good = await whole();
		const rubbish = [
			null,
			{},
			{ response: {} },
			{ ...good, id: 7 },
			{ ...(await whole()), rawId: 'x' },
			{ ...(await whole()), response: { ...(await whole()).response, signature: 'AAAA' } },
			{ ...(await whole()), response: { ...(await whole()).response, authenticatorData: '' } }
		];
		for (const response of rubbish) {
			const input = { party, cookie, response: response as never, device: 'x' };
			expect(await signInWithPasskey(visiting(ctx), input)).toMatchObject(refused);
			const added = await addPasskey(owner.ctx, {
				party,
				token: owner.token,
				response: response as never,
				name: ''
			});
			expect(added).toMatchObject(refused);
		}
	});

	test('is renamed and taken away by its owner only; the last one of a publisher stays', async () => {
		const ctx = await createContext();
		const owner = await createOwner(ctx, 'publisher');
		const stranger = await createOwner(ctx);
		const { id } = owner.device;
		await expect(renamePasskey(stranger.ctx, { id, name: 'min' })).rejects.toThrow('no such passkey');
		await expect(removePasskey(stranger.ctx, { id })).rejects.toThrow('no such passkey');
		await renamePasskey(owner.ctx, { id, name: 'Jobbtelefon' });
		expect(await listPasskeys(owner.ctx)).toMatchObject([{ id, name: 'Jobbtelefon' }]);
		expect(await removePasskey(owner.ctx, { id })).toMatchObject({ problems: [{ code: 'last-factor' }] });
		const { added } = await addDevice(owner, 'Reserv');
		const after = added.ok ? goOn(owner, added.value.session) : owner;
		const [first, second] = await listPasskeys(after.ctx);
		const removals = await Promise.all(
			[first!, second!].map((one) => removePasskey(after.ctx, { id: one.id }))
		);
		expect(removals.filter(({ ok }) => ok)).toHaveLength(1);
		expect(await secondFactorState(ctx, owner.personId)).toMatchObject({ passkeys: 1, enrolled: true });
	});

	test('is not added by a session that owes the second factor', async () => {
		const ctx = await createContext();
		const owner = await createOwner(ctx);
		const session = goOn(owner, await passwordSession(ctx, owner.personId));
		await expect(startPasskey(session.ctx, party)).rejects.toThrow('not-found');
		await expect(listPasskeys(session.ctx)).rejects.toThrow('not-found');
	});
});
