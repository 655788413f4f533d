import * as v from 'valibot';
import { languages, type Language, type Texts } from '#lib/i18n/languages.ts';
import type { Outcome, Problem } from '#lib/server/problem.ts';
import { channels } from './channel.ts';
import { dialogueKinds, type Dialogue } from './dialogue.ts';
import { isDay } from './period.ts';
import { entries, type Entry } from './plan.ts';
import { settingsSchema } from './settings.ts';

/** What somebody decides about a dialogue before it exists. Days are `YYYY-MM-DD` in Sweden. */
export interface NewDialogue extends Pick<
	Dialogue,
	| 'title'
	| 'placeCode'
	| 'kind'
	| 'questionnaireId'
	| 'version'
	| 'resultsDueOn'
	| 'pledgesDueOn'
	| 'channels'
	| 'languages'
	| 'settings'
> {
	/** The first day that answers are taken. */
	opensOn: string;
	/** The last day that answers are taken ("t.o.m."); null for an ongoing dialogue. */
	closesOn: string | null;
	/** `open` when left out. */
	entry?: Entry;
}

const details: Record<string, string> = {
	missing: 'A value is needed.',
	'invalid-day': 'This is not a day written YYYY-MM-DD.',
	'too-long': 'The text is too long.',
	'too-small': 'The number is too small.',
	'too-large': 'The number is too large.',
	'not-whole': 'The number must be whole.',
	unknown: 'This is none of the known values.',
	repeated: 'A value is there twice.',
	'above-crowd': 'At least two answers of a crowd must be unknown to the insiders.',
	'before-opening': 'The last day lies before the first.',
	'before-closing': 'The date for results lies before the last day of answers.',
	'before-results': 'The date for pledges lies before the date for results.',
	'missing-translation': 'The title is missing in one of the languages.',
	invalid: 'The value has the wrong form.'
};

/** A problem of a new dialogue by its code. */
export const newDialogueProblem = (at: string, code: string, detail?: string): Problem => ({
	at,
	code,
	detail: detail ?? details[code] ?? code
});

const day = v.pipe(
	v.string(),
	v.nonEmpty('missing'),
	v.check((text) => isDay(text), 'invalid-day')
);
const word = v.pipe(v.string(), v.trim(), v.nonEmpty('missing'), v.maxLength(100, 'too-long'));
const titleText = v.pipe(v.string(), v.trim(), v.nonEmpty('missing'), v.maxLength(120, 'too-long'));
const otherTitles = Object.fromEntries(
	languages.filter((language) => language !== 'sv').map((language) => [language, v.optional(titleText)])
) as Record<Exclude<Language, 'sv'>, v.OptionalSchema<typeof titleText, undefined>>;
const someOf = <const T extends readonly string[]>(values: T) =>
	v.pipe(
		v.array(v.picklist(values, 'unknown')),
		v.nonEmpty('missing'),
		v.check((chosen) => new Set(chosen).size === chosen.length, 'repeated')
	);

/** The shape of a new dialogue as somebody writes it; messages are problem codes. */
export const newDialogueSchema = v.strictObject({
	title: v.strictObject({ sv: titleText, ...otherTitles }),
	placeCode: word,
	kind: v.picklist(dialogueKinds, 'unknown'),
	questionnaireId: word,
	version: v.pipe(v.number(), v.integer('not-whole'), v.minValue(1, 'too-small')),
	opensOn: day,
	closesOn: v.nullable(day),
	resultsDueOn: day,
	pledgesDueOn: day,
	channels: someOf(channels),
	languages: someOf(languages),
	settings: settingsSchema,
	entry: v.optional(v.picklist(entries, 'unknown'), 'open')
});

function shapeProblem(issue: v.BaseIssue<unknown>): Problem {
	const absent = issue.received === 'undefined' || issue.received === 'null';
	const code = absent ? 'missing' : issue.message in details ? issue.message : 'invalid';
	return newDialogueProblem(v.getDotPath(issue) ?? '', code);
}

/** What the dates say about each other. Days compare as text. */
function dateProblems({ opensOn, closesOn, resultsDueOn, pledgesDueOn }: NewDialogue): Problem[] {
	const lastDay = closesOn ?? opensOn;
	const problems: Problem[] = [];
	if (lastDay < opensOn) problems.push(newDialogueProblem('closesOn', 'before-opening'));
	if (resultsDueOn < lastDay) problems.push(newDialogueProblem('resultsDueOn', 'before-closing'));
	if (pledgesDueOn < resultsDueOn) problems.push(newDialogueProblem('pledgesDueOn', 'before-results'));
	return problems;
}

function titleOf(written: Partial<Record<Language, string | undefined>> & { sv: string }): Texts {
	const title: Texts = { sv: written.sv };
	for (const language of languages) {
		const text = written[language];
		if (text !== undefined) title[language] = text;
	}
	return title;
}

/**
 * Reads what somebody wrote about a new dialogue.
 * @returns the new dialogue, or what must be mended: a value that is missing, has the wrong form or is out of bounds, or
 * dates in the wrong order. Place and questionnaire are checked by check-new-dialogue.
 */
export function parseNewDialogue(input: unknown): Outcome<NewDialogue> {
	const parsed = v.safeParse(newDialogueSchema, input, { abortPipeEarly: true });
	if (!parsed.success) return { ok: false, problems: parsed.issues.map(shapeProblem) };
	const value: NewDialogue = { ...parsed.output, title: titleOf(parsed.output.title) };
	const untranslated = value.languages
		.filter((language) => value.title[language] === undefined)
		.map((language) => newDialogueProblem(`title.${language}`, 'missing-translation'));
	const problems = [...untranslated, ...dateProblems(value)];
	return problems.length > 0 ? { ok: false, problems } : { ok: true, value };
}
