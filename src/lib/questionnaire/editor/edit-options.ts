import type { Option } from '../question.ts';
import { dontKnow, dontKnowAlone } from '../bank/notation.ts';

/** A button of a list: what it does, and with which of the list's members. */
export interface Command {
	verb: string;
	/** Key of the member; empty for buttons that concern the whole list. */
	key: string;
}

/** Reads a button's value such as `up:lighting`. */
export function readCommand(value: string): Command {
	const [verb = '', ...rest] = value.split(':');
	return { verb, key: rest.join(':') };
}

/** The list with one member moved; as it was when there is no such member or no such place. */
export function moved<T extends { key: string }>(list: readonly T[], key: string, by: -1 | 1): T[] {
	const from = list.findIndex((member) => member.key === key);
	const to = from + by;
	const result = [...list];
	if (from < 0 || to < 0 || to >= list.length) return result;
	[result[from], result[to]] = [result[to]!, result[from]!];
	return result;
}

/** Whether the list already has an option for those who do not know. */
export const hasDontKnow = (options: readonly Option[]): boolean =>
	options.some(({ key }) => key === dontKnow.key);

/** A new empty option stands before those that are counted apart, which come last. */
function withEmpty(options: readonly Option[], newKey: () => string): Option[] {
	const apart = options.findIndex((option) => option.apart || option.exclusive);
	const at = apart < 0 ? options.length : apart;
	const added: Option = { key: newKey(), text: { sv: '' } };
	return [...options.slice(0, at), added, ...options.slice(at)];
}

interface Around {
	/** Whether several options may be chosen. */
	several: boolean;
	/** Makes a key that nobody has used. */
	newKey: () => string;
}

/**
 * The options after a button: `option-up`, `option-down`, `option-remove` with the option's key, `option-add` and
 * `option-dont-know`. As they were after any other.
 */
export function optionsAfter(
	options: readonly Option[],
	{ verb, key }: Command,
	{ several, newKey }: Around
): Option[] {
	if (verb === 'option-up') return moved(options, key, -1);
	if (verb === 'option-down') return moved(options, key, 1);
	if (verb === 'option-remove') return options.filter((option) => option.key !== key);
	if (verb === 'option-add') return withEmpty(options, newKey);
	if (verb === 'option-dont-know' && !hasDontKnow(options))
		return [...options, structuredClone(several ? dontKnowAlone : dontKnow)];
	return [...options];
}
