import { expect, test } from 'vitest';
import { mustBeOk } from '#tests/support/builders.ts';
import { onBothEngines } from '#tests/support/context.ts';
import { createStaff } from '#tests/support/people.ts';
import { image } from '#tests/support/staff-cast.ts';
import {
	listPoints,
	listPublishedWalks,
	listWalkPoints,
	listWalks,
	readPublishedPhoto,
	readPublishedWalk
} from './read-walk.ts';
import { addPoint, changePoint, removePoint } from './save-point.ts';
import { createWalk, publishWalk, reportBack } from './save-walk.ts';

const walk = { route: 'Centrum–Tunneln', day: '2027-02-27', participants: 12, about: '' };
const fields = {
	...{
		spot: 'Tunneln',
		category: 'light',
		observation: 'Två lampor är trasiga.',
		responsible: '',
		answer: ''
	},
	...{ status: 'noted', doneOn: null }
};
/** A picture with a place written into it, as a camera does. */
const located = Buffer.concat([
	image.subarray(0, 33),
	Buffer.from([0, 0, 0, 9]),
	Buffer.from('eXIfGPS-59.13'),
	Buffer.alloc(4),
	image.subarray(33)
]);

onBothEngines('safety walks', (createContext) => {
	async function prepare() {
		const ctx = await createContext();
		const leader = await createStaff(ctx, { role: 'facilitator', placeCode: '1785' });
		const publisher = await createStaff(ctx, { role: 'publisher', placeCode: '1785' });
		const made = await mustBeOk(createWalk(leader.ctx, { placeCode: '1785', dialogueCode: null, walk }));
		return { ctx, leader, publisher, made };
	}

	test('a protocol is public once it is published, and its photos hold nothing but the picture', async () => {
		const { ctx, leader, publisher, made } = await prepare();
		const photo = { bytes: located, alternativeText: 'Mörk tunnel' };
		await mustBeOk(addPoint(leader.ctx, { walkId: made.id, point: { fields, photo } }));
		const [point] = await listPoints(ctx, made.id);
		expect(point).toMatchObject({
			number: 1,
			photo: { alternativeText: 'Mörk tunnel', width: 1, height: 1 }
		});
		const address = { placeCode: '1785', slug: 'centrum-tunneln-2027-02-27' };
		await expect(readPublishedWalk(ctx, address)).rejects.toMatchObject({ code: 'not-found' });
		await expect(readPublishedPhoto(ctx, point!.photo!.id)).rejects.toMatchObject({ code: 'not-found' });
		await expect(publishWalk(leader.ctx, made.id)).rejects.toMatchObject({ code: 'not-found' });
		await publishWalk(publisher.ctx, made.id);
		const { content, mediaType } = await readPublishedPhoto(ctx, point!.photo!.id);
		expect(mediaType).toBe('image/png');
		expect(content.equals(image)).toBe(true);
		expect(content.includes('GPS')).toBe(false);
		expect((await readPublishedWalk(ctx, address)).points).toHaveLength(1);
		expect(await listPublishedWalks(ctx, '1785')).toMatchObject([{ publishedOn: '2027-03-01' }]);
	});

	test('a point is answered for, done and taken away, and is evidence for who sees results', async () => {
		const { ctx, leader, made } = await prepare();
		const walkId = made.id;
		const { id } = await mustBeOk(addPoint(leader.ctx, { walkId, point: { fields, photo: null } }));
		const mended = {
			...fields,
			responsible: 'Tekniska',
			answer: 'Bytta',
			status: 'done',
			doneOn: '2027-03-01'
		};
		await mustBeOk(changePoint(leader.ctx, { walkId, id, point: { fields: mended, photo: null } }));
		const reader = await createStaff(ctx, { role: 'reader', placeCode: 'lpo-arvika' });
		expect(await listWalkPoints(reader.ctx, { placeCode: 'lpo-arvika' })).toMatchObject([
			{ walk: { route: 'Centrum–Tunneln' }, point: { status: 'done', doneOn: '2027-03-01' } }
		]);
		const bad = { fields, photo: { bytes: Buffer.from('<svg/>'), alternativeText: '' } };
		expect(await changePoint(leader.ctx, { walkId, id, point: bad })).toMatchObject({
			problems: [
				{ at: 'photo', code: 'unknown-type' },
				{ at: 'alternativeText', code: 'missing' }
			]
		});
		await removePoint(leader.ctx, { walkId, id });
		expect(await listPoints(ctx, walkId)).toEqual([]);
		await reportBack(leader.ctx, walkId);
		expect(await listWalks(leader.ctx)).toMatchObject([{ reportedOn: '2027-03-01' }]);
	});

	test('elsewhere there is no walk', async () => {
		const { ctx, made } = await prepare();
		const stranger = await createStaff(ctx, { role: 'administrator', placeCode: '2034' });
		expect(await listWalks(stranger.ctx)).toEqual([]);
		const point = { fields, photo: null };
		await expect(addPoint(stranger.ctx, { walkId: made.id, point })).rejects.toMatchObject({
			code: 'not-found'
		});
		await expect(listWalkPoints(stranger.ctx, { placeCode: '1785' })).rejects.toMatchObject({
			code: 'not-found'
		});
	});
});
