import * as v from 'valibot';
import type { AnonymitySettings } from '#lib/dialogues/settings.ts';
import { sensitiveRule } from '#lib/dialogues/settings.ts';
import type { QuestionnaireDefinition } from '#lib/questionnaire/question.ts';
import { dataKinds, isCovered, type DataKind, type Finding, type Mask, type Stretch } from './mask.ts';

/** `masked`: accepted with something in it replaced by words. */
export const textDecisions = ['accepted', 'masked', 'rejected'] as const;
export type TextDecision = (typeof textDecisions)[number];

/** Why a text is not shown. */
export const rejectReasons = ['unrelated', 'accuses', 'threat', 'abuse', 'unreadable'] as const;
export type RejectReason = (typeof rejectReasons)[number];

/** What is masked in a text, and the findings that a person looked at and let pass. */
export interface Marks {
	masks: Mask[];
	passed: Stretch[];
}

const most = 100;

const stretch = v.pipe(
	v.string(),
	v.regex(/^\d{1,6}-\d{1,6}$/),
	v.transform((text): Stretch => {
		const [start = 0, end = 0] = text.split('-').map(Number);
		return { start, end };
	})
);
const stretches = v.pipe(v.array(stretch), v.maxLength(most));

/** What a person decides about a text, as the form of the desk says it. */
export const decisionSchema = v.strictObject({
	textId: v.pipe(v.string(), v.nonEmpty(), v.maxLength(40)),
	do: v.picklist(['accept', 'mask', 'reject']),
	/** Findings to be masked, and all that the person had in front of them: `start-end`. */
	mask: stretches,
	seen: stretches,
	/** Words that are to be masked besides, one a line. */
	hand: v.pipe(v.string(), v.maxLength(5000)),
	handKind: v.picklist(dataKinds),
	reason: v.nullable(v.picklist(rejectReasons)),
	themes: v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(most))
});

export type DecisionInput = v.InferOutput<typeof decisionSchema>;

/** The stretch as the form names it. */
export const stretchName = ({ start, end }: Stretch): string => `${start}-${end}`;

const isSame = (a: Stretch, b: Stretch): boolean => a.start === b.start && a.end === b.end;

/** The findings that are neither masked nor let pass: while there is one, the text is not released. */
export const undecided = (findings: readonly Finding[], { masks, passed }: Marks): Finding[] =>
	findings.filter((found) => !isCovered(found, masks) && !passed.some((stretch) => isSame(stretch, found)));

/** What a decision says of the findings: those ticked are masked, those seen and not ticked are let pass. */
export function marksOf(
	findings: readonly Finding[],
	{ mask, seen, hand }: { mask: readonly Stretch[]; seen: readonly Stretch[]; hand: readonly Mask[] }
): Marks {
	const ticked = findings.filter((found) => mask.some((stretch) => isSame(stretch, found)));
	const masks = [...ticked.map(({ kind, start, end }) => ({ kind, start, end })), ...hand];
	const passed = findings
		.filter((found) => !ticked.includes(found) && seen.some((stretch) => isSame(stretch, found)))
		.map(({ start, end }) => ({ start, end }));
	return { masks, passed };
}

/** Fewest texts that a theme or a word must stand in, whatever the dialogue's crowd is. */
const fewestTexts = 5;

/**
 * In how many released texts a theme or a word must stand before its number is told or used as evidence: as many as the
 * dialogue's crowd, never under five. One text is one person's, so a number is never about fewer people than any other
 * that the dialogue shows; a dialogue with a sensitive question of own words demands the crowd of such questions.
 */
export function leastTexts(
	{ crowd }: Pick<AnonymitySettings, 'crowd'>,
	{ questions }: Pick<QuestionnaireDefinition, 'questions'>
): number {
	const isSensitive = questions.some(({ kind, sensitive }) => kind === 'text' && sensitive);
	return Math.max(crowd, fewestTexts, isSensitive ? sensitiveRule.crowd : 0);
}

/** The name of a theme as somebody writes it; messages are problem codes. */
export const themeNameSchema = v.pipe(
	v.string(),
	v.transform((name) => name.trim().replace(/\s+/g, ' ')),
	v.nonEmpty('missing'),
	v.maxLength(60, 'too-long')
);

/** The most themes of one dialogue. */
export const mostThemes = 40;

/** A kind that a person may give to what they mask themselves. */
export const handKinds = ['name', 'address', 'other'] as const satisfies readonly DataKind[];
