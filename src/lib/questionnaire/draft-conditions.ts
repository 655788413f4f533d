import type { Problem } from '#lib/server/problem.ts';
import type { DraftContent } from './draft.ts';
import { isSame } from './merge-values.ts';
import type { Condition, Question } from './question.ts';

/** The condition with the options that can still be chosen; undefined when none is left. */
function whatHolds({ question, anyOf }: Condition, earlier: readonly Question[]): Condition | undefined {
	const asked = earlier.find(({ key, kind }) => key === question && kind !== 'text');
	const left = anyOf.filter((wanted) => asked?.options.some(({ key }) => key === wanted));
	return left.length > 0 ? { question, anyOf: left } : undefined;
}

const details = {
	'condition-dropped': 'what the condition names is gone or stands later, so everybody is asked',
	'condition-narrowed': 'an option that the condition names is gone',
	'condition-restored': 'what the condition names is back, and so is the condition'
};

function noteOf(was: Condition | undefined, is: Condition | undefined): keyof typeof details | undefined {
	if (isSame(was, is)) return undefined;
	if (!is) return was && was.anyOf.length > 0 ? 'condition-dropped' : undefined;
	return was && is.anyOf.length < was.anyOf.length ? 'condition-narrowed' : 'condition-restored';
}

/** A question's condition as somebody wrote it, whether it can hold at present or not. */
export const writtenCondition = (
	{ heldConditions = {} }: Pick<DraftContent, 'heldConditions'>,
	question: Question
): Condition | undefined => heldConditions[question.key] ?? question.showIf;

/** What a question's condition was for those who wrote the draft: what held of it, or what was written just now. */
function conditionBefore(before: DraftContent, question: Question, written: Condition | undefined) {
	const asked = before.questions.find(({ key }) => key === question.key);
	return asked && isSame(writtenCondition(before, asked), written) ? asked.showIf : written;
}

/** A draft whose conditions hold, and what became of them: `condition-dropped`, `-narrowed` or `-restored`. */
export interface Mended {
	content: DraftContent;
	notes: Problem[];
}

/**
 * Makes every condition name options of a question before it. One that cannot is narrowed to the options that are left,
 * or taken off so that everybody is asked; as it was written it is held, and comes back by itself when the question or
 * the option does: putting back what was taken away or moved undoes the whole.
 * @param before the draft before the change that this mends; left out for one that comes from outside
 */
export function mendConditions(content: DraftContent, before: DraftContent = content): Mended {
	const notes: Problem[] = [];
	const held: Record<string, Condition> = {};
	const questions = content.questions.map((question, index): Question => {
		const { showIf: _, ...rest } = question;
		const written = writtenCondition(content, question);
		const is = written && whatHolds(written, content.questions.slice(0, index));
		if (written && written.anyOf.length > 0 && !isSame(written, is)) held[question.key] = written;
		const code = noteOf(conditionBefore(before, question, written), is);
		if (code) notes.push({ at: `questions.${question.key}.showIf`, code, detail: details[code] });
		return { ...rest, ...(is && { showIf: is }) };
	});
	const { heldConditions: _, ...kept } = content;
	const isHeld = Object.keys(held).length > 0;
	return { content: { ...kept, questions, ...(isHeld && { heldConditions: held }) }, notes };
}
