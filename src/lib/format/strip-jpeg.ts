import { joinBytes, uint16 } from './join-bytes.ts';
import type { StrippedPhoto } from './strip-metadata.ts';

interface Segment {
	marker: number;
	/** Where it begins and ends in the file, the marker included. */
	from: number;
	to: number;
}

/** Start of a frame: holds the size. Baseline, extended and progressive; nothing that browsers do not draw. */
const frames = [0xc0, 0xc1, 0xc2];
/** Tables, restarts and the frame: what a decoder needs. */
const needed = [...frames, 0xc4, 0xdb, 0xdd];
const startOfScan = 0xda;
const endOfImage = 0xd9;
const application1 = 0xe1;
const application14 = 0xee;

const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;

/** Where the coded data after a scan's header end: at the next marker that is no restart and no stuffed zero. */
function endOfScan(bytes: Uint8Array, from: number): number {
	for (let at = from; at + 1 < bytes.length; at++) {
		const next = bytes[at + 1]!;
		if (bytes[at] === 0xff && next !== 0x00 && next !== 0xff && !isRestart(next)) return at;
	}
	return bytes.length;
}

/** The file's segments up to the end of the image; undefined when it breaks off or is no JPEG. */
function segmentsOf(bytes: Uint8Array): Segment[] | undefined {
	const segments: Segment[] = [];
	for (let at = 2; at + 1 < bytes.length;) {
		if (bytes[at] !== 0xff) return undefined;
		const marker = bytes[at + 1]!;
		if (marker === 0xff) {
			at += 1;
			continue;
		}
		if (marker === endOfImage) return segments;
		const length = uint16(bytes, at + 2);
		const end = at + 2 + length;
		if (length < 2 || end > bytes.length) return undefined;
		const to = marker === startOfScan ? endOfScan(bytes, end) : end;
		segments.push({ marker, from: at, to });
		at = to;
	}
	return undefined;
}

/** Adobe's note on how colours are coded, 14 bytes: without it such a picture shows in wrong colours. */
function isColourNote(bytes: Uint8Array, { marker, from, to }: Segment): boolean {
	const name = String.fromCharCode(...bytes.subarray(from + 4, from + 9));
	return marker === application14 && name === 'Adobe' && to - from === 16;
}

/** Which way up the picture is, 1 to 8, from an Exif segment; 1 when it does not say. */
function orientationIn(bytes: Uint8Array, { from, to }: Segment): number {
	const exif = bytes.subarray(from + 4, to);
	if (String.fromCharCode(...exif.subarray(0, 4)) !== 'Exif') return 1;
	const tiff = new DataView(exif.buffer, exif.byteOffset + 6, Math.max(0, exif.length - 6));
	if (tiff.byteLength < 8) return 1;
	const little = tiff.getUint16(0) === 0x4949;
	const directory = tiff.getUint32(4, little);
	if (directory + 2 > tiff.byteLength) return 1;
	const entries = tiff.getUint16(directory, little);
	for (let index = 0; index < entries; index++) {
		const at = directory + 2 + index * 12;
		if (at + 12 > tiff.byteLength) return 1;
		if (tiff.getUint16(at, little) === 0x0112) return tiff.getUint16(at + 8, little);
	}
	return 1;
}

/** An Exif segment that says which way up the picture is, and nothing else. */
const orientationSegment = (orientation: number): Uint8Array =>
	new Uint8Array([
		...[0xff, application1, 0x00, 0x22, 0x45, 0x78, 0x69, 0x66, 0x00, 0x00],
		...[0x4d, 0x4d, 0x00, 0x2a, 0x00, 0x00, 0x00, 0x08, 0x00, 0x01],
		...[0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, orientation, 0x00, 0x00],
		...[0x00, 0x00, 0x00, 0x00]
	]);

/** A JPEG with its tables, frame and scans only; see `stripMetadata`. */
export function stripJpeg(bytes: Uint8Array): StrippedPhoto | undefined {
	const segments = segmentsOf(bytes);
	const frame = segments?.find(({ marker }) => frames.includes(marker));
	if (!segments || !frame || !segments.some(({ marker }) => marker === startOfScan)) return undefined;
	if (frame.to - frame.from < 10) return undefined;
	const turned = segments
		.filter(({ marker }) => marker === application1)
		.map((segment) => orientationIn(bytes, segment))
		.find((orientation) => orientation > 1 && orientation <= 8);
	const kept = segments
		.filter(
			(segment) =>
				needed.includes(segment.marker) || segment.marker === startOfScan || isColourNote(bytes, segment)
		)
		.map(({ from, to }) => bytes.subarray(from, to));
	const turning = turned ? [orientationSegment(turned)] : [];
	return {
		mediaType: 'image/jpeg',
		height: uint16(bytes, frame.from + 5),
		width: uint16(bytes, frame.from + 7),
		bytes: joinBytes([new Uint8Array([0xff, 0xd8]), ...turning, ...kept, new Uint8Array([0xff, endOfImage])])
	};
}
