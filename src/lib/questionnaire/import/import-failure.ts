/** Why nothing of a file could be imported. */
export const failureCodes = [
	'empty',
	'too-large',
	'packed',
	'not-text',
	'encoding',
	'unknown-format',
	'doctype',
	'too-deep',
	'broken',
	'truncated',
	'not-survey',
	'no-questions',
	'too-many',
	'newer-version',
	'wrong-shape'
] as const;

export type FailureCode = (typeof failureCodes)[number];

/** Thrown while a file is read, and caught where reading began: nothing is ever half imported. */
export class ImportFailure extends Error {
	override name = 'ImportFailure';
	readonly code: FailureCode;
	/** Where in the file, or which value, when that helps somebody who mends it: `rad 12`, `questions.2.kind`. */
	readonly at: string;

	constructor(code: FailureCode, at = '') {
		super(code);
		this.code = code;
		this.at = at;
	}
}
