import { ReadFailure } from '../read-failure.ts';

export type JsonObject = Record<string, unknown>;

/** Whether a value is an object with members. */
export const isObject = (value: unknown): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list as it is, a single value as a list of one, nothing as an empty list. */
export const listOf = (value: unknown): unknown[] =>
	Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** A text or number as text; empty for anything else. */
export const textOf = (value: unknown): string =>
	typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/**
 * The content of a JSON file.
 * @throws ReadFailure `broken`, also for NaN, which JSON does not have
 */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (problem) {
		const position = /position (\d+)/.exec(String(problem))?.[1] ?? '';
		throw new ReadFailure('broken', position);
	}
}
