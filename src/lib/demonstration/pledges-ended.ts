import { formatDay } from '../format/date.ts';
import { restsOnOutdoors, restsOnVisibility } from './pledges-2017.ts';
import { activity, written, type DayFromNow, type PledgePlay } from './pledge-play.ts';

const by = (day: string): string => `senast ${formatDay(day, 'sv')}`;

/** Not kept, with the reason. */
export function meetingPlace(day: DayFromNow): PledgePlay {
	return {
		...{ publishedOn: day(-175), example: true, rests: restsOnOutdoors('Inget annat att göra på kvällen') },
		content: written({
			title: 'En mötesplats vid torget',
			sentence: `Vi lovar att bygga en mötesplats med sex bänkar och belysning vid torget ${by(day(-30))}.`,
			...{ place: 'Torget', validFrom: day(-175), validTo: day(-30), nextReportOn: day(-25) },
			effect: 'Fler stannar vid torget på kvällen.',
			indicator: {
				...{ kind: 'own-count', ref: '', unit: 'personer', startValue: 4, targetValue: 20 },
				...{ what: 'Personer på torget en fredag klockan 20', how: 'Räknas fyra fredagar' }
			},
			activities: [
				activity('benches', ['municipality', 'Bygga mötesplatsen', 'Samhällsbyggnadschef'], {
					target: 6,
					unit: 'bänkar',
					place: 'Torget',
					dueOn: day(-30)
				})
			]
		}),
		happens: [
			{
				...{
					day: day(-26),
					kind: 'report',
					outcome: 'not-kept',
					nextReportOn: null,
					reason: 'permit',
					value: 5
				},
				text: 'Mötesplatsen byggdes inte. Bygglovet överklagades, och beskedet kommer tidigast nästa år.'
			}
		]
	};
}

/** Extended. */
export function walks(day: DayFromNow): PledgePlay {
	return {
		...{ publishedOn: day(-178), example: true, rests: restsOnOutdoors('Buskar skymmer sikten') },
		content: written({
			title: 'Trygghetsvandringar i fyra områden',
			sentence: `Vi lovar att gå trygghetsvandringar i fyra områden ${by(day(-45))}, och visa vad som görs efter var och en.`,
			...{ place: 'Fyra områden i Säffle', validFrom: day(-178), validTo: day(-45), nextReportOn: day(-50) },
			effect: 'Det som upptäcks blir åtgärdat.',
			indicator: {
				...{ kind: 'own-count', ref: '', unit: '%', startValue: 0, targetValue: 80 },
				...{ what: 'Punkter från vandringarna som är åtgärdade', how: 'Räknas i protokollen' }
			},
			activities: [
				activity('walks', ['joint', 'Trygghetsvandring', 'Samordnare och kommunpolis'], {
					target: 4,
					unit: 'vandringar',
					dueOn: day(-45)
				})
			]
		}),
		happens: [
			{
				day: day(-140),
				kind: 'progress',
				activity: 0,
				quantity: 1,
				place: 'Säffle centrum',
				text: 'Vandring med 18 deltagare. Nio punkter.'
			},
			{
				day: day(-110),
				kind: 'progress',
				activity: 0,
				quantity: 2,
				place: 'Norra och södra Säffle',
				text: 'Två vandringar. Elva punkter, sju åtgärdade.'
			},
			{
				day: day(-50),
				kind: 'report',
				text: 'Tre av fyra vandringar är gjorda.',
				nextReportOn: day(75),
				value: 55
			},
			{
				day: day(-47),
				kind: 'extension',
				to: day(120),
				why: 'Ovädret ställde in den fjärde. Vi går den när det är ljusare.',
				reason: 'season'
			}
		]
	};
}

/** Kept. */
export function parents(day: DayFromNow): PledgePlay {
	return {
		...{ publishedOn: day(-160), example: true, rests: restsOnOutdoors('Många går hem ensamma sent') },
		content: written({
			title: 'Två föräldramöten',
			sentence: `Vi lovar att bjuda in alla föräldrar i årskurs 7–9 till två möten ${by(day(-80))}.`,
			...{ place: 'Skolorna i Säffle', validFrom: day(-160), validTo: day(-80), nextReportOn: day(-85) },
			effect: 'Fler vuxna är ute på stan på kvällen.',
			indicator: {
				...{ kind: 'own-count', ref: '', unit: 'vuxna', startValue: 12, targetValue: 30 },
				...{ what: 'Vuxna som nattvandrade en fredag', how: 'Räknas på plats' }
			},
			activities: [
				activity('parents', ['joint', 'Föräldramöte', 'Rektor och kommunpolis'], {
					target: 2,
					unit: 'möten',
					dueOn: day(-80)
				})
			]
		}),
		happens: [
			{
				day: day(-130),
				kind: 'progress',
				activity: 0,
				quantity: 1,
				place: 'Tegnérskolan',
				text: 'Första mötet: 64 föräldrar kom.'
			},
			{
				day: day(-95),
				kind: 'progress',
				activity: 0,
				quantity: 1,
				place: 'Tegnérskolan',
				text: 'Andra mötet: 51 föräldrar kom.'
			},
			{
				day: day(-84),
				kind: 'report',
				outcome: 'done',
				nextReportOn: null,
				text: 'Båda mötena är gjorda. 34 vuxna nattvandrade.',
				value: 34
			}
		]
	};
}

/** Not begun; a partner's. It names no cause, so that the list of gaps in the workspace has something to show. */
export function nightWalks(day: DayFromNow): PledgePlay {
	return {
		...{ publishedOn: day(-9), example: true, rests: restsOnVisibility(null) },
		content: written({
			title: 'Vuxna på stan vid lovet',
			sentence: `Vi lovar att minst tio vuxna nattvandrar i centrum åtta lovkvällar, ${by(day(200))}.`,
			...{ place: 'Säffle centrum', validFrom: day(30), validTo: day(200), nextReportOn: day(110) },
			effect: 'Färre unga är ute utan en vuxen i närheten.',
			indicator: {
				...{ kind: 'own-count', ref: '', unit: 'kvällar', startValue: 0, targetValue: 8 },
				...{ what: 'Lovkvällar med minst tio vuxna', how: 'Nattvandrarna räknar' }
			},
			activities: [
				activity('night', ['partner', 'Nattvandring', 'Nattvandrarna, ordförande'], {
					target: 8,
					unit: 'kvällar',
					startsOn: day(30),
					dueOn: day(200),
					place: 'Säffle centrum'
				})
			]
		}),
		happens: []
	};
}
