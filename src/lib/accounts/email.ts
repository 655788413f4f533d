import * as v from 'valibot';

const schema = v.pipe(
	v.string(),
	v.trim(),
	v.toLowerCase(),
	v.minLength(1, 'missing'),
	v.maxLength(200, 'too-long'),
	v.email('invalid-email')
);

/**
 * An e-mail address as it is stored and compared: trimmed, lower case.
 * @returns null when it is none.
 */
export function normalEmail(written: string): string | null {
	const parsed = v.safeParse(schema, written);
	return parsed.success ? parsed.output : null;
}
