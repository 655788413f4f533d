import { emptyContent, orderedLanguages } from '#lib/questionnaire/draft-content.ts';
import type { DraftContent } from '#lib/questionnaire/draft.ts';
import { pledgeEffect, pledgeKept } from '#lib/questionnaire/bank/questions.ts';
import { freeKey } from '#lib/questionnaire/keys.ts';
import type { Question } from '#lib/questionnaire/question.ts';
import type { Pledge } from './pledge.ts';

const mostKeyCharacters = 40;

/** What a pledge is called in the keys of questions about it: the same for ever. */
export const askedKey = ({ slug }: Pick<Pledge, 'slug'>): string =>
	`p_${(slug ?? 'lofte').replace(/[^a-z0-9]+/g, '_')}`.slice(0, mostKeyCharacters).replace(/_+$/, '');

/** The two questions about a pledge: was it kept, and does one notice a difference? */
export function questionsAbout(pledge: Pick<Pledge, 'slug' | 'sentence'>): [Question, Question] {
	const asked = { key: askedKey(pledge), text: { sv: pledge.sentence } };
	return [pledgeKept(asked), pledgeEffect(asked)];
}

/** The original question as it was, with the same key, version and scale; asked of everybody. */
function again({ showIf: _, ...question }: Question): Question {
	return structuredClone(question);
}

/**
 * A questionnaire that follows a pledge up: the original questions first, so that what is asked about the pledge does
 * not colour them, then whether it was kept and whether it is noticed.
 */
export function followUpContent(
	pledge: Pick<Pledge, 'slug' | 'sentence' | 'title'>,
	originals: readonly Question[]
): DraftContent {
	const questions: Question[] = originals.map(again);
	const taken = questions.map(({ key }) => key);
	for (const question of questionsAbout(pledge))
		questions.push({ ...question, key: freeKey(question.key, taken) });
	const languages = orderedLanguages(originals.flatMap(({ text }) => Object.keys(text)));
	return { ...emptyContent(`Höll vi vad vi lovade? ${pledge.title}`), questions, languages };
}
