import * as v from 'valibot';
import { languages, type Language, type Texts } from '#lib/i18n/languages.ts';
import type { Outcome, Problem } from '#lib/server/problem.ts';
import { meetingForms, type Meeting } from './meeting.ts';

/** What staff decide about a meeting beforehand. */
export type MeetingDetails = Pick<
	Meeting,
	| 'title'
	| 'form'
	| 'dialogueId'
	| 'startsAt'
	| 'endsAt'
	| 'venue'
	| 'about'
	| 'languages'
	| 'secondLanguage'
	| 'colours'
	| 'leastShown'
	| 'announced'
>;

const title = v.pipe(v.string(), v.trim(), v.nonEmpty('missing'), v.maxLength(120, 'too-long'));
const about = v.pipe(v.string(), v.trim(), v.maxLength(2000, 'too-long'));
const inLanguages = <T extends v.GenericSchema<string, string>>(text: T) =>
	v.objectWithRest({ sv: text }, v.optional(text));
const language = v.picklist(languages, 'unknown');

/** The shape of a meeting's details; messages are problem codes. */
export const meetingDetailsSchema = v.strictObject({
	title: inLanguages(title),
	form: v.picklist(meetingForms, 'unknown'),
	dialogueId: v.nullable(v.pipe(v.string(), v.maxLength(30))),
	startsAt: v.date('missing'),
	endsAt: v.date('missing'),
	venue: v.pipe(v.string(), v.trim(), v.maxLength(200, 'too-long')),
	about: v.nullable(inLanguages(about)),
	languages: v.pipe(v.array(language), v.nonEmpty('missing')),
	secondLanguage: v.nullable(language),
	colours: v.picklist(['light', 'dark'], 'unknown'),
	leastShown: v.pipe(
		v.number('missing'),
		v.integer('not-whole'),
		v.minValue(1, 'too-small'),
		v.maxValue(1000, 'too-large')
	),
	announced: v.boolean()
});

const problem = (at: string, code: string): Problem => ({ at, code, detail: code });

const filled = (texts: Record<string, string | undefined>): Texts => {
	const entries = Object.entries(texts).filter(([, text]) => text !== undefined && text !== '');
	return { sv: '', ...Object.fromEntries(entries) };
};

const longest = 24 * 60 * 60 * 1000;

function dateProblems({ startsAt, endsAt }: Pick<MeetingDetails, 'startsAt' | 'endsAt'>): Problem[] {
	const length = endsAt.getTime() - startsAt.getTime();
	if (length <= 0) return [problem('endsAt', 'before-start')];
	return length > longest ? [problem('endsAt', 'too-late')] : [];
}

const untranslated = (text: Texts, spoken: readonly Language[]): Problem[] =>
	spoken.filter((one) => !text[one]).map((one) => problem(`title.${one}`, 'missing-translation'));

/** Reads what somebody wrote about a meeting. @returns the details, or what must be mended */
export function parseMeetingDetails(input: unknown): Outcome<MeetingDetails> {
	const parsed = v.safeParse(meetingDetailsSchema, input, { abortPipeEarly: true });
	if (!parsed.success) {
		const problems = parsed.issues.map((issue) => {
			const known = issue.received === 'undefined' ? 'missing' : issue.message;
			return problem(v.getDotPath(issue) ?? '', /^[a-z-]+$/.test(known) ? known : 'invalid');
		});
		return { ok: false, problems };
	}
	const { title: written, about: more, ...rest } = parsed.output;
	const value: MeetingDetails = {
		...rest,
		title: filled(written),
		about: more === null || more.sv === '' ? null : filled(more)
	};
	const problems = [...dateProblems(value), ...untranslated(value.title, value.languages)];
	return problems.length > 0 ? { ok: false, problems } : { ok: true, value };
}
