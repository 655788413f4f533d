/** How an answer is given: with one tap, by choosing several or in order, or in words. */
export type Way = 'tap' | 'several' | 'ranking' | 'text';

/** Names of the fields of a phone's form. */
export const stepField = 'steg';
export const answerField = 'svar';
/** Says that a script sent the form: it is led on to the state, a fraction of a page. */
export const scriptField = 'lage';

/** The field of a rank; 1 is the most important. */
export const rankField = (rank: number): string => `${answerField}${rank}`;

/**
 * What a phone's form says, as a program would send it: an option, several, or a text.
 * @returns undefined when nothing was chosen or written
 */
export function readSentAnswer(form: FormData, way: Way): string | string[] | undefined {
	const texts = (name: string) =>
		form.getAll(name).filter((value): value is string => typeof value === 'string' && value.trim() !== '');
	const values = way === 'ranking' ? [1, 2, 3].flatMap((rank) => texts(rankField(rank))) : texts(answerField);
	if (values.length === 0) return undefined;
	return way === 'several' || way === 'ranking' ? values : values.at(-1);
}

/** What a form said of a step, by the names of its fields, to be shown again when it was not saved. */
export interface KeptAnswer {
	stepId: string;
	fields: Record<string, string[]>;
}

/** Everything that was chosen or written in a phone's form. */
export const keptAnswer = (form: FormData): KeptAnswer => {
	const texts = (name: string) =>
		form.getAll(name).flatMap((value) => (typeof value === 'string' ? [value.slice(0, 2000)] : []));
	const names = [answerField, ...[1, 2, 3].map(rankField)];
	return {
		stepId: texts(stepField)[0] ?? '',
		fields: Object.fromEntries(names.map((name) => [name, texts(name)]))
	};
};

/** How a kind of question is answered on a phone. */
export const wayOf = (kind: string): Way =>
	kind === 'choices' ? 'several' : kind === 'ranking' || kind === 'text' ? kind : 'tap';
