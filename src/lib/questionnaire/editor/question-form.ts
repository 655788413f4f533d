import { questionKinds, type Condition, type Question, type QuestionKind } from '../question.ts';
import { withLanguage } from '../rewrite-texts.ts';
import { fieldText, optionalText, optionsFromForm } from './option-fields.ts';

const isKind = (value: string): value is QuestionKind => (questionKinds as readonly string[]).includes(value);

/** Kinds with a number to set: most options, most ranks or most characters. */
export const hasMax = (kind: QuestionKind): boolean => ['choices', 'ranking', 'text'].includes(kind);

/** Whether another question's condition can be about this one: its answers are options. */
export const canDecide = (question: Question): boolean =>
	question.kind !== 'text' && question.options.length > 0;

function maxFrom(form: FormData, kind: QuestionKind): number | undefined {
	const max = fieldText(form, 'max').trim();
	return hasMax(kind) && /^[1-9]\d{0,3}$/.test(max) ? Number(max) : undefined;
}

/**
 * A question that was chosen just now begins with all its answers but those that say nothing; the answers in the form
 * belong to the one chosen before.
 */
function conditionFrom(
	form: FormData,
	{ base, earlier }: Pick<QuestionSource, 'base' | 'earlier'>
): Condition | undefined {
	const asked = earlier.find(({ key }) => key === fieldText(form, 'showIf'));
	if (!asked) return undefined;
	const chosen = form.getAll('anyOf');
	const isNew = base.showIf?.question !== asked.key && form.get('asked') !== asked.key;
	const anyOf = asked.options
		.filter((option) => (isNew ? !option.apart && !option.exclusive : chosen.includes(option.key)))
		.map(({ key }) => key);
	return { question: asked.key, anyOf };
}

interface QuestionSource {
	/** What the form was made of. */
	base: Question;
	/** The questions that stand before it. */
	earlier: readonly Question[];
	/** The language that is written in. */
	language: string;
}

/**
 * The question that a form says, in a browser as on the server; what the form does not show is taken from `base`.
 * Nothing is checked or trimmed: a draft may be anything. Of another kind it loses its limit and, when it is no longer
 * a scale, how many steps are bad.
 */
export function questionFromForm(form: FormData, { base, earlier, language }: QuestionSource): Question {
	const kind = fieldText(form, 'kind');
	const next: Question = {
		...base,
		kind: isKind(kind) ? kind : base.kind,
		text: withLanguage(base.text, language, fieldText(form, 'text')),
		options: optionsFromForm(form, { list: '', base: base.options, language })
	};
	const parts = {
		help: optionalText(base.help, language, fieldText(form, 'help')),
		max: next.kind === base.kind ? maxFrom(form, next.kind) : undefined,
		badSteps: next.kind === 'scale' ? base.badSteps : undefined,
		sensitive: form.has('sensitive') || undefined,
		unanimityShown: form.has('sensitive') ? undefined : base.unanimityShown,
		showIf: conditionFrom(form, { base, earlier })
	};
	for (const [name, value] of Object.entries(parts))
		if (value === undefined) delete next[name as keyof typeof parts];
		else Object.assign(next, { [name]: value });
	return next;
}
