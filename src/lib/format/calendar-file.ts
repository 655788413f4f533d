/** Something that happens on a whole day. */
export interface DayEvent {
	/** The same for ever: a calendar that gets the event again replaces it. */
	uid: string;
	/** `YYYY-MM-DD` */
	day: string;
	summary: string;
	link: string;
}

/** Something that happens at a time and in a place. */
export interface TimedEvent extends Pick<DayEvent, 'uid' | 'summary' | 'link'> {
	startsAt: Date;
	endsAt: Date;
	where: string;
	about: string;
	/** Rises when the event changes, so that calendars replace it. */
	revision: number;
}

const escaped = (text: string): string =>
	text.replace(/[\\;,]/g, (character) => `\\${character}`).replace(/\r?\n/g, '\\n');

const compact = (day: string): string => day.replaceAll('-', '');

const dayAfter = (day: string): string =>
	new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** Splits a line at 75 bytes, never inside a character (RFC 5545, 3.1). */
function folded(line: string): string {
	const parts: string[] = [];
	let part = '';
	for (const character of line) {
		if (Buffer.byteLength(part + character) > (parts.length === 0 ? 75 : 74)) {
			parts.push(part);
			part = '';
		}
		part += character;
	}
	return [...parts, part].join('\r\n ');
}

const eventLines = ({ uid, day, summary, link }: DayEvent): string[] => [
	'BEGIN:VEVENT',
	`UID:${uid}`,
	`DTSTAMP:${compact(day)}T000000Z`,
	`DTSTART;VALUE=DATE:${compact(day)}`,
	`DTEND;VALUE=DATE:${compact(dayAfter(day))}`,
	`SUMMARY:${escaped(summary)}`,
	`URL:${link}`,
	'TRANSP:TRANSPARENT',
	'END:VEVENT'
];

const inUtc = (moment: Date): string => moment.toISOString().replace(/[-:]|\.\d+/g, '');

const timedLines = (event: TimedEvent): string[] => [
	'BEGIN:VEVENT',
	`UID:${event.uid}`,
	`DTSTAMP:${inUtc(event.startsAt)}`,
	`DTSTART:${inUtc(event.startsAt)}`,
	`DTEND:${inUtc(event.endsAt)}`,
	`SEQUENCE:${event.revision}`,
	`SUMMARY:${escaped(event.summary)}`,
	`LOCATION:${escaped(event.where)}`,
	...(event.about ? [`DESCRIPTION:${escaped(event.about)}`] : []),
	`URL:${event.link}`,
	'END:VEVENT'
];

/**
 * An iCalendar file (RFC 5545) of whole-day and timed events. It holds no time of its own, so that it says nothing about
 * when it was made.
 * @param name what a calendar that follows the file is called
 */
export const calendarFile = (events: readonly (DayEvent | TimedEvent)[], name?: string): string =>
	[
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Lyhord//SV',
		...(name === undefined ? [] : [`X-WR-CALNAME:${escaped(name)}`]),
		...events.flatMap((event) => ('day' in event ? eventLines(event) : timedLines(event))),
		'END:VCALENDAR'
	]
		.map(folded)
		.map((line) => `${line}\r\n`)
		.join('');
