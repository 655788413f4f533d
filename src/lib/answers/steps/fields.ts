/** A field and its value, as the form would send them. */
export type Entry = [name: string, value: string];

/** Everything the form would send now. */
export const readEntries = (form: HTMLFormElement): Entry[] =>
	[...new FormData(form)].map(([name, value]) => [name, String(value)]);

const isChoice = (field: HTMLInputElement): boolean => field.type === 'radio' || field.type === 'checkbox';

/** Puts earlier answers, and the key they belong to, back into the form. */
export function restoreEntries(form: HTMLFormElement, entries: Entry[]): void {
	for (const field of form.querySelectorAll<HTMLInputElement>('input, textarea')) {
		const values = entries.filter(([name]) => name === field.name).map(([, value]) => value);
		if (isChoice(field)) field.checked = values.includes(field.value);
		else if (field.name !== 'version') field.value = values[0] ?? field.value;
	}
}

/** Takes the answers of one step away. */
export function clearStep(step: Element): void {
	for (const field of step.querySelectorAll<HTMLInputElement>('input, textarea')) {
		if (isChoice(field)) field.checked = false;
		else field.value = '';
	}
}

/** The fields of a step that hold an answer. */
export const filledFields = (step: Element): HTMLInputElement[] =>
	[...step.querySelectorAll<HTMLInputElement>('input, textarea')].filter((field) =>
		isChoice(field) ? field.checked : field.value.trim() !== ''
	);
