/**
 * What the page's script put into the field `response`: the browser's answer as JSON. Only its outer shape is known to
 * be right; the use cases verify the rest. Anything else becomes an empty answer, which they refuse.
 */
export function readPasskeyAnswer<T>(form: FormData): T {
	const written = form.get('response');
	try {
		const answer: unknown = JSON.parse(typeof written === 'string' ? written.slice(0, 20_000) : '{}');
		return (typeof answer === 'object' && answer !== null ? answer : {}) as T;
	} catch {
		return {} as T;
	}
}
