import * as v from 'valibot';
import { isDay } from '#lib/dialogues/period.ts';
import { sources } from './problem.ts';

const line = (most: number) =>
	v.pipe(v.string('missing'), v.trim(), v.nonEmpty('missing'), v.maxLength(most, 'too-long'));
const day = v.pipe(
	v.string('missing'),
	v.nonEmpty('missing'),
	v.check((text) => isDay(text), 'invalid-day')
);

/** A released result: one option, or the whole question. */
export const resultInput = v.strictObject({
	kind: v.literal('result'),
	dialogueCode: line(6),
	questionKey: line(100),
	optionKey: v.nullable(line(100)),
	/** Background dimension → option keys. */
	filter: v.optional(v.record(v.string(), v.array(v.string())), {}),
	/** What it says, where somebody says it better than we do. */
	statement: v.optional(v.nullable(line(300)), null)
});

/** Something that somebody else wrote, with who and when. */
export const documentInput = v.strictObject({
	kind: v.literal('document'),
	placeCode: line(100),
	statement: line(300),
	figure: v.optional(v.nullable(line(60)), null),
	source: line(160),
	day,
	href: v.optional(
		v.nullable(
			v.pipe(
				v.string(),
				v.trim(),
				v.maxLength(500, 'too-long'),
				v.check((text) => /^https:\/\//.test(text) && URL.canParse(text), 'invalid-link')
			)
		),
		null
	),
	/** Whose view it is. */
	voice: v.optional(v.picklist(sources, 'missing'), 'staff'),
	fileName: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(200, 'too-long'))), null),
	content: v.optional(v.nullable(v.instance(Uint8Array)), null)
});

/** Something else that a place has: an imported series, counted talks, a theme of notes or of texts. */
export const sourceInput = v.strictObject({
	kind: v.literal('source'),
	placeCode: line(100),
	/** As `findSources` names it. */
	value: line(200)
});

/** What becomes evidence, by its kind. Messages are problem codes. */
export const evidenceInput = v.variant('kind', [resultInput, documentInput, sourceInput]);

export type EvidenceInput = v.InferInput<typeof evidenceInput>;
export type ResultInput = v.InferOutput<typeof resultInput>;
export type DocumentInput = v.InferOutput<typeof documentInput>;

/** Most bytes of an uploaded document. */
export const mostDocumentBytes = 5_000_000;

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
	signature.every((byte, index) => bytes[index] === byte);

/** What a document is, by how its bytes begin, whatever its name says; undefined for what is not taken. */
export function documentTypeOf(
	bytes: Uint8Array
): 'application/pdf' | 'image/png' | 'image/jpeg' | undefined {
	if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'application/pdf';
	if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
	if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
	return undefined;
}
