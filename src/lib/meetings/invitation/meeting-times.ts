import { dayOf } from '#lib/dialogues/period.ts';
import { formatDay } from '#lib/format/date.ts';
import { perLanguage } from '#lib/format/locale.ts';
import { formatTime } from '#lib/format/moment.ts';
import type { Language } from '#lib/i18n/languages.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Meeting } from '../meeting.ts';

/** When a meeting is, as people read it: `tisdag 4 mars 2027 kl. 18.00–19.30`. */
export function meetingTime(
	{ startsAt, endsAt }: Pick<Meeting, 'startsAt' | 'endsAt'>,
	language: Language
): string {
	const time = (moment: Date) =>
		language === 'sv' ? formatTime(moment, language).replace(':', '.') : formatTime(moment, language);
	return m.meeting_time(
		{
			weekday: weekdays(language).format(startsAt),
			day: formatDay(startsAt, language),
			from: time(startsAt),
			to: time(endsAt)
		},
		{ locale: language }
	);
}

const weekdays = perLanguage(
	(locale) => new Intl.DateTimeFormat(locale, { timeZone: 'Europe/Stockholm', weekday: 'long' })
);

/** Whether a meeting is behind us: it has been ended, or its time has passed without anybody starting it. */
export const isOver = ({ state, endsAt }: Pick<Meeting, 'state' | 'endsAt'>, now: Date): boolean =>
	state === 'ended' || (state === 'planned' && endsAt <= now);

/** Whether a meeting is on now, or begins today. Rehearsals stand with their meeting. */
export const isOnToday = (
	{ state, startsAt, rehearsal }: Pick<Meeting, 'state' | 'startsAt' | 'rehearsal'>,
	now: Date
): boolean => !rehearsal && (state === 'live' || (state === 'planned' && dayOf(startsAt) === dayOf(now)));
