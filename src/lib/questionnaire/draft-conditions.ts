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

/** A draft whose conditions hold, and what became of them: `condition-dropped`, `-narrowed` or `-restored`. */
export interface Mended {
	content: DraftContent;
	notes: Problem[];
}

/**
 * Makes every condition name options of a question before it. One that cannot is narrowed to the options that are left,
 * or taken off so that everybody is asked; as it was written it is held, and comes back by itself when the question or
 * the option does: putting back what was taken away or moved undoes the whole.
 */
export function mendConditions(content: DraftContent): Mended {
	const notes: Problem[] = [];
	const held: Record<string, Condition> = { ...content.heldConditions };
	const questions = content.questions.map((question, index): Question => {
		const { showIf: was, ...rest } = question;
		const written = held[question.key] ?? was;
		const is = written && whatHolds(written, content.questions.slice(0, index));
		delete held[question.key];
		if (written && written.anyOf.length > 0 && !isSame(written, is)) held[question.key] = written;
		const code = noteOf(was, is);
		if (code) notes.push({ at: `questions.${question.key}.showIf`, code, detail: details[code] });
		return { ...rest, ...(is && { showIf: is }) };
	});
	const { heldConditions: _, ...kept } = content;
	const holds = Object.keys(held).length > 0;
	return { content: { ...kept, questions, ...(holds && { heldConditions: held }) }, notes };
}
