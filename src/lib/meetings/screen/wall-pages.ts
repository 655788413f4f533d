/** How much fits on the screen at once, as estimated from the number of characters. */
export interface WallRoom {
	/** Characters in a line. */
	characters: number;
	lines: number;
}

/** How long a page of texts stands. */
export const pageMilliseconds = 12_000;

/** Lines that a text takes, with the air around it. */
const linesOf = (text: string, { characters }: WallRoom): number =>
	text.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / characters)), 0.4);

/** The texts in pages that fit, in their order; a text that is longer than a page stands alone. */
export function wallPages<T extends { text: string }>(texts: T[], room: WallRoom): T[][] {
	const pages: T[][] = [];
	let left = 0;
	for (const entry of texts) {
		const lines = linesOf(entry.text, room);
		if (lines > left || pages.length === 0) {
			pages.push([]);
			left = room.lines;
		}
		pages.at(-1)!.push(entry);
		left -= lines;
	}
	return pages;
}

/** How much smaller a page has to be written to fit; 1 for most. */
export function pageScale(page: { text: string }[], room: WallRoom): number {
	const lines = page.reduce((sum, { text }) => sum + linesOf(text, room), 0);
	return lines <= room.lines ? 1 : Math.max(0.5, Math.sqrt(room.lines / lines));
}

/** Which page stands at a moment: everybody who looks, with a script or without, sees the same one. */
export const pageAt = (moment: number, pages: number): number =>
	pages === 0 ? 0 : Math.floor(moment / pageMilliseconds) % pages;
