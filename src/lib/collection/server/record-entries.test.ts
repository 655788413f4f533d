import { expect, test } from 'vitest';
import { randomId } from '#lib/server/random.ts';
import { mustBeOk } from '#tests/support/builders.ts';
import { onBothEngines, type TestContext } from '#tests/support/context.ts';
import { createStaff } from '#tests/support/people.ts';
import { createCollection, endCollection } from './create-collection.ts';
import { listNotes, removeNote, sumNotes } from './list-notes.ts';
import { endDevice, openDevice } from './open-device.ts';
import { recordEntries } from './record-entries.ts';
import { correctTally, sumTallies } from './sum-tallies.ts';

const place = { placeCode: '1785', dialogueId: null, meetingId: 'möte-1' };
const occasion = {
	...place,
	name: 'Torget',
	day: '2027-03-01',
	spots: 'Torget\nBron',
	themes: 'Belysning\nTrafik'
};

const tally = (key: string, theme = 'belysning') =>
	({ kind: 'tally', key, theme, tone: 'problem', spot: 'torget' }) as const;
const note = (key: string) => ({
	...{
		kind: 'note',
		key,
		slot: 'evening',
		spot: 'bron',
		themes: ['belysning', 'trafik'],
		tone: 'suggestion'
	},
	...{ paraphrase: 'Fler lampor vid bron', groupSize: 'few', ageBand: 'older' }
});

onBothEngines('collecting in the field', (createContext) => {
	async function prepare() {
		const ctx = await createContext();
		const staff = await createStaff(ctx, { role: 'facilitator', placeCode: '1785' });
		const collection = await mustBeOk(createCollection(staff.ctx, occasion));
		const device = await mustBeOk(openDevice(staff.ctx, { collectionId: collection.id, name: 'Telefon 1' }));
		const visitor: TestContext = { ...ctx, actor: { kind: 'visitor' } };
		const token = device.path.slice('/falt/'.length);
		const send = (entries: unknown[], as = token) => recordEntries(visitor, { token: as, body: { entries } });
		return { ctx, staff, collection, device, token, send };
	}

	test('entries count once each, however often and in whatever company they are sent', async () => {
		const { ctx, staff, send } = await prepare();
		const keys = Array.from({ length: 50 }, () => randomId(ctx.random));
		const entries = keys.map((key, index) => (index % 10 === 0 ? note(key) : tally(key)));
		await Promise.all([send(entries), send(entries), send(entries.slice(0, 20))]);
		expect((await send(entries)).accepted).toHaveLength(50);
		const talks = await sumTallies(staff.ctx, { meetingId: 'möte-1' });
		expect(talks.n).toBe(45);
		expect(talks.themes.map(({ key, count, tones }) => [key, count, tones.problem])).toEqual([
			['belysning', 45, 45],
			['trafik', 0, 0]
		]);
		expect(await sumNotes(staff.ctx, { placeCode: '1785' })).toMatchObject({
			n: 5,
			tones: { suggestion: 5 }
		});
		expect((await listNotes(staff.ctx, { placeCode: 'lpo-arvika' })).map(({ spot }) => spot)).toEqual(
			Array(5).fill('Bron')
		);
	});

	test('what is taken back is not counted, also when it comes after', async () => {
		const { ctx, staff, collection, send } = await prepare();
		const [first, late] = [randomId(ctx.random), randomId(ctx.random)];
		await send([tally(first), { kind: 'withdrawal', key: late, of: 'tally' }]);
		await send([{ kind: 'withdrawal', key: first, of: 'tally' }]);
		await send([tally(late), tally(first), tally(randomId(ctx.random))]);
		expect((await sumTallies(staff.ctx, { collectionId: collection.id })).n).toBe(1);
		const [theme, tone, spot] = ['belysning', 'problem', 'torget'] as const;
		await correctTally(staff.ctx, { collectionId: collection.id, theme, tone, spot });
		expect((await sumTallies(staff.ctx, { collectionId: collection.id })).n).toBe(0);
	});

	test('a removed note leaves no words behind', async () => {
		const { ctx, staff, collection, send } = await prepare();
		const key = randomId(ctx.random);
		await send([note(key)]);
		await removeNote(staff.ctx, { collectionId: collection.id, key });
		expect(await listNotes(staff.ctx, { placeCode: '1785' })).toEqual([]);
		expect(JSON.stringify(await ctx.db.selectFrom('fieldNote').selectAll().execute())).not.toContain(
			'lampor'
		);
	});

	test('what is no entry, or not of the lists, is refused alone', async () => {
		const { ctx, send } = await prepare();
		const [good, strange, extra] = [randomId(ctx.random), randomId(ctx.random), randomId(ctx.random)];
		const sent = [tally(good), tally(strange, 'rymden'), { ...tally(extra), name: 'Kim' }];
		expect(await send(sent)).toEqual({ accepted: [good], refused: [strange, extra] });
		await expect(send(Array(101).fill(tally(good)))).rejects.toThrow('at most 100');
	});

	test('a link opens nothing once it, or its collection, has been ended, and only its hash is stored', async () => {
		const { ctx, staff, collection, device, token, send } = await prepare();
		const other = await mustBeOk(openDevice(staff.ctx, { collectionId: collection.id, name: 'Telefon 2' }));
		await endDevice(staff.ctx, { collectionId: collection.id, id: device.id });
		await expect(send([])).rejects.toMatchObject({ code: 'not-found' });
		expect(await send([], other.path.slice('/falt/'.length))).toEqual({ accepted: [], refused: [] });
		await endCollection(staff.ctx, collection.id);
		await expect(send([], other.path.slice('/falt/'.length))).rejects.toMatchObject({ code: 'not-found' });
		await expect(openDevice(staff.ctx, { collectionId: collection.id, name: 'Ny' })).rejects.toMatchObject({
			code: 'not-open'
		});
		const stored = JSON.stringify(await ctx.db.selectFrom('fieldDevice').selectAll().execute());
		expect(stored).not.toContain(token);
	});

	test('who only collects, or works elsewhere, sees no sums', async () => {
		const { ctx, staff, collection, send } = await prepare();
		await send([tally(randomId(ctx.random))]);
		const collector = await createStaff(ctx, { role: 'field-collector', placeCode: '1785' });
		const elsewhere = await createStaff(ctx, { role: 'editor', placeCode: '2034' });
		for (const { ctx: theirs } of [collector, elsewhere])
			expect((await sumTallies(theirs, { placeCode: '1785' })).n).toBe(0);
		await expect(openDevice(elsewhere.ctx, { collectionId: collection.id, name: 'x' })).rejects.toMatchObject(
			{
				code: 'not-found'
			}
		);
		expect((await sumTallies(staff.ctx, { placeCode: '1785' })).n).toBe(1);
	});
});
