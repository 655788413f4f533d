import { entityCharacter } from './html-entities.ts';

/** A text without markup, and what went with the markup. */
export interface PlainText {
	text: string;
	/** Addresses of links and pictures that stood in the markup. */
	links: string[];
}

const paragraphs = new Set(['p', 'ul', 'ol', 'table', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const lines = new Set(['br', 'div', 'li', 'tr', 'hr', 'section', 'dd', 'dt']);
/** What stands in these is not for reading. */
const silent = new Set(['script', 'style', 'iframe', 'object', 'template']);

const tagName = /<\/?([a-zA-Z][a-zA-Z0-9:-]*)/y;
const entity = /&([a-zA-Z][a-zA-Z0-9]{1,30}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});/y;
const address = /\s(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;

/** Where the next `wanted` ends; the end of the text when there is none, which is looked for only once. */
function finder(html: string): (wanted: string, from: number) => number {
	const missing = new Set<string>();
	return (wanted, from) => {
		const found = missing.has(wanted) ? -1 : html.indexOf(wanted, from);
		if (found < 0) missing.add(wanted);
		return found < 0 ? html.length : found + wanted.length;
	};
}

const breakOf = (name: string): string => (paragraphs.has(name) ? '\n\n' : lines.has(name) ? '\n' : '');

/** A tag: where it ends (with what nobody reads inside it), the break it makes, the address it names. */
interface Tag {
	end: number;
	mark: string;
	link: string | undefined;
}

/** Reads HTML from the left, looking at each part once. */
function tagReader(html: string): (at: number) => Tag | undefined {
	const lower = html.toLowerCase();
	const after = finder(html);
	const afterSilent = finder(lower);
	return (at) => {
		if (html.startsWith('<!--', at)) return { end: after('-->', at + 4), mark: '', link: undefined };
		tagName.lastIndex = at;
		const name = tagName.exec(html)?.[1]!.toLowerCase();
		if (name === undefined) return undefined;
		const end = after('>', at);
		const found = address.exec(html.slice(at, Math.min(end, at + 4000)));
		const opens = html[at + 1] !== '/' && html[end - 2] !== '/';
		return {
			end: silent.has(name) && opens ? after('>', afterSilent(`</${name}`, end)) : end,
			mark: breakOf(name),
			link: found?.[1] ?? found?.[2] ?? found?.[3]
		};
	};
}

/** Control characters, marks that turn the direction of what follows, and byte order marks pasted along. */
const invisible = /(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069\uFEFF\u200B]/gu;

const tidied = (text: string): string =>
	text
		.toWellFormed()
		.normalize('NFC')
		.replace(/[\t\u00a0\u2000-\u200a\u202f]/g, ' ')
		.replace(invisible, '')
		.replace(/ {2,}/g, ' ')
		.replace(/ ?\n ?/g, '\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim();

/** Entities in a piece of text between tags. */
function decoded(piece: string): string {
	if (!piece.includes('&')) return piece;
	let out = '';
	let at = 0;
	for (let next = piece.indexOf('&'); next >= 0; next = piece.indexOf('&', at)) {
		entity.lastIndex = next;
		const inside = entity.exec(piece)?.[1];
		const character = inside === undefined ? undefined : entityCharacter(inside);
		const end = character === undefined ? next + 1 : next + inside!.length + 2;
		out += piece.slice(at, next) + (character ?? '&');
		at = end;
	}
	return out + piece.slice(at);
}

/**
 * The text that a reader of this HTML sees: tags off, entities as letters, paragraphs and line breaks kept. What holds
 * no tag keeps its own line breaks. Takes time in proportion to its length, whatever it holds.
 */
export function plainText(html: string): PlainText {
	const readTag = tagReader(html);
	const links = new Set<string>();
	const pieces: string[] = [];
	const marks: string[] = [];
	let from = 0;
	for (let at = html.indexOf('<'); at >= 0;) {
		const tag = readTag(at);
		if (tag) {
			pieces.push(html.slice(from, at));
			marks.push(tag.mark);
			if (tag.link) links.add(decoded(tag.link));
			from = tag.end;
		}
		at = html.indexOf('<', tag ? tag.end : at + 1);
	}
	pieces.push(html.slice(from));
	const breaks = marks.length > 0 ? /\s+/g : /\r\n?/g;
	const read = pieces.map((piece) => decoded(piece.replace(breaks, marks.length > 0 ? ' ' : '\n')));
	return {
		text: tidied(read.map((piece, index) => piece + (marks[index] ?? '')).join('')),
		links: [...links]
	};
}

/** The same on one line, for titles and options. */
export const onOneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ');
