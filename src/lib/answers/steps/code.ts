import { readOneTimeCode } from '../one-time-code.ts';

/**
 * Whether the code from the slip is there, where the dialogue asks for one. Else the page says so, and the field takes
 * the focus. Whether the code counts is known by the server alone, when everything is sent.
 */
export function isCodeWritten(form: HTMLFormElement): boolean {
	const field = form.querySelector<HTMLInputElement>('[name=code]');
	if (!field) return true;
	const written = readOneTimeCode(field.value) !== undefined;
	form.querySelector<HTMLElement>('[data-code-problem]')!.hidden = written;
	field.ariaInvalid = String(!written);
	if (!written) field.focus();
	return written;
}

/** The page's own address; the code that a slip's link brought stands in its field, and in no history. */
export function addressWithoutCode(): string {
	const query = new URLSearchParams(location.search);
	query.delete('kod');
	return location.pathname + (query.size > 0 ? `?${query}` : '');
}
