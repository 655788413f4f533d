import { stripJpeg } from './strip-jpeg.ts';
import { stripPng } from './strip-png.ts';

/** A photo without anything but the picture: no place, time, device, names, thumbnails or colour profile. */
export interface StrippedPhoto {
	mediaType: 'image/jpeg' | 'image/png';
	/** Pixels as they are stored; a turned JPEG says so in `bytes` and is shown the right way up. */
	width: number;
	height: number;
	bytes: Uint8Array;
}

/** Most pixels of a photo: beyond this a small file could fill a reader's memory. */
const mostPixels = 60_000_000;

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
	signature.every((byte, index) => bytes[index] === byte);

function strip(bytes: Uint8Array): StrippedPhoto | undefined {
	if (startsWith(bytes, [0xff, 0xd8, 0xff])) return stripJpeg(bytes);
	if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return stripPng(bytes);
	return undefined;
}

/**
 * Takes everything out of a JPEG or PNG that is not needed to draw it: only the parts on a list of known ones stay, in
 * the order they stand, and what follows the end of the picture goes. Which way up a JPEG is shown is kept, by itself.
 * @returns undefined for anything that is not a whole picture of those two kinds, or is larger than 60 megapixels
 */
export function stripMetadata(bytes: Uint8Array): StrippedPhoto | undefined {
	const photo = strip(bytes);
	const pixels = photo ? photo.width * photo.height : 0;
	return pixels > 0 && pixels <= mostPixels ? photo : undefined;
}
