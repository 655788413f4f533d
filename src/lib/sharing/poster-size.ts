/** Room for titles on the poster, in millimetres: the whole width, and the height for one title or for each of two. */
const width = 182;
const heights = { 1: 66, 2: 24.5 };

/** Width of our letters in bold type and height of a line, in parts of the type's size. */
const letter = 0.53;
const line = 1.06;

const largest = 26;
const smallest = 6;
const step = 0.1;

/** How many lines a title takes in type of a size; endless when a word is wider than the page. */
function linesAt(title: string, size: number): number {
	const room = Math.floor(width / (letter * size));
	let [lines, taken] = [1, 0];
	for (const word of title.split(/\s+/)) {
		const length = [...word].length;
		if (length > room) return Infinity;
		const fits = taken === 0 || taken + 1 + length <= room;
		if (!fits) lines++;
		taken = fits && taken > 0 ? taken + 1 + length : length;
	}
	return lines;
}

/** The size of a title in millimetres: as large as its words fit whole into the room that `titles` of them share. */
export function titleSize(title: string, titles: 1 | 2): number {
	const room = heights[titles];
	let size = largest;
	while (size > smallest && linesAt(title, size) * line * size > room) size -= step;
	return Math.round(10 * size) / 10;
}

/** The size of a text that must stand on one line of `room` millimetres, at most `most`. */
export const lineSize = (text: string, room: number, most: number): number =>
	Math.round(10 * Math.min(most, room / (letter * [...text].length))) / 10;
