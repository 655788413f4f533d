import { emptyContent } from '../draft-content.ts';
import type { DraftChange } from '../draft-change.ts';
import type { DraftContent } from '../draft.ts';
import { writeText } from '../rewrite-texts.ts';

/** One text in one language. */
export interface TextPlace {
	address: string;
	language: string;
}

/** Whether a conflict there is about words; else two people chose differently, such as kinds of a question. */
export const isText = (at: string): boolean => /\.(text|help|short)\.[^.]+$|^(title|intro)\.[^.]+$/.test(at);

/** The place that a conflict of words is about; its language stands last. */
export function placeOf(at: string): TextPlace {
	const dot = at.lastIndexOf('.');
	return { address: at.slice(0, dot), language: at.slice(dot + 1) };
}

type Part = Partial<Pick<DraftContent, 'title' | 'intro' | 'questions' | 'background'>>;

/** A part of a draft with one text written. */
function rewritten<T extends Part>(
	part: T,
	{ address, language }: TextPlace,
	text: string
): DraftContent & T {
	return writeText({ ...emptyContent(), ...part }, address, { language, text }) as DraftContent & T;
}

function withoutText(texts: Record<string, string>, address: string): Record<string, string> {
	const { [address]: _, ...rest } = texts;
	return rest;
}

/**
 * The change without what it says about one text, which stands as it is stored (`theirs`); all the rest of the change
 * stays. Of use where a person is still to choose between two texts.
 */
export function withoutPlace(change: DraftChange, place: TextPlace, theirs: string): DraftChange {
	const { address, language } = place;
	switch (change.kind) {
		case 'question': {
			const settle = (question: typeof change.base) =>
				rewritten({ questions: [question] }, place, theirs).questions[0]!;
			return { ...change, base: settle(change.base), next: settle(change.next) };
		}
		case 'about': {
			const settle = (about: typeof change.base) => {
				const { title, intro } = rewritten(about, place, theirs);
				return { title, ...(intro && { intro }) };
			};
			return { ...change, base: settle(change.base), next: settle(change.next) };
		}
		case 'background': {
			const settle = (background: typeof change.base) => rewritten({ background }, place, theirs).background;
			return { ...change, base: settle(change.base), next: settle(change.next) };
		}
		case 'translate':
			if (change.language !== language) return change;
			return { ...change, base: withoutText(change.base, address), next: withoutText(change.next, address) };
		default:
			return change;
	}
}
