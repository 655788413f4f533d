import type { Texts } from '#lib/i18n/languages.ts';
import type { Conflict } from './draft-change.ts';
import type { Condition } from './question.ts';

/** What somebody had in front of them, what they made of it, and what others have made of it since. */
export interface Versions<T> {
	base: T;
	yours: T;
	theirs: T;
}

/** Where a value is, and where it is told that two people changed it. */
export interface Place {
	at: string;
	conflicts: Conflict[];
}

type Value = string | number | boolean | Condition | undefined;

/** As it is compared and shown; nothing and `false` are the same. */
function inWords(value: Value): string {
	if (value === undefined || value === false) return '';
	return typeof value === 'object' ? `${value.question} = ${value.anyOf.join(', ')}` : String(value);
}

/** Whether two values say the same. */
export const isSame = (one: Value, other: Value): boolean => inWords(one) === inWords(other);

/** The value that one of the two changed; theirs, and a conflict, when both did and differently. */
export function mergeValue<T extends Value>({ base, yours, theirs }: Versions<T>, place: Place): T {
	if (isSame(yours, base) || isSame(yours, theirs)) return theirs;
	if (isSame(theirs, base)) return yours;
	const { at, conflicts } = place;
	conflicts.push({ at, base: inWords(base), yours: inWords(yours), theirs: inWords(theirs) });
	return theirs;
}

/** The same of a text in each of its languages; undefined when nothing is written in any. */
export function mergeTexts(
	versions: Versions<Texts | undefined>,
	{ at, conflicts }: Place
): Texts | undefined {
	const { base, yours, theirs } = versions;
	const merged: Texts = { sv: '' };
	for (const language of Object.keys({ ...theirs, ...yours, ...base })) {
		const [was, mine, other] = [base, yours, theirs].map((texts) => texts?.[language] ?? '');
		const text = mergeValue(
			{ base: was!, yours: mine!, theirs: other! },
			{ at: `${at}.${language}`, conflicts }
		);
		if (text !== '') merged[language] = text;
	}
	return Object.values(merged).some((text) => text !== '') ? merged : undefined;
}

const onlyIn = (keys: readonly string[], wanted: ReadonlySet<string>): string[] =>
	keys.filter((key) => wanted.has(key));

/** Whether the keys that both lists hold stand in another order. */
function reordered(before: readonly string[], after: readonly string[]): boolean {
	const [was, is] = [onlyIn(before, new Set(after)), onlyIn(after, new Set(before))];
	return was.some((key, index) => key !== is[index]);
}

/** Puts what only the follower has where it has it: after what stands before it, and after what the leader added there. */
function follow(leader: readonly string[], follower: readonly string[], base: ReadonlySet<string>): string[] {
	const order = [...leader];
	let position = 0;
	for (const key of follower) {
		const found = order.indexOf(key);
		if (found >= 0) position = found + 1;
		else {
			while (position < order.length && !base.has(order[position]!) && !follower.includes(order[position]!))
				position++;
			order.splice(position++, 0, key);
		}
	}
	return order;
}

/**
 * The keys of a list in the order that one of the two gave them (yours when both did), with what each of them added
 * where they put it. Nothing is taken away.
 */
export function mergeOrder({ base, yours, theirs }: Versions<readonly string[]>): string[] {
	const known = new Set(base);
	return reordered(base, yours) ? follow(yours, theirs, known) : follow(theirs, yours, known);
}

/**
 * A list by the keys of its items, each merged by `mergeItem`, which is also asked about those that one of the two
 * added or took away and gives undefined for what is gone.
 */
export function mergeList<T extends { key: string }>(
	versions: Versions<readonly T[]>,
	mergeItem: (key: string, item: Versions<T | undefined>) => T | undefined
): T[] {
	const byKey = (list: readonly T[]) => new Map(list.map((item) => [item.key, item]));
	const [base, yours, theirs] = [byKey(versions.base), byKey(versions.yours), byKey(versions.theirs)];
	const order = mergeOrder({ base: [...base.keys()], yours: [...yours.keys()], theirs: [...theirs.keys()] });
	return order.flatMap(
		(key) => mergeItem(key, { base: base.get(key), yours: yours.get(key), theirs: theirs.get(key) }) ?? []
	);
}
