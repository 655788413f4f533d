import { toJsonSchema } from '@valibot/to-json-schema';
import { exchangeSchema } from './exchange-schema.ts';

/** A name that every JavaScript object answers to is no key. */
const key = (pattern: string) => ({ pattern, not: { const: 'constructor' } });
const languageTag = '^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$';

/** Rules that are functions of ours, by what they are called, as JSON Schema says them. */
const written: Record<string, object> = {
	'question-key': key('^[a-z][a-z0-9]*(_[a-z0-9]+)*$'),
	'option-key': key('^[a-z0-9][a-z0-9_-]*$'),
	languages: { uniqueItems: true, prefixItems: [{ const: 'sv' }] }
};

/** A language is a text in one place and the name of a member in another. */
const ofLanguage = (type: unknown): object =>
	type === 'object' ? { propertyNames: { pattern: languageTag } } : { pattern: languageTag };

function completed(action: { message?: unknown }, schema: { type?: unknown }): object {
	const rule = typeof action.message === 'string' ? action.message : '';
	if (rule === 'unknown-language') return { ...schema, ...ofLanguage(schema.type) };
	return Object.hasOwn(written, rule) ? { ...schema, ...written[rule] } : schema;
}

const { $schema, ...rules } = toJsonSchema(exchangeSchema, {
	target: 'draft-2020-12',
	errorMode: 'ignore',
	overrideAction: ({ valibotAction, jsonSchema }) => completed(valibotAction as object, jsonSchema)
});

/**
 * JSON Schema (2020-12) of the files that questionnaires are exported to. It is made of the rules that imports are held
 * against; what it cannot say is in its description.
 */
export const exchangeJsonSchema = {
	$schema,
	$id: 'urn:lyhord:questionnaire:1',
	title: 'Lyhörd questionnaire, version 1',
	description:
		'Texts are by language (BCP 47); Swedish is always there and may be empty while a questionnaire is written. ' +
		'Besides this schema: keys of questions, and of the options of one question, are different; the source is one of ' +
		'the languages; a condition names options of a question that stands before it; and all of it has at most one ' +
		'million bytes as compact JSON. Question keys are permanent: the same key means the same question in every year.',
	...rules
};
