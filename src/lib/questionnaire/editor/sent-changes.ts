import * as v from 'valibot';
import { parseChange } from '../draft-schema.ts';
import type { DraftChange } from '../draft-change.ts';
import type { OpenConflict } from './draft-session.ts';

/** More than somebody does while they have no network. */
const mostChanges = 500;

const changes = v.strictObject({ changes: v.pipe(v.array(v.unknown()), v.maxLength(mostChanges)) });
const words = v.pipe(v.string(), v.maxLength(5000));
const conflicts = v.pipe(
	v.array(
		v.strictObject({ at: words, base: words, yours: words, theirs: words, change: v.unknown(), by: words })
	),
	v.maxLength(100)
);

function readJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** The changes that an editor sent, in their order; undefined when any of them has not the form of one. */
export function parseSentChanges(text: string): DraftChange[] | undefined {
	const sent = v.safeParse(changes, readJson(text));
	if (!sent.success) return undefined;
	const parsed = sent.output.changes.map(parseChange);
	return parsed.every(({ ok }) => ok) ? parsed.flatMap((one) => (one.ok ? [one.value] : [])) : undefined;
}

/** The conflicts that a form carries along; those that have not the form of one are left out. */
export function parseConflicts(text: string): OpenConflict[] {
	const sent = v.safeParse(conflicts, readJson(text));
	if (!sent.success) return [];
	return sent.output.flatMap(({ change, ...conflict }) => {
		const parsed = parseChange(change);
		return parsed.ok ? [{ ...conflict, change: parsed.value }] : [];
	});
}

/** The change with what a form says was there before (`base`, JSON); undefined when it has not the form of a change. */
export function withBase<T extends DraftChange>(text: string, change: (base: never) => T): T | undefined {
	const base = readJson(text);
	if (typeof base !== 'object' || base === null) return undefined;
	try {
		const parsed = parseChange(change(base as never));
		return parsed.ok ? (parsed.value as T) : undefined;
	} catch {
		return undefined;
	}
}

/** How much one message of an editor may weigh, in bytes. */
export const mostSentBytes = 500_000;
