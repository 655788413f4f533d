import { applyChange } from '../apply-change.ts';
import type { Conflict, DraftChange } from '../draft-change.ts';
import type { DraftContent } from '../draft.ts';
import { readText, writeText } from '../rewrite-texts.ts';
import { isText, placeOf, withoutPlace } from './change-texts.ts';
import { resolutionOf } from './resolution.ts';

/** A text, or a choice, that two people made differently, until a person has chosen. */
export interface OpenConflict extends Conflict {
	/** The change that met somebody else's. */
	change: DraftChange;
	/** Who wrote what is stored; empty when nobody knows. */
	by: string;
}

/** What one person has in front of them: what is stored, and what they have done that is not stored yet. */
export interface DraftSession {
	/** As the server has it. */
	stored: DraftContent;
	/** In the order they were made; the first `sent` of them are on their way. */
	waiting: readonly DraftChange[];
	sent: number;
	conflicts: readonly OpenConflict[];
}

/** A person who has opened a draft and done nothing yet. */
export const beginSession = (stored: DraftContent): DraftSession => ({
	stored,
	waiting: [],
	sent: 0,
	conflicts: []
});

/** A draft in which the texts that are still to be chosen between are the person's own (`yours`) or as stored. */
const withTexts = (content: DraftContent, conflicts: readonly Conflict[], whose: 'yours' | 'theirs') =>
	conflicts
		.filter(({ at }) => isText(at))
		.reduce((before, conflict) => {
			const { address, language } = placeOf(conflict.at);
			return writeText(before, address, { language, text: conflict[whose] });
		}, content);

const applied = ({ stored, waiting }: Pick<DraftSession, 'stored' | 'waiting'>): DraftContent =>
	waiting.reduce((content, change) => applyChange(content, change).content, stored);

/** The draft as the person sees it: with all that they have done, and their own words where there is a conflict. */
export const shownContent = (session: DraftSession): DraftContent =>
	withTexts(applied(session), session.conflicts, 'yours');

const keyOf = (change: DraftChange): string | undefined => {
	if (change.kind === 'question') return `question ${change.key}`;
	if (change.kind === 'about' || change.kind === 'background') return change.kind;
	return change.kind === 'translate' ? `translate ${change.language}` : undefined;
};

/** Two changes of the same thing in one; undefined when they are of different things. */
function joined(earlier: DraftChange | undefined, later: DraftChange): DraftChange | undefined {
	const key = keyOf(later);
	if (!earlier || key === undefined || keyOf(earlier) !== key) return undefined;
	if (earlier.kind === 'translate' && later.kind === 'translate')
		return {
			...later,
			base: { ...later.base, ...earlier.base },
			next: { ...earlier.next, ...later.next }
		};
	return { ...later, base: (earlier as Writing).base } as Writing;
}

/** The person did something; going on in the same text is one change as long as it has not been sent. */
export function withChange(session: DraftSession, change: DraftChange): DraftSession {
	const { waiting, sent } = session;
	const last = waiting.length > sent ? waiting.at(-1) : undefined;
	const one = joined(last, change);
	return { ...session, waiting: one ? [...waiting.slice(0, -1), one] : [...waiting, change] };
}

/** What a person writes in a part of the draft: the part as it was in front of them, and what they made of it. */
export type Writing = Extract<DraftChange, { base: unknown; next: unknown }>;

/** What a form that was sent without a script brought back. */
export interface Left {
	/** Words that could not be saved. */
	written?: Writing | undefined;
	conflicts?: OpenConflict[];
}

/**
 * The person wrote something. Words in a text that is still to be chosen between belong to the choice and are not sent;
 * everything else is.
 */
export function withWriting(session: DraftSession, writing: Writing): DraftSession {
	const before = shownContent(session);
	const after = applyChange(before, writing).content;
	const conflicts = session.conflicts.map((conflict) => {
		if (!isText(conflict.at)) return conflict;
		const { address, language } = placeOf(conflict.at);
		return { ...conflict, yours: readText(after, address)?.[language] ?? conflict.yours };
	});
	const change = conflicts
		.filter(({ at }) => isText(at))
		.reduce<DraftChange>((left, { at, theirs }) => withoutPlace(left, placeOf(at), theirs), writing);
	return withChange({ ...session, conflicts }, change);
}

/** Everything that waits is now on its way. */
export const withAllSent = (session: DraftSession): DraftSession => ({
	...session,
	sent: session.waiting.length
});

/** What was on its way did not arrive; it is sent again. */
export const withNothingSent = (session: DraftSession): DraftSession => ({ ...session, sent: 0 });

/** What the server said. */
export interface Answered {
	content: DraftContent;
	/** How many of the waiting changes it has made, the first ones. */
	made: number;
	/** What they met. */
	conflicts: OpenConflict[];
	/** Who changed the content last. */
	by: string;
}

/** Conflicts that the waiting changes would meet in this content. */
function conflictsOf({ content: stored, by }: Answered, waiting: readonly DraftChange[]): OpenConflict[] {
	let content = stored;
	return waiting.flatMap((change) => {
		const { content: after, conflicts } = applyChange(content, change);
		content = after;
		return conflicts.map((conflict) => ({ ...conflict, change, by }));
	});
}

const storedText = (content: DraftContent, { at, theirs }: Conflict): string => {
	const { address, language } = placeOf(at);
	const texts = readText(content, address);
	return texts ? (texts[language] ?? '') : theirs;
};

/** A later conflict about the same place takes the place of an earlier one. */
function gathered(conflicts: readonly OpenConflict[]): OpenConflict[] {
	return [...new Map(conflicts.map((conflict) => [conflict.at, conflict])).values()];
}

/**
 * The server has made some of the changes, or others have changed the draft. What the person has done since stands on
 * top of it. Where both wrote in the same text, theirs is stored and the person's own words are kept until they choose.
 */
export function withAnswer(session: DraftSession, answered: Answered): DraftSession {
	const { content, made, conflicts } = answered;
	const shown = shownContent(session);
	const waiting = session.waiting.slice(made);
	const open = gathered([...session.conflicts, ...conflicts, ...conflictsOf(answered, waiting)])
		.map((conflict) => {
			if (!isText(conflict.at)) return conflict;
			const { address, language } = placeOf(conflict.at);
			const yours = readText(shown, address)?.[language] ?? conflict.yours;
			return { ...conflict, yours, theirs: storedText(content, conflict) };
		})
		.filter(({ yours, theirs }) => yours !== theirs);
	const left = open
		.filter(({ at }) => isText(at))
		.reduce<DraftChange[]>(
			(changes, { at, theirs }) => changes.map((change) => withoutPlace(change, placeOf(at), theirs)),
			[...waiting]
		);
	return { stored: content, waiting: left, sent: Math.max(0, session.sent - made), conflicts: open };
}

/** The person chose: the conflict is over, and what they chose is sent when it is not what is stored already. */
export function withChoice(session: DraftSession, { at }: Pick<Conflict, 'at'>, text: string): DraftSession {
	const conflict = session.conflicts.find((open) => open.at === at);
	if (!conflict) return session;
	const rest = { ...session, conflicts: session.conflicts.filter((open) => open !== conflict) };
	return text === conflict.theirs ? rest : withChange(rest, resolutionOf(applied(rest), conflict, text));
}
