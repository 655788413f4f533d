const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null;

/** Whether two values of JSON say the same, in whatever order their members stand. */
export function isEqual(one: unknown, other: unknown): boolean {
	if (!isObject(one) || !isObject(other)) return Object.is(one, other);
	if (Array.isArray(one) !== Array.isArray(other)) return false;
	const keys = Object.keys(one);
	return (
		keys.length === Object.keys(other).length &&
		keys.every((key) => Object.hasOwn(other, key) && isEqual(one[key], other[key]))
	);
}
