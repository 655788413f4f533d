interface Room {
	/** How wide a line may be, in the drawing's units. */
	width: number;
	/** Size of the letters. */
	size: number;
	lines: number;
}

/** How wide a letter is at most, as a part of the letters' size: a drawing cannot measure before it is drawn. */
function letterWidth(letter: string): number {
	if (/[iljtfrI.,:;'’”()!|\s-]/.test(letter)) return 0.34;
	if (/[mwMW—…%@&]/.test(letter)) return 0.92;
	return /[\p{Lu}]/u.test(letter) ? 0.7 : 0.56;
}

const widthOf = (text: string, size: number): number =>
	[...text].reduce((sum, letter) => sum + letterWidth(letter), 0) * size;

/** A word that no line has room for, in pieces that end with a hyphen. */
function pieces(word: string, { width, size }: Room): string[] {
	const found = [''];
	for (const letter of word) {
		if (widthOf(`${found.at(-1)}${letter}-`, size) > width) found.push('');
		found[found.length - 1] += letter;
	}
	return found.map((piece, index) => (index < found.length - 1 ? `${piece.replace(/-$/, '')}-` : piece));
}

/** Cuts a line so that it ends with an ellipsis and still has room. */
function clipped(line: string, { width, size }: Room): string {
	let kept = line.replace(/[-\s]+$/, '');
	while (kept !== '' && widthOf(`${kept}…`, size) > width) kept = kept.slice(0, -1).trimEnd();
	return `${kept}…`;
}

/** The lines of a text in a drawing; what there is no room for ends with an ellipsis, and is read in the outline. */
export function fittedWords(text: string, room: Room): string[] {
	const words = text
		.trim()
		.split(/\s+/)
		.flatMap((word) => (widthOf(word, room.size) > room.width ? pieces(word, room) : [word]));
	const lines: string[] = [];
	for (const word of words) {
		const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
		if (lines.length > 0 && !lines.at(-1)!.endsWith('-') && widthOf(longer, room.size) <= room.width)
			lines[lines.length - 1] = longer;
		else lines.push(word);
	}
	if (lines.length <= room.lines) return lines;
	const kept = lines.slice(0, room.lines);
	return [...kept.slice(0, -1), clipped(kept.at(-1)!, room)];
}
