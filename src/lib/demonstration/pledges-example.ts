import { formatDay } from '../format/date.ts';
import { restsOnOutdoors, restsOnVisibility } from './pledges-2017.ts';
import { meetingPlace, nightWalks, parents, walks } from './pledges-ended.ts';
import { activity, written, type DayFromNow, type PledgePlay } from './pledge-play.ts';

const by = (day: string): string => `senast ${formatDay(day, 'sv')}`;

const street = ['municipality', 'Laga eller byta lampor', 'Chef för gata och park'] as const;

function lamps(day: DayFromNow): PledgePlay {
	const lastDay = day(90);
	return {
		...{ publishedOn: day(-150), example: true, rests: restsOnOutdoors('Mörka gångvägar i centrum') },
		content: written({
			title: 'Ljusare gångvägar',
			sentence: `Vi lovar att alla 12 gångvägar som ni pekade ut ska ha fungerande belysning ${by(lastDay)}.`,
			...{
				place: 'Tingvalla och Karljohansgatan',
				validFrom: day(-150),
				validTo: lastDay,
				nextReportOn: day(-60)
			},
			effect: 'Färre undviker gångvägarna när det är mörkt.',
			indicator: {
				...{ kind: 'own-count', ref: '', unit: 'gångvägar', startValue: 14, targetValue: 0 },
				...{ what: 'Gångvägar med trasig eller ingen belysning', how: 'Kvällsrunda varje månad' }
			},
			activities: [
				activity('lamps', [...street], { target: 14, unit: 'gångvägar', place: 'Tingvalla', dueOn: lastDay }),
				activity('rounds', ['police', 'Kvällsrundor på platserna', 'Områdespolis'], {
					recurrence: 'varje torsdag 20–22',
					target: 20,
					unit: 'rundor'
				})
			]
		}),
		happens: [
			{
				...{ day: day(-148), kind: 'correction', field: 'sentence' },
				after: `Vi lovar att alla 14 gångvägar som ni pekade ut ska ha fungerande belysning ${by(lastDay)}.`,
				why: 'Det stod 12. Två gångvägar hade fallit bort i listan.'
			},
			{
				day: day(-120),
				kind: 'progress',
				activity: 0,
				quantity: 5,
				place: 'Tingvalla',
				text: 'Fem gångvägar fick nya lampor.'
			},
			{
				day: day(-64),
				kind: 'report',
				text: 'Fem av 14 gångvägar är klara. Resten tas före sista dagen.',
				nextReportOn: day(45),
				value: 9
			},
			{
				day: day(-40),
				kind: 'progress',
				activity: 1,
				quantity: 6,
				place: 'Tingvalla',
				text: 'Sex kvällsrundor på torsdagar.'
			},
			{
				day: day(-12),
				kind: 'progress',
				activity: 0,
				quantity: 4,
				place: 'Karljohansgatan',
				text: 'Fyra gångvägar till är klara.'
			}
		]
	};
}

function patrols(day: DayFromNow): PledgePlay {
	return {
		...{
			publishedOn: day(-170),
			example: true,
			rests: restsOnVisibility('Polisen kör ut från en annan ort')
		},
		content: written({
			title: 'Polis till fots i centrum',
			sentence: `Vi lovar att polisen går 24 kvällspass till fots i Säffle centrum ${by(day(-20))}.`,
			...{ place: 'Säffle centrum', validFrom: day(-170), validTo: day(60), nextReportOn: day(-18) },
			effect: 'Fler möter polisen i centrum.',
			indicator: {
				...{ kind: 'question', ref: '', unit: '%', startValue: 60, targetValue: 45 },
				...{ what: 'Andel som vill ha en mer tillgänglig polis', how: 'Frågas igen i nästa dialog' }
			},
			activities: [
				activity('patrols', ['police', 'Kvällspass till fots', 'Gruppchef, områdespolis'], {
					target: 24,
					unit: 'pass',
					place: 'Säffle centrum',
					dueOn: day(-20)
				})
			]
		}),
		happens: [
			{
				day: day(-130),
				kind: 'progress',
				activity: 0,
				quantity: 8,
				place: 'Kanaltorget',
				text: 'Åtta pass är gjorda.'
			},
			{
				day: day(-60),
				kind: 'progress',
				activity: 0,
				quantity: 7,
				place: 'Järnvägsgatan',
				text: 'Sju pass till.'
			},
			{
				...{ day: day(-18), kind: 'report', nextReportOn: day(40), reason: 'resources' },
				text: '15 av 24 pass är gjorda. I två månader flyttades personal till en annan ort. De nio som saknas går vi före nästa besked.'
			}
		]
	};
}

function openStation(day: DayFromNow): PledgePlay {
	return {
		...{ publishedOn: day(-100), example: true, rests: restsOnVisibility('Vet inte när stationen är öppen') },
		content: written({
			title: 'Öppen polisstation på torsdagar',
			sentence: `Vi lovar att polisstationen har öppet för samtal varje torsdag 10–11, till ${formatDay(day(265), 'sv')}.`,
			...{
				place: 'Polisstationen i Säffle',
				validFrom: day(-100),
				validTo: day(265),
				nextReportOn: day(-10)
			},
			effect: 'Det blir lättare att prata med polisen.',
			indicator: {
				...{ kind: 'own-count', ref: '', unit: 'samtal i månaden', startValue: 0, targetValue: 20 },
				...{ what: 'Samtal på öppen station', how: 'Räknas varje torsdag' }
			},
			activities: [
				activity('station', ['police', 'Öppen station', 'Stationsbefäl'], {
					recurrence: 'varje torsdag 10–11',
					place: 'Polisstationen'
				})
			]
		}),
		happens: [
			{
				day: day(-55),
				kind: 'progress',
				activity: 0,
				quantity: 6,
				place: 'Polisstationen',
				text: 'Öppet sex torsdagar.'
			}
		]
	};
}

/** A second period, made up and marked as such: one pledge in every state. */
export const examplePledges = (day: DayFromNow): PledgePlay[] =>
	[lamps, patrols, openStation, meetingPlace, walks, parents, nightWalks].map((make) => make(day));
