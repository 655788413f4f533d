import { ImportFailure } from './import-failure.ts';
import { mostFileBytes } from './limits.ts';

/** A file as text. */
export interface DecodedText {
	text: string;
	/** The file neither said nor showed how its letters are written, so that å, ä and ö may be wrong. */
	guessed: boolean;
}

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

/** How files begin that hold others: unpacking them is left to a person who knows what is inside. */
const packed: readonly (readonly number[])[] = [
	[...ascii('PK'), 3, 4],
	[...ascii('PK'), 5, 6],
	[0x1f, 0x8b],
	ascii('BZh'),
	[0xfd, ...ascii('7zXZ')],
	[...ascii('7z'), 0xbc, 0xaf],
	ascii('Rar!'),
	[0x28, 0xb5, 0x2f, 0xfd],
	[0x04, 0x22, 0x4d, 0x18]
];

/** PDF, older Office, RTF, pictures. */
const documents: readonly (readonly number[])[] = [
	ascii('%PDF'),
	[0xd0, 0xcf, 0x11, 0xe0],
	ascii('{\\rtf'),
	[0x89, ...ascii('PNG')],
	[0xff, 0xd8, 0xff],
	ascii('GIF8')
];

const beginsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
	signature.every((byte, index) => bytes[index] === byte);

const beginsLike = (bytes: Uint8Array, signatures: readonly (readonly number[])[]): boolean =>
	signatures.some((signature) => beginsWith(bytes, signature));

/** The text in an encoding; undefined when the bytes are something else. */
function decodedAs(encoding: string, bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

/** Every second byte of Western text in UTF-16 is zero: which half they are in tells the order. */
function withoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
	const head = bytes.subarray(0, 400);
	const zeros = [0, 0];
	head.forEach((byte, index) => byte === 0 && zeros[index % 2]!++);
	const many = head.length / 4;
	if (zeros[1]! > many && zeros[0] === 0) return 'utf-16le';
	return zeros[0]! > many && zeros[1] === 0 ? 'utf-16be' : undefined;
}

function markedEncoding(bytes: Uint8Array): string | undefined {
	if (beginsWith(bytes, [0xff, 0xfe, 0, 0]) || beginsWith(bytes, [0, 0, 0xfe, 0xff]))
		throw new ImportFailure('encoding', 'UTF-32');
	if (beginsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
	if (beginsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
	return withoutMark(bytes);
}

/** What an XML declaration says; UTF-8 when it says nothing, or UTF-16 in letters of one byte. */
function declaredEncoding(bytes: Uint8Array): string {
	const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
	const declared = /^(?:ï»¿)?\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1] ?? 'utf-8';
	return /^utf-?(8|16)/i.test(declared) ? 'utf-8' : declared;
}

function decodeBytes(bytes: Uint8Array): DecodedText {
	const marked = markedEncoding(bytes);
	const encoding = marked ?? declaredEncoding(bytes);
	const text = decodedAs(encoding, bytes);
	if (text !== undefined) return { text, guessed: false };
	if (encoding !== 'utf-8') throw new ImportFailure('encoding', encoding);
	return { text: decodedAs('windows-1252', bytes) ?? '', guessed: true };
}

/** Control characters that no text holds. */
const unreadable = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/;

/**
 * The text of an uploaded file: UTF-8, UTF-16, what an XML declaration names, else windows-1252 as a guess.
 * @throws ImportFailure `empty`, `too-large`, `packed` (by its first bytes, whatever it is called), `not-text` or `encoding`.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
	if (bytes.byteLength > mostFileBytes) throw new ImportFailure('too-large');
	if (beginsLike(bytes, packed)) throw new ImportFailure('packed');
	if (beginsLike(bytes, documents)) throw new ImportFailure('not-text');
	const decoded = decodeBytes(bytes);
	if (decoded.text.trim() === '') throw new ImportFailure('empty');
	if (decoded.text.includes('\0') || (decoded.guessed && unreadable.test(decoded.text)))
		throw new ImportFailure('not-text');
	return decoded;
}
