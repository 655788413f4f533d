/** Why nothing of a file could be imported. */
export const failureCodes = [
	'empty',
	'too-large',
	'packed',
	'not-text',
	'picture',
	'pdf',
	'encoding',
	'unknown-format',
	'broken',
	'damaged-workbook',
	'locked-workbook',
	'unpacks-too-much',
	'foreign-entity',
	'too-many-cells',
	'too-many-rows',
	'sizes-differ',
	'only-links',
	'only-metadata',
	'no-values',
	'no-columns'
] as const;

export type FailureCode = (typeof failureCodes)[number];

/** Thrown while a file is read, and caught where reading began: nothing is ever half imported. */
export class ReadFailure extends Error {
	override name = 'ReadFailure';
	readonly code: FailureCode;
	/** Where in the file, or which value, when that helps somebody who mends it. */
	readonly at: string;

	constructor(code: FailureCode, at = '') {
		super(code);
		this.code = code;
		this.at = at.slice(0, 100);
	}
}
