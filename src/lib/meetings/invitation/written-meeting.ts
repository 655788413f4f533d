import { dayOf, isDay, momentOf } from '#lib/dialogues/period.ts';
import { formatTime } from '#lib/format/moment.ts';
import { isLanguage, languages, type Language, type Texts } from '#lib/i18n/languages.ts';
import type { Outcome, Problem } from '#lib/server/problem.ts';
import { meetingForms } from '../meeting.ts';
import type { MeetingDetails } from '../new-meeting.ts';

/** What stands in the fields of a meeting's form. */
export interface WrittenMeeting {
	title: Record<string, string>;
	about: Record<string, string>;
	day: string;
	from: string;
	to: string;
	venue: string;
	form: string;
	dialogueId: string;
	languages: Language[];
	secondLanguage: string;
	colours: string;
	leastShown: string;
	announced: boolean;
}

const mostTitle = 120;
const mostVenue = 200;
const mostAbout = 2000;
const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** The fields of a new meeting: an evening a week from now, in Swedish. */
export const newMeeting = (now: Date): WrittenMeeting => ({
	title: {},
	about: {},
	day: dayOf(new Date(now.getTime() + 7 * 86_400_000)),
	from: '18:00',
	to: '19:30',
	venue: '',
	form: 'hall',
	dialogueId: '',
	languages: ['sv'],
	secondLanguage: '',
	colours: 'light',
	leastShown: '10',
	announced: true
});

const clockOf = (moment: Date): string => formatTime(moment, 'en');

/** The fields of a meeting as it was saved. */
export const writtenMeeting = (meeting: MeetingDetails): WrittenMeeting => ({
	title: { ...meeting.title },
	about: { ...meeting.about },
	day: dayOf(meeting.startsAt),
	from: clockOf(meeting.startsAt),
	to: clockOf(meeting.endsAt),
	venue: meeting.venue,
	form: meeting.form,
	dialogueId: meeting.dialogueId ?? '',
	languages: [...meeting.languages],
	secondLanguage: meeting.secondLanguage ?? '',
	colours: meeting.colours,
	leastShown: String(meeting.leastShown),
	announced: meeting.announced
});

/** What a filled-in form says. */
export function meetingFromForm(form: FormData): WrittenMeeting {
	const text = (name: string) => String(form.get(name) ?? '').trim();
	const texts = (name: string) =>
		Object.fromEntries(languages.map((language) => [language, text(`${name}-${language}`)]));
	const chosen = form.getAll('languages').map(String).filter(isLanguage);
	return {
		title: texts('title'),
		about: texts('about'),
		...{ day: text('day'), from: text('from'), to: text('to'), venue: text('venue'), form: text('form') },
		dialogueId: text('dialogueId'),
		languages: languages.filter((language) => language === 'sv' || chosen.includes(language)),
		secondLanguage: text('secondLanguage'),
		colours: text('colours'),
		leastShown: text('leastShown'),
		announced: form.has('announced')
	};
}

const problem = (at: string, code: string): Problem => ({ at, code, detail: code });

const when = (broken: boolean, at: string, code: string): Problem[] => (broken ? [problem(at, code)] : []);

function problemsOf(written: WrittenMeeting): Problem[] {
	const least = Number(written.leastShown);
	return [
		...written.languages.flatMap((language) => [
			...when(!written.title[language], `title-${language}`, 'empty'),
			...when((written.title[language] ?? '').length > mostTitle, `title-${language}`, 'too-long'),
			...when((written.about[language] ?? '').length > mostAbout, `about-${language}`, 'too-long')
		]),
		...when(!isDay(written.day), 'day', 'no-day'),
		...when(!isTime(written.from), 'from', 'no-time'),
		...when(!isTime(written.to), 'to', 'no-time'),
		...when(isTime(written.from) && isTime(written.to) && written.to <= written.from, 'to', 'before-start'),
		...when(written.venue === '', 'venue', 'empty'),
		...when(written.venue.length > mostVenue, 'venue', 'too-long'),
		...when(!Number.isInteger(least) || least < 5 || least > 100, 'leastShown', 'least')
	];
}

/** A text in the languages that it is written in; null when there is none. */
function textsIn(written: Record<string, string>, offered: readonly Language[]): Texts | null {
	const texts: Texts = { sv: written.sv ?? '' };
	for (const language of offered) if (written[language]) texts[language] = written[language];
	return texts.sv === '' ? null : texts;
}

/** What was decided about a meeting, or what is to be mended. */
export function readWrittenMeeting(written: WrittenMeeting): Outcome<MeetingDetails> {
	const problems = problemsOf(written);
	if (problems.length > 0) return { ok: false, problems };
	const second = written.secondLanguage;
	return {
		ok: true,
		value: {
			title: textsIn(written.title, written.languages)!,
			form: meetingForms.find((form) => form === written.form) ?? 'hall',
			dialogueId: written.dialogueId || null,
			startsAt: momentOf(written.day, written.from),
			endsAt: momentOf(written.day, written.to),
			venue: written.venue,
			about: textsIn(written.about, written.languages),
			languages: written.languages,
			secondLanguage: isLanguage(second) && written.languages.includes(second) ? second : null,
			colours: written.colours === 'dark' ? 'dark' : 'light',
			leastShown: Number(written.leastShown),
			announced: written.announced
		}
	};
}
