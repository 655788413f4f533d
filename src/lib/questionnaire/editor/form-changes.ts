import { targetGroups } from '../bank/background.ts';
import type { About, DraftChange } from '../draft-change.ts';
import type { DraftContent } from '../draft.ts';
import type { BackgroundQuestion, Question } from '../question.ts';
import { aboutFromForm, backgroundFromForm } from './background-form.ts';
import { moved, optionsAfter, readCommand, type Command } from './edit-options.ts';
import { questionFromForm } from './question-form.ts';

type ChangeOf<K extends DraftChange['kind']> = Extract<DraftChange, { kind: K }>;

/** A form of the editor that was sent, or written in. */
export interface SentForm {
	form: FormData;
	/** What the button says that it does; `save` for none in particular. */
	command: string;
	/** The draft that it is about. */
	content: DraftContent;
	/** Makes a key that nobody has used. */
	newKey: () => string;
}

/** The question with what was written and, where the button is about an option, done. */
export function questionChange(
	{ form, command, content, newKey }: SentForm,
	base: Question
): ChangeOf<'question'> {
	const index = content.questions.findIndex(({ key }) => key === base.key);
	const earlier = content.questions.slice(0, Math.max(index, 0));
	const written = questionFromForm(form, { base, earlier, language: content.source });
	const around = { several: written.kind === 'choices', newKey };
	const next = { ...written, options: optionsAfter(written.options, readCommand(command), around) };
	return { kind: 'question', key: base.key, base, next };
}

/** A question one step up (-1) or down (1); undefined at an end of the list. */
export function moveChange(
	{ questions }: Pick<DraftContent, 'questions'>,
	key: string,
	by: -1 | 1
): ChangeOf<'move'> | undefined {
	const from = questions.findIndex((question) => question.key === key);
	const index = from + by;
	return from < 0 || index < 0 || index >= questions.length ? undefined : { kind: 'move', key, index };
}

/** What a button does with the question as a whole; undefined when it does nothing with it. */
export function listChange(
	{ command, content, newKey }: Omit<SentForm, 'form'>,
	key: string
): DraftChange | undefined {
	if (!content.questions.some((question) => question.key === key)) return undefined;
	if (command === 'question-up') return moveChange(content, key, -1);
	if (command === 'question-down') return moveChange(content, key, 1);
	if (command === 'question-copy') return { kind: 'copy', key, newKey: newKey() };
	return command === 'question-remove' ? { kind: 'remove', key } : undefined;
}

/** The title and the introduction with what was written. */
export const aboutChange = ({ form, content }: SentForm, base: About): ChangeOf<'about'> => ({
	kind: 'about',
	base,
	next: aboutFromForm(form, base, content.source)
});

function withDimension(
	background: BackgroundQuestion[],
	{ verb, key }: Command,
	offered: readonly BackgroundQuestion[]
): BackgroundQuestion[] {
	const added = offered.find((question) => question.key === key);
	if (verb === 'dimension-add' && added && !background.some((question) => question.key === key))
		return [...background, structuredClone(added)];
	if (verb === 'dimension-up') return moved(background, key, -1);
	if (verb === 'dimension-down') return moved(background, key, 1);
	return verb === 'dimension-remove' ? background.filter((question) => question.key !== key) : background;
}

function withGroup(question: BackgroundQuestion, key: string): BackgroundQuestion {
	const group = targetGroups.find((option) => option.key === key);
	if (!group || question.options.some((option) => option.key === key)) return question;
	return { ...question, options: [...question.options, structuredClone(group)] };
}

/**
 * The background questions with what was written and what the button did: `dimension-add:age`, or for an option
 * `group/option-up:residents`. `offered` are those that can be added.
 */
export function backgroundChange(
	{ form, command, content, newKey }: SentForm,
	base: BackgroundQuestion[],
	offered: readonly BackgroundQuestion[]
): ChangeOf<'background'> {
	const written = backgroundFromForm(form, base, content.source);
	const [scope = '', ...rest] = command.split('/');
	const inner = readCommand(rest.join('/'));
	const next = written.map((question) => {
		if (question.key !== scope) return question;
		if (inner.verb === 'option-bank') return withGroup(question, inner.key);
		return { ...question, options: optionsAfter(question.options, inner, { several: false, newKey }) };
	});
	return { kind: 'background', base, next: withDimension(next, readCommand(command), offered) };
}
