import { activity, written, type PledgePlay, type Rests } from './pledge-play.ts';

/**
 * Säffle's own pledges of 2017, as the municipality and the police published them: two focus areas, what each side and
 * both together were to do, what was expected of it, and that it was followed up by statistics and staff experience.
 * Days that are not in the source are those of the period.
 */
const period = { validFrom: '2017-06-01', validTo: '2017-12-31' };
const publishedOn = '2017-06-01';
const lastDay = { dueOn: period.validTo };
const how = 'Statistik och personalens erfarenheter.';

const ended = {
	...({ day: '2017-12-29', kind: 'report', outcome: 'partly', nextReportOn: null } as const),
	text: 'Perioden är slut. Den följdes upp med statistik och personalens erfarenheter. Källan säger inte hur det gick med varje aktivitet. Därför står löftet som delvis klart.'
};

const half = {
	...({ day: '2017-11-30', kind: 'report', nextReportOn: '2018-02-28' } as const),
	text: 'Arbetet pågår. Uppföljningen kommer när perioden är slut.'
};

/** The names of the two focus areas. */
export const focus2017 = { visibility: 'Synlighet', outdoors: 'Utemiljö' };

/** A pledge about being seen. @param cause in the words of the picture; the source of 2017 names none */
export const restsOnVisibility = (cause: string | null): Rests => ({
	focusArea: focus2017.visibility,
	optionKey: 'accessible_police',
	cause
});

/** A pledge about the outdoors; `cause` as above. */
export const restsOnOutdoors = (cause: string | null): Rests => ({
	focusArea: focus2017.outdoors,
	optionKey: 'outdoors',
	cause
});

export const pledges2017: PledgePlay[] = [
	{
		...{ publishedOn, example: false, happens: [half, ended] },
		rests: restsOnVisibility(null),
		content: written({
			title: 'Polis och kommun ska synas',
			sentence: 'Vi lovar att polis och kommun ska synas mer där människor i Säffle rör sig under 2017.',
			...{ ...period, place: 'Säffle', nextReportOn: '2017-11-30', channels: ['web', 'press', 'meeting'] },
			effect: 'Polisen upplevs som mer tillgänglig, och fler möter polis och kommun i sin vardag.',
			indicator: {
				...{ kind: 'question', ref: '', unit: '%', startValue: 60, targetValue: null, how },
				what: 'Andel av dem som deltog som vill ha en mer tillgänglig polis'
			},
			activities: [
				activity(
					'2017-fairs',
					['joint', 'Ha en gemensam monter vid mässor i Säffle', 'Kommunpolis och samordnare'],
					lastDay
				),
				activity(
					'2017-parents',
					['joint', 'Bjuda in till ett föräldramöte, Föräldrar på stan', 'Kommunpolis och samordnare'],
					{ ...lastDay, target: 1, unit: 'möte' }
				),
				activity(
					'2017-foot',
					['police', 'Fotpatrullera på namngivna platser', 'Lokalpolisområde Arvika'],
					lastDay
				),
				activity('2017-hours', ['police', 'Se över polisstationens öppettider', 'Lokalpolisområde Arvika'], {
					...lastDay,
					place: 'Polisstationen'
				}),
				activity('2017-events', ['municipality', 'Vara synlig vid fyra slags evenemang', 'Säffle kommun'], {
					...lastDay,
					target: 4,
					unit: 'evenemang'
				})
			]
		})
	},
	{
		...{ publishedOn, example: false, happens: [half, ended] },
		rests: restsOnOutdoors(null),
		content: written({
			title: 'En bättre utemiljö',
			sentence:
				'Vi lovar att gå en trygghetsvandring i den stadsdel som har lägst trygghetsbetyg under 2017.',
			...{
				...period,
				place: 'Säffle tätort',
				nextReportOn: '2017-11-30',
				channels: ['web', 'press', 'meeting']
			},
			effect: 'Utemiljön i stadsdelen upplevs som tryggare.',
			indicator: {
				...{ kind: 'question', ref: '', unit: '%', startValue: 26, targetValue: null, how },
				what: 'Andel av dem som deltog som vill ha en bättre utemiljö'
			},
			activities: [
				activity(
					'2017-walk',
					[
						'joint',
						'Genomföra en trygghetsvandring i den stadsdel som har lägst trygghetsbetyg',
						'Kommunpolis och samordnare'
					],
					{ ...lastDay, target: 1, unit: 'vandring' }
				)
			]
		})
	}
];
