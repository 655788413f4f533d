/** A schema as JSON; only what our own schemas use is understood. */
type Schema = Record<string, unknown>;

const typeOf = (value: unknown): string => {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'array';
	return typeof value;
};

const hasType = (value: unknown, type: unknown): boolean =>
	type === 'integer' ? Number.isInteger(value) : typeOf(value) === type;

const isObject = (value: unknown): value is Record<string, unknown> => typeOf(value) === 'object';
const letters = (value: unknown): number => [...(value as string)].length;

/** Every rule we use: what it says of a value that it is about; true for all others. */
const rules: Record<string, (value: unknown, rule: never, schema: Schema) => boolean> = {
	type: (value, rule) => hasType(value, rule),
	const: (value, rule) => value === rule,
	enum: (value, rule: unknown[]) => rule.includes(value),
	not: (value, rule: Schema) => schemaFaults(rule, value).length > 0,
	pattern: (value, rule: string) => typeof value !== 'string' || new RegExp(rule, 'u').test(value),
	maxLength: (value, rule: number) => typeof value !== 'string' || letters(value) <= rule,
	minimum: (value, rule: number) => typeof value !== 'number' || value >= rule,
	maximum: (value, rule: number) => typeof value !== 'number' || value <= rule,
	maxItems: (value, rule: number) => !Array.isArray(value) || value.length <= rule,
	uniqueItems: (value) => !Array.isArray(value) || new Set(value).size === value.length,
	required: (value, rule: string[]) => !isObject(value) || rule.every((name) => Object.hasOwn(value, name))
};

/** Rules that go on into a value's parts, and words for people. */
const elsewhere = new Set([
	...['properties', 'additionalProperties', 'propertyNames', 'items', 'prefixItems'],
	...['$schema', '$id', 'title', 'description']
]);

function memberFaults(schema: Schema, value: Record<string, unknown>, at: string): string[] {
	const properties = (schema.properties ?? {}) as Record<string, Schema>;
	return Object.entries(value).flatMap(([name, member]) => {
		const path = at === '' ? name : `${at}.${name}`;
		const names = schema.propertyNames ? schemaFaults(schema.propertyNames as Schema, name, path) : [];
		if (Object.hasOwn(properties, name)) return [...names, ...schemaFaults(properties[name]!, member, path)];
		const others = schema.additionalProperties;
		if (others === false) return [`${path}: additionalProperties`];
		return [...names, ...(others ? schemaFaults(others as Schema, member, path) : [])];
	});
}

function itemFaults(schema: Schema, value: unknown[], at: string): string[] {
	const first = (schema.prefixItems ?? []) as Schema[];
	return value.flatMap((item, index) => {
		const rule = first[index] ?? (schema.items as Schema | undefined);
		return rule ? schemaFaults(rule, item, `${at}.${index}`) : [];
	});
}

/**
 * What is wrong with a value by a JSON Schema (2020-12), as `path: rule`; nothing when it is valid. Knows the rules that
 * our schemas use, and throws on every other.
 */
export function schemaFaults(schema: Schema, value: unknown, at = ''): string[] {
	const own = Object.entries(schema).flatMap(([name, rule]) => {
		if (elsewhere.has(name)) return [];
		const check = rules[name];
		if (!check) throw new Error(`a rule that this test does not know: ${name}`);
		return check(value, rule as never, schema) ? [] : [`${at}: ${name}`];
	});
	if (isObject(value)) return [...own, ...memberFaults(schema, value, at)];
	return Array.isArray(value) ? [...own, ...itemFaults(schema, value, at)] : own;
}
