import jsqr from 'jsqr';
import { expect, test } from 'vitest';
import { readQr } from '#tests/support/read-qr.ts';
import { qrSvg } from './qr-file.ts';
import { drawQrPng } from './server/draw-qr-png.ts';

const address = 'HTTPS://TRYGG.EXAMPLE.SE/D/482913';

/** Draws the only shape that our SVG uses, a row of squares `M4 4h7v1h-7z`, and reads the picture. */
function readSvg(svg: string): string | undefined {
	const size = Number(/viewBox="0 0 (\d+)/.exec(svg)![1]);
	const scale = 4;
	const pixels = new Uint8ClampedArray((size * scale) ** 2 * 4).fill(255);
	const path = [...svg.matchAll(/ d="([^"]+)"/g)].at(-1)![1]!;
	for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1/g))
		for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++)
			for (let column = Number(x) * scale; column < (Number(x) + Number(width)) * scale; column++)
				pixels.fill(0, (row * size * scale + column) * 4, (row * size * scale + column) * 4 + 3);
	return jsqr(pixels, size * scale, size * scale)?.data;
}

test('the file for print is a whole SVG picture that a reader understands', () => {
	const svg = qrSvg(address);
	expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^<>]*>(<path [^<>]*\/>){2}<\/svg>\n$/);
	expect(svg).toContain('viewBox="0 0 33 33"');
	expect(readSvg(svg)).toBe(address);
});

test('the file for screen is a PNG picture of a thousand pixels with its quiet zone', async () => {
	const png = await drawQrPng(address);
	expect(png.readUInt32BE(16)).toBe(33 * 30);
	expect(readQr(png)).toBe(address);
});
