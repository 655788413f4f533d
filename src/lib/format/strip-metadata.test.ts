import { crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { stripMetadata } from './strip-metadata.ts';

const text = (words: string) => Buffer.from(words, 'latin1');
const segment = (marker: number, body: Buffer) =>
	Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255]), body]);

/** A little-endian Exif directory that says: turned by 90 degrees, and where it was taken. */
const exif = Buffer.concat([
	text('Exif\0\0II*\0'),
	Buffer.from([8, 0, 0, 0, 2, 0]),
	Buffer.from([0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0]),
	Buffer.from([0x25, 0x88, 4, 0, 1, 0, 0, 0, 0, 0, 0, 0]),
	text('GPS-59.1324,12.9301')
]);
const tables = [segment(0xdb, Buffer.alloc(65, 1)), segment(0xc4, Buffer.alloc(20, 2))];
const frame = segment(0xc0, Buffer.from([8, 0x04, 0xb0, 0x06, 0x40, 1, 1, 0x11, 0]));
const scan = Buffer.concat([
	segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
	Buffer.from([1, 0xff, 0, 2, 0xff, 0xd0, 3])
]);
const jpeg = (extra: Buffer[], tail = Buffer.alloc(0)) =>
	Buffer.concat([
		Buffer.from([0xff, 0xd8]),
		...extra,
		...tables,
		frame,
		scan,
		Buffer.from([0xff, 0xd9]),
		tail
	]);

const chunk = (type: string, body: Buffer) => {
	const named = Buffer.concat([text(type), body]);
	const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(body.length);
	sum.writeUInt32BE(crc32(named));
	return Buffer.concat([length, named, sum]);
};
const header = Buffer.from([0, 0, 0, 3, 0, 0, 0, 2, 8, 2, 0, 0, 0]);
const png = (extra: Buffer[], tail = Buffer.alloc(0)) =>
	Buffer.concat([
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
		...[chunk('IHDR', header), ...extra, chunk('IDAT', text('pixels')), chunk('IEND', Buffer.alloc(0)), tail]
	]);
const has = (bytes: Uint8Array, words: string) => Buffer.from(bytes).includes(text(words));

describe('a photo loses everything that is not the picture', () => {
	test('a JPEG loses place, profile, comment, thumbnail and what follows its end, and keeps which way up it is', () => {
		const marks = ['GPS-59.1324', 'xap/1.0', 'ICC_PROFILE', 'Kim Exempel', 'JFIF-thumb', 'MotionPhoto'];
		const photo = stripMetadata(
			jpeg(
				[
					segment(0xe0, text('JFIF\0JFIF-thumb')),
					segment(0xe1, exif),
					segment(0xe1, text('http://ns.adobe.com/xap/1.0/\0<x/>')),
					segment(0xe2, text('ICC_PROFILE\0')),
					segment(0xed, text('Photoshop 3.0\0')),
					segment(0xfe, text('Kim Exempel'))
				],
				text('MotionPhoto')
			)
		)!;
		expect(photo).toMatchObject({ mediaType: 'image/jpeg', width: 1600, height: 1200 });
		for (const mark of marks) expect(has(photo.bytes, mark), mark).toBe(false);
		expect(Buffer.from(photo.bytes.subarray(0, 8))).toEqual(
			Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 34, 0x45, 0x78])
		);
		expect(photo.bytes[31]).toBe(6);
		expect(Buffer.from(photo.bytes).subarray(38)).toEqual(Buffer.from(jpeg([])).subarray(2));
	});

	test('a JPEG without anything beside the picture comes back as it was', () => {
		expect(Buffer.from(stripMetadata(jpeg([]))!.bytes)).toEqual(jpeg([]));
	});

	test('a PNG loses texts, Exif, time and what follows its end', () => {
		const photo = stripMetadata(
			png(
				[chunk('tEXt', text('Author\0Kim')), chunk('eXIf', text('GPS-59')), chunk('tIME', text('1234567'))],
				text('tail')
			)
		)!;
		expect(photo).toMatchObject({ mediaType: 'image/png', width: 3, height: 2 });
		expect(Buffer.from(photo.bytes)).toEqual(png([]));
	});

	test.each([
		['a text', text('<svg/>')],
		['a JPEG that breaks off', jpeg([]).subarray(0, 60)],
		['a JPEG without a picture', Buffer.from([0xff, 0xd8, 0xff, 0xd9])],
		['a PNG that breaks off', png([]).subarray(0, 50)],
		['a picture larger than memory', png([]).fill(0xff, 16, 24)],
		['nothing', Buffer.alloc(0)]
	])('%s is no photo', (_, bytes) => {
		expect(stripMetadata(bytes)).toBeUndefined();
	});

	test('broken bytes anywhere never throw', () => {
		const whole = jpeg([segment(0xe1, exif)]);
		for (let at = 2; at < whole.length; at++) {
			const broken = Buffer.from(whole);
			broken[at] = 0xff;
			expect(() => stripMetadata(broken)).not.toThrow();
		}
	});
});
