import { emptyContent } from '#lib/questionnaire/draft-content.ts';
import type { DraftContent } from '#lib/questionnaire/draft.ts';
import { findFaults } from '#lib/questionnaire/quality/find-faults.ts';
import type { Circumstances } from '#lib/questionnaire/quality/finding.ts';
import type { Option, Question } from '#lib/questionnaire/question.ts';

/** Four areas to ask about, in Swedish and English. */
export const areas = ['Norra', 'Södra', 'Östra', 'Västra'].map((name, index) => ({
	key: `area-${index}`,
	text: { sv: name, en: name }
}));

/** A municipality like Säffle, where nothing has been asked before. */
export const saffle: Circumstances = { population: 15_000, crowd: 10, asked: [] };

/** An option in Swedish. */
export const option = (key: string, more: Partial<Option> = {}): Option => ({
	key,
	text: { sv: `Svar ${key}` },
	...more
});

export const dontKnow = option('unknown', { text: { sv: 'Vet inte' }, apart: true });

/** So many options. */
export const many = (count: number): Option[] =>
	Array.from({ length: count }, (_, index) => option(`o${index}`));

/** A question without faults unless changed. */
export const asked = (changes: Partial<Question> = {}): Question => ({
	key: 'safe',
	version: 1,
	kind: 'choice',
	text: { sv: 'Är du trygg?' },
	options: [option('a'), option('b'), dontKnow],
	...changes
});

/** A draft without faults unless changed. */
export const draft = (
	questions: Question[] = [asked()],
	changes: Partial<DraftContent> = {}
): DraftContent => ({
	...emptyContent('Trygg här'),
	questions,
	...changes
});

/** The codes of what the quality check finds, in order. */
export const codesOf = (content: DraftContent, circumstances: Partial<Circumstances> = {}): string[] =>
	findFaults(content, { ...saffle, ...circumstances }).map(({ code }) => code);
