import jsqr from 'jsqr';
import { PNG } from 'pngjs';

/** What the QR code in a PNG picture says; undefined when no reader would find one. */
export function readQr(png: Buffer): string | undefined {
	const { width, height, data } = PNG.sync.read(png);
	return jsqr(new Uint8ClampedArray(data), width, height)?.data;
}
