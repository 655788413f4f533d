import { create } from 'qrcode';

/** A QR code as one SVG path: dark modules in a square of `size` units, with the four empty units around it. */
export interface QrPath {
	size: number;
	path: string;
}

const margin = 4;

/** The QR code of a text, to be drawn as `<svg viewBox="0 0 size size"><path d={path} /></svg>`. */
export function qrPath(text: string): QrPath {
	const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
	let path = '';
	for (let row = 0; row < size; row++)
		for (let column = 0; column < size; column++) {
			const from = column;
			while (column < size && data[row * size + column]) column++;
			if (column > from) path += `M${from + margin} ${row + margin}h${column - from}v1h-${column - from}z`;
		}
	return { size: size + 2 * margin, path };
}
