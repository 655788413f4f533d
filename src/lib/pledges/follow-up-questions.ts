import { completeness, textAddresses } from '#lib/questionnaire/draft-texts.ts';
import { emptyContent, orderedLanguages } from '#lib/questionnaire/draft-content.ts';
import type { DraftContent, ReviewState } from '#lib/questionnaire/draft.ts';
import { pledgeEffect, pledgeKept } from '#lib/questionnaire/bank/questions.ts';
import { freeKey } from '#lib/questionnaire/keys.ts';
import type { Question } from '#lib/questionnaire/question.ts';
import { inArabic } from './follow-up-arabic.ts';
import { m } from '../i18n/paraglide/messages.js';
import type { Pledge } from './pledge.ts';

type Asked = Pick<Pledge, 'slug' | 'sentence' | 'title'>;

const mostKeyCharacters = 40;

/** What a pledge is called in the keys of questions about it: the same for ever. */
export const askedKey = ({ slug }: Pick<Pledge, 'slug'>): string =>
	`p_${(slug ?? 'lofte').replace(/[^a-z0-9]+/g, '_')}`.slice(0, mostKeyCharacters).replace(/_+$/, '');

/**
 * The two questions about a pledge: was it kept, and does one notice a difference? In every language they quote the
 * pledge as it was written, in Swedish.
 */
export function questionsAbout(pledge: Pick<Pledge, 'slug' | 'sentence'>): [Question, Question] {
	const { sentence } = pledge;
	const asked = { key: askedKey(pledge), text: { sv: sentence, en: sentence } };
	return [inArabic('kept', pledgeKept(asked), sentence), inArabic('effect', pledgeEffect(asked), sentence)];
}

/** The original question as it was, with the same key, version and scale; asked of everybody. */
function again({ showIf: _, ...question }: Question): Question {
	return structuredClone(question);
}

/** What the questionnaire is called, in the languages of the interface. */
const titleIn = ({ title }: Pick<Pledge, 'title'>): DraftContent['title'] => ({
	sv: m.pledges_follow_up_title({ title }, { locale: 'sv' }),
	en: m.pledges_follow_up_title({ title }, { locale: 'en' }),
	ar: m.pledges_follow_up_title({ title }, { locale: 'ar' })
});

/** What somebody must read: all of our own Arabic, and English that quotes the pledge in Swedish. */
function reviewOf(content: DraftContent, own: readonly string[]): DraftContent['review'] {
	const ours = textAddresses(content).filter(({ part, of }) => part === 'title' || own.includes(of ?? ''));
	const marked = (state: ReviewState, parts: readonly string[]) =>
		Object.fromEntries(
			ours.filter(({ part }) => parts.includes(part)).map(({ address }) => [address, state])
		);
	const all: DraftContent['review'] = {
		en: marked('unreviewed', ['title', 'question']),
		ar: marked('machine', ['title', 'question', 'option'])
	};
	return Object.fromEntries(Object.entries(all).filter(([language]) => content.languages.includes(language)));
}

/**
 * A questionnaire that follows a pledge up: the original questions first, so that what is asked about the pledge does
 * not colour them, then whether it was kept and whether it is noticed. It is meant for the languages in which nothing
 * is missing; texts that the original questions have in others come back when such a language is added.
 */
export function followUpContent(pledge: Asked, originals: readonly Question[]): DraftContent {
	const questions: Question[] = originals.map(again);
	const taken = questions.map(({ key }) => key);
	const own = questionsAbout(pledge).map((question) => ({ ...question, key: freeKey(question.key, taken) }));
	const content = { ...emptyContent(), title: titleIn(pledge), questions: [...questions, ...own] };
	const isComplete = (language: string): boolean => {
		const { translated, total } = completeness(content, language);
		return translated === total;
	};
	const asked = orderedLanguages(originals.flatMap(({ text }) => Object.keys(text)));
	const offered = { ...content, languages: asked.filter((one) => one === 'sv' || isComplete(one)) };
	const keys = own.map(({ key }) => key);
	return { ...offered, review: reviewOf(offered, keys) };
}
