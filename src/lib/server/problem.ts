/** One thing that a person or a program can mend: where it is, which rule it broke, and why in words. */
export interface Problem {
	/** Path of the value, e.g. `answers.priority` or `background.age`; empty for the whole. */
	at: string;
	code: string;
	detail: string;
}

/** The answer of a use case whose input may need mending. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };
