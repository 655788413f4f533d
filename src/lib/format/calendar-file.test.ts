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
