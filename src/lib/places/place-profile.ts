import * as v from 'valibot';

const words = (most: number) =>
	v.pipe(v.string(), v.trim(), v.minLength(1, 'missing'), v.maxLength(most, 'too-long'));

/** The shape of a profile as somebody writes it; messages are problem codes. */
export const placeProfileSchema = v.strictObject({
	placeCode: v.string(),
	sender: words(120),
	contactEmail: v.nullable(v.pipe(words(200), v.email('invalid-email'))),
	contactPhone: v.nullable(v.pipe(words(40), v.regex(/^[+\d][\d\s()/-]*$/, 'invalid-phone')))
});
