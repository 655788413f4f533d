import { joinBytes, uint32 } from './join-bytes.ts';
import type { StrippedPhoto } from './strip-metadata.ts';

/** Header, palette, pixels, end and what is see-through: all that a picture is drawn from. */
const needed = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'];

interface Chunk {
	type: string;
	/** Length, type, data and check sum. */
	whole: Uint8Array;
}

/** The chunks up to the end of the image; undefined when it breaks off. */
function chunksOf(bytes: Uint8Array): Chunk[] | undefined {
	const chunks: Chunk[] = [];
	for (let at = 8; at + 12 <= bytes.length;) {
		const end = at + 12 + uint32(bytes, at);
		if (end > bytes.length) return undefined;
		const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
		chunks.push({ type, whole: bytes.subarray(at, end) });
		if (type === 'IEND') return chunks;
		at = end;
	}
	return undefined;
}

/** A PNG with its header, palette and pixels only; see `stripMetadata`. */
export function stripPng(bytes: Uint8Array): StrippedPhoto | undefined {
	const chunks = chunksOf(bytes);
	const header = chunks?.[0];
	if (!chunks || header?.type !== 'IHDR' || !chunks.some(({ type }) => type === 'IDAT')) return undefined;
	const kept = chunks.filter(({ type }) => needed.includes(type)).map(({ whole }) => whole);
	return {
		mediaType: 'image/png',
		width: uint32(header.whole, 8),
		height: uint32(header.whole, 12),
		bytes: joinBytes([bytes.subarray(0, 8), ...kept])
	};
}
