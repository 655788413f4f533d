/** Something that happens on a whole day. */
export interface DayEvent {
	/** The same for ever: a calendar that gets the event again replaces it. */
	uid: string;
	/** `YYYY-MM-DD` */
	day: string;
	summary: string;
	link: string;
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

/** An iCalendar file (RFC 5545) of whole-day events. It holds no time of its own, so that it says nothing about when. */
export const calendarFile = (events: readonly DayEvent[]): string =>
	['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Lyhord//SV', ...events.flatMap(eventLines), 'END:VCALENDAR']
		.map(folded)
		.map((line) => `${line}\r\n`)
		.join('');
