import * as v from 'valibot';
import type { Outcome } from '#lib/server/problem.ts';

/** What somebody wrote, by the schema; its messages are the problems' codes. */
export function parseInput<T>(schema: v.GenericSchema<unknown, T>, input: unknown): Outcome<T> {
	const parsed = v.safeParse(schema, input, { abortPipeEarly: true });
	if (parsed.success) return { ok: true, value: parsed.output };
	return {
		ok: false,
		problems: parsed.issues.map((issue) => {
			const absent = issue.received === 'undefined' || issue.received === 'null';
			const code = absent ? 'missing' : issue.message;
			return { at: v.getDotPath(issue) ?? '', code, detail: issue.message };
		})
	};
}
