/** What can go wrong that a person cannot mend in the form itself; each has one HTTP status. */
export const statusOf = {
	'not-found': 404,
	'not-open': 409,
	'too-large': 413,
	'unsupported-type': 415,
	'foreign-origin': 403,
	'too-many': 429,
	'proof-needed': 429,
	hasty: 429,
	'method-not-allowed': 405,
	unavailable: 503
} as const;

export type AppErrorCode = keyof typeof statusOf;

/** Thrown by use cases; routes turn it into a page or a problem document by its code. */
export class AppError extends Error {
	readonly code: AppErrorCode;
	/** What the problem document says besides. */
	readonly members: Record<string, unknown>;

	constructor(code: AppErrorCode, detail?: string, members: Record<string, unknown> = {}) {
		super(detail ?? code);
		this.name = 'AppError';
		this.code = code;
		this.members = members;
	}

	get status(): number {
		return statusOf[this.code];
	}
}
