import { PNG } from 'pngjs';

type Picture = { width: number; height: number; grey: (x: number, y: number) => number };

/** The picture's brightness, 0–255; what lies outside is as bright as the edge. */
function readGrey(png: Buffer): Picture {
	const { width, height, data } = PNG.sync.read(png);
	const inside = (value: number, end: number) => Math.min(Math.max(value, 0), end - 1);
	return {
		width,
		height,
		grey: (x, y) => {
			const at = (inside(y, height) * width + inside(x, width)) * 4;
			return 0.299 * data[at]! + 0.587 * data[at + 1]! + 0.114 * data[at + 2]!;
		}
	};
}

function keep({ width, height, grey }: Picture): Picture {
	const values = new Float64Array(width * height);
	for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) values[y * width + x] = grey(x, y);
	const inside = (value: number, end: number) => Math.min(Math.max(value, 0), end - 1);
	return { width, height, grey: (x, y) => values[inside(y, height) * width + inside(x, width)]! };
}

function mean(picture: Picture, from: [number, number], to: [number, number]): number {
	let sum = 0;
	for (let y = from[1]; y < to[1]; y++) for (let x = from[0]; x < to[0]; x++) sum += picture.grey(x, y);
	return sum / ((to[0] - from[0]) * (to[1] - from[1]));
}

const smaller = (picture: Picture, by: number): Picture =>
	keep({
		width: Math.floor(picture.width / by),
		height: Math.floor(picture.height / by),
		grey: (x, y) => mean(picture, [x * by, y * by], [(x + 1) * by, (y + 1) * by])
	});

/** As a lens that is not quite in focus: each point takes in its neighbours, the nearest most. */
const blurred = (picture: Picture): Picture =>
	keep({
		...picture,
		grey: (x, y) =>
			[-1, 0, 1].reduce(
				(sum, down) =>
					sum +
					[-1, 0, 1].reduce(
						(row, right) =>
							row + (picture.grey(x + right, y + down) * (2 - Math.abs(right)) * (2 - Math.abs(down))) / 16,
						0
					),
				0
			)
	});

/** What a camera in the back row sees of a screenshot: an eighth of the size, blurred. */
export function fromFarAway(png: Buffer): Buffer {
	const seen = blurred(smaller(readGrey(png), 8));
	const picture = new PNG({ width: seen.width, height: seen.height });
	for (let y = 0; y < seen.height; y++)
		for (let x = 0; x < seen.width; x++) {
			const at = (y * seen.width + x) * 4;
			picture.data.fill(Math.round(seen.grey(x, y)), at, at + 3);
			picture.data[at + 3] = 255;
		}
	return PNG.sync.write(picture);
}
