import { describe, expect, test } from 'vitest';
import {
	meetingFromForm,
	newMeeting,
	readWrittenMeeting,
	writtenMeeting,
	type WrittenMeeting
} from './written-meeting.ts';

const evening: WrittenMeeting = {
	...newMeeting(new Date('2027-02-25T12:00:00Z')),
	title: { sv: 'Trygghet i Säffle', en: 'Safety in Säffle' },
	venue: 'Biblioteket',
	languages: ['sv', 'en'],
	secondLanguage: 'en'
};
const read = (change: Partial<WrittenMeeting>) => readWrittenMeeting({ ...evening, ...change });

describe('what is decided about a meeting', () => {
	test('is read from its form, and its form shows it again', () => {
		const outcome = read({});
		expect(outcome).toMatchObject({
			ok: true,
			value: {
				startsAt: new Date('2027-03-04T17:00:00Z'),
				endsAt: new Date('2027-03-04T18:30:00Z'),
				about: null
			}
		});
		expect(outcome.ok && readWrittenMeeting(writtenMeeting(outcome.value))).toEqual(outcome);
	});

	test('is kept as it was written when something is to be mended', () => {
		const form = new FormData();
		form.set('title-sv', ' Möte ');
		form.set('from', '25:00');
		form.append('languages', 'en');
		form.append('languages', 'xx');
		expect(meetingFromForm(form)).toMatchObject({
			title: { sv: 'Möte' },
			from: '25:00',
			languages: ['sv', 'en'],
			announced: false
		});
	});

	test.each([
		[{ title: { sv: 'Bara svenska' } }, 'title-en empty'],
		[{ title: { sv: 'x'.repeat(121), en: 'x' } }, 'title-sv too-long'],
		[{ day: '2027-02-30' }, 'day no-day'],
		[{ from: '24:00' }, 'from no-time'],
		[{ to: '17:59' }, 'to before-start'],
		[{ venue: '' }, 'venue empty'],
		[{ leastShown: '4' }, 'leastShown least']
	])('%o is to be mended', (change, wanted) => {
		const outcome = read(change);
		expect(outcome.ok ? [] : outcome.problems.map(({ at, code }) => `${at} ${code}`)).toContain(wanted);
	});

	test('has a second language only among its own', () => {
		const outcome = read({ languages: ['sv'] });
		expect(outcome.ok && outcome.value.secondLanguage).toBeNull();
	});
});
