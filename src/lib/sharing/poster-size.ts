/** Room for the titles on the poster, in millimetres. */
const width = 182;
const height = 74;

/** Widths of our letters in bold type and height of a line, in parts of the type's size. */
const letter = 0.56;
const line = 1.06;

const largest = 26;

/**
 * The size of a title in millimetres: as large as it can be with `titles` of them sharing the room, and never so large
 * that its longest word breaks.
 */
export function titleSize(title: string, titles: number): number {
	const lines = 1.35;
	const byRoom = Math.sqrt((width * height) / titles / (letter * line * lines * [...title].length));
	const longestWord = Math.max(...title.split(/\s+/).map((word) => [...word].length));
	return Math.round(10 * Math.min(largest, byRoom, width / (letter * longestWord))) / 10;
}

/** The size of a text that must stand on one line of `room` millimetres, at most `most`. */
export const lineSize = (text: string, room: number, most: number): number =>
	Math.round(10 * Math.min(most, room / (letter * [...text].length))) / 10;
