import { expect, it } from 'vitest';
import { calendarFile } from './calendar-file.ts';

const event = {
	uid: '482913-results@example.se',
	day: '2027-12-31',
	summary: 'Resultat: Trygg, lugn; nära',
	link: 'https://example.se/saffle/dialog/trygg'
};

it('lasts one whole day, also over the turn of the year', () => {
	const file = calendarFile([event]);
	expect(file).toContain('DTSTART;VALUE=DATE:20271231\r\n');
	expect(file).toContain('DTEND;VALUE=DATE:20280101\r\n');
});

it('escapes what has a meaning in the format', () => {
	expect(calendarFile([event])).toContain('SUMMARY:Resultat: Trygg\\, lugn\\; nära');
});

it('folds lines at 75 bytes without cutting a character', () => {
	const file = calendarFile([{ ...event, summary: 'å'.repeat(200) }]);
	for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
	expect(file.replaceAll('\r\n ', '')).toContain('å'.repeat(200));
});

it('gives a meeting its time, its place and a name for the calendar that follows it', () => {
	const file = calendarFile(
		[
			{
				uid: 'mote-1@example.se',
				startsAt: new Date('2027-03-04T17:30:00Z'),
				endsAt: new Date('2027-03-04T19:00:00.000Z'),
				summary: 'Dialogmöte',
				where: 'Biblioteket, Säffle',
				about: 'Kaffe\nKom i tid',
				link: 'https://example.se/saffle/moten/mars',
				revision: 3
			}
		],
		'Möten i Säffle'
	);
	for (const line of [
		'X-WR-CALNAME:Möten i Säffle',
		'DTSTART:20270304T173000Z',
		'DTEND:20270304T190000Z',
		'SEQUENCE:3',
		'LOCATION:Biblioteket\\, Säffle',
		'DESCRIPTION:Kaffe\\nKom i tid'
	])
		expect(file).toContain(`${line}\r\n`);
});
