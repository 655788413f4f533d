import { toJsonSchema } from '@valibot/to-json-schema';
import { schemas } from './schemas.ts';

type Name = keyof typeof schemas;

const reference = (name: Name) => ({ $ref: `#/components/schemas/${name}` });
const json = (name: Name) => ({ 'application/json': { schema: reference(name) } });
const problem = (description: string) => ({
	description,
	content: { 'application/problem+json': { schema: reference('Problem') } }
});

const query = (name: string, description: string) => ({
	name,
	in: 'query',
	description,
	schema: { type: 'string' }
});
const inPath = (description: string) => ({
	name: 'code',
	in: 'path',
	required: true,
	description,
	schema: { type: 'string' }
});

const language = query('lang', 'language of the texts; else Accept-Language, else Swedish');
const dialogueCode = inPath('the six digits of the dialogue; twelve for a question that a meeting asks');
const filters = ['district', 'age', 'gender', 'group'].map((dimension) =>
	query(dimension, 'option keys separated by commas: only answers that can be told apart so')
);
const notFound = problem('there is no such thing, or it is not public');

/** A public read: body with an ETag, or 304. */
const read = (summary: string, schema: Name, parameters: object[]) => ({
	get: {
		summary,
		parameters,
		responses: {
			200: { description: 'the present state', content: json(schema) },
			304: { description: 'unchanged since the ETag of If-None-Match' },
			404: notFound
		}
	}
});

const postAnswers = {
	summary: 'Send one answer sheet, exactly once',
	description:
		'No cookie is read and no preflight is answered. A request from a page of another origin is refused; a program that sends no Origin is welcome. A `challenge` is met by a `proof`, the text `<bits>.<expires>.<salt>.<nonce>` whose SHA-256 begins with that many zero bits; the nonce is 1–12 of a–z and 0–9. It holds for this key until `expires` (seconds since 1970). A sheet that was stored before is never asked for one. Where a dialogue asks for one-time codes, `code` is the one from the slip; it lets in one sheet. Else the problem `code-missing`, `code-unknown` or `code-used` says why, at `code`.',
	parameters: [dialogueCode],
	requestBody: { required: true, content: json('Submission') },
	responses: {
		200: { description: 'the key was used before: nothing more is stored', content: json('Accepted') },
		201: { description: 'stored durably', content: json('Accepted') },
		403: problem('the request comes from another site'),
		404: notFound,
		409: problem('the dialogue does not take answers now'),
		413: problem('the body is larger than 64 kB'),
		415: problem('the content type is not application/json'),
		422: problem('something in the sheet has to be mended'),
		429: problem(
			'more than 1,000 answers came from this network within two minutes: send it again with the same key and the proof of the `challenge`'
		),
		503: problem('the sheet could not be stored; send it again with the same key')
	}
};

const stream = {
	get: {
		summary: 'Follow the results live',
		description:
			'Server-sent events: `id` is seq, `event` is release, `data` is the Results object. The present state comes first; Last-Event-ID resumes. Every 10 seconds a quiet stream sends the event `alive`.',
		parameters: [dialogueCode, language, ...filters],
		responses: {
			200: {
				description: 'an event stream',
				content: { 'text/event-stream': { schema: { type: 'string' } } }
			},
			404: notFound
		}
	}
};

/** The OpenAPI 3.1 description of the open interface, version 1. */
export const openApiDocument = {
	openapi: '3.1.0',
	info: {
		title: 'Lyhörd open interface',
		version: '1.0.0',
		description:
			'Public dialogues, anonymous answers and published results. Everything that is read is public and open to every origin.',
		license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' }
	},
	paths: {
		'/api/v1/places': read('Find places by name', 'Places', [
			query('query', 'beginning or part of the name, with or without diacritics')
		]),
		'/api/v1/places/{code}': read('A place and its open dialogues', 'Place', [
			inPath("SCB's code for a municipality, e.g. 1785"),
			language
		]),
		'/api/v1/places/{code}/situation': read(
			'The latest published situation picture of a place, with what each number rests on',
			'Situation',
			[inPath("SCB's code for a municipality, e.g. 1785")]
		),
		'/api/v1/places/{code}/pledges': read(
			'The pledges of a place, what they rest on and how they go today',
			'Pledges',
			[inPath("SCB's code for a municipality, e.g. 1785")]
		),
		'/api/v1/dialogues/{code}': read('A dialogue and its questions', 'Dialogue', [dialogueCode, language]),
		'/api/v1/dialogues/{code}/answers': { post: postAnswers },
		'/api/v1/dialogues/{code}/results': read('Published results', 'Results', [
			dialogueCode,
			language,
			...filters
		]),
		'/api/v1/dialogues/{code}/results/stream': stream,
		'/api/v1/dialogues/{code}/releases': read('The chain of releases', 'Releases', [dialogueCode]),
		'/api/v1/questionnaire.schema.json': {
			get: {
				summary: 'The form of questionnaire files',
				description:
					'JSON Schema (2020-12) of the files that staff export questionnaires to and import them from.',
				responses: {
					200: {
						description: 'a JSON Schema',
						content: { 'application/json': { schema: { type: 'object' } } }
					},
					304: { description: 'unchanged since the ETag of If-None-Match' }
				}
			}
		},
		'/api/v1/openapi.json': {
			get: {
				summary: 'This document',
				responses: {
					200: { description: 'OpenAPI 3.1', content: { 'application/json': { schema: { type: 'object' } } } }
				}
			}
		}
	},
	components: {
		schemas: Object.fromEntries(
			Object.entries(schemas).map(([name, schema]) => {
				const { $schema: _, ...jsonSchema } = toJsonSchema(schema, { errorMode: 'ignore' });
				return [name, jsonSchema];
			})
		)
	}
};
