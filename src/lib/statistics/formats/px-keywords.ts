import { ReadFailure } from '../read-failure.ts';

/** One keyword of a PX file: `VALUES[sv]("kön")="män","kvinnor";` */
export interface Keyword {
	name: string;
	/** Empty for the file's own language. */
	language: string;
	/** What stands in the brackets after the name. */
	subject: string[];
	values: string[];
}

/** A PX file: its keywords, and the text of its cells. */
export interface PxFile {
	keywords: Keyword[];
	data: string;
}

const header = /^\s*([A-Z][A-Z0-9-]*)(?:\[([a-zA-Z-]+)\])?(?:\(((?:"[^"]*"|[^()"])*)\))?\s*=/;

/** Texts in quotes; texts that only blanks part belong together, as the format breaks long ones. */
function valuesOf(text: string): string[] {
	const values: string[] = [];
	let joined = false;
	for (const [, quoted, bare] of text.matchAll(/"([^"]*)"|([^\s",]+)|,/g)) {
		const value = quoted ?? bare;
		if (value === undefined) joined = false;
		else if (joined && quoted !== undefined) values[values.length - 1] += quoted;
		else values.push(value);
		joined = quoted !== undefined;
	}
	return values;
}

/** The end of a statement: the first semicolon outside quotes. */
function endOf(text: string, from: number): number {
	let quoted = false;
	for (let at = from; at < text.length; at++) {
		const letter = text.charCodeAt(at);
		if (letter === 34) quoted = !quoted;
		else if (letter === 59 && !quoted) return at;
	}
	return -1;
}

/**
 * The keywords of a PX file and the text of its DATA.
 * @throws ReadFailure `broken` at the line where it stops being one
 */
export function parsePx(text: string): PxFile {
	const keywords: Keyword[] = [];
	let at = 0;
	while (at < text.length && keywords.length < 20_000) {
		if (text.slice(at, at + 200).trim() === '') break;
		const head = header.exec(text.slice(at, at + 2_000));
		const line = () => String(text.slice(0, at).split('\n').length);
		if (!head) throw new ReadFailure('broken', line());
		const begin = at + head[0].length;
		const end = endOf(text, begin);
		if (head[1] === 'DATA') return { keywords, data: text.slice(begin, end < 0 ? undefined : end) };
		if (end < 0) throw new ReadFailure('broken', line());
		keywords.push({
			...{ name: head[1]!, language: head[2] ?? '' },
			subject: valuesOf(head[3] ?? ''),
			values: valuesOf(text.slice(begin, end))
		});
		at = end + 1;
	}
	return { keywords, data: '' };
}
