import * as v from 'valibot';
import { showings, type Block } from './picture.ts';

const text = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most, 'too-long'));
const cell = text(200);

const block = v.variant('kind', [
	v.strictObject({ id: v.string(), kind: v.literal('text'), text: text(5000) }),
	v.strictObject({
		id: v.string(),
		kind: v.literal('evidence'),
		evidenceId: v.string(),
		show: v.picklist(showings, 'unknown'),
		note: text(1000)
	}),
	v.strictObject({ id: v.string(), kind: v.literal('quote'), text: text(600), from: text(160) }),
	v.strictObject({
		id: v.string(),
		kind: v.literal('table'),
		caption: text(160),
		columns: v.pipe(v.array(cell), v.maxLength(8, 'too-many')),
		rows: v.pipe(v.array(v.pipe(v.array(cell), v.maxLength(8, 'too-many'))), v.maxLength(40, 'too-many'))
	})
]);

/** Most blocks of a section. */
export const mostBlocks = 60;

/** The blocks of a section as somebody writes them; messages are problem codes. */
export const blocksInput = v.pipe(
	v.array(block),
	v.maxLength(mostBlocks, 'too-many')
) satisfies v.GenericSchema<unknown, Block[]>;

/** A block that says nothing yet: left out of what is frozen. */
export const isEmpty = (one: Block): boolean =>
	one.kind === 'text' || one.kind === 'quote'
		? one.text === ''
		: one.kind === 'table' && one.rows.length === 0;
