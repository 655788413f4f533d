import { dontKnow, inBoth, option } from '../questionnaire/bank/notation.ts';
import { groupQuestion } from '../questionnaire/bank/background.ts';
import type { QuestionnaireDefinition } from '../questionnaire/question.ts';
import type { Cause } from '../situation/evidence.ts';
import { shuffled, type Random } from '../server/random.ts';
import type { Reply } from './resident.ts';
import { mostDifference } from './saffle-2017.ts';

/** A staff dialogue that asks the residents' question; made up. Units of fewer than ten are merged. */
export const saffleStaff: QuestionnaireDefinition = {
	title: inBoth(['Medarbetardialog 2017', 'Staff dialogue 2017']),
	intro: inBoth(['Svara utifrån det du ser i ditt arbete.', 'Answer from what you see at work.']),
	questions: [
		{ ...mostDifference, options: [...mostDifference.options.filter(({ apart }) => !apart), dontKnow] }
	],
	background: [
		groupQuestion([
			option('school', ['Skola och fritid', 'School and leisure']),
			option('care', ['Vård och socialtjänst', 'Care and social services']),
			option('streets_police', ['Gata, park och polis', 'Streets, parks and police'])
		])
	]
};

const staffChoices: Record<string, number> = {
	outdoors: 30,
	youth_activities: 22,
	adults_out: 10,
	accessible_police: 4,
	other: 2
};

/** Everybody who answered the staff dialogue, in random order. */
export function saffleStaffReplies(random: Random): Reply[] {
	const groups = ['school', 'care', 'streets_police'];
	const choices = Object.entries(staffChoices).flatMap(([key, count]) => Array<string>(count).fill(key));
	return shuffled(choices, random).map((choice, index) => ({
		answers: { most_difference: choice },
		background: { group: groups[index % groups.length]! }
	}));
}

/** A series over time; made up, and its source says so. */
export const saffleSeries = {
	fileName: 'trygghet-exempel.csv',
	title: 'Andel som känner sig trygga ute sena kvällar',
	source: 'Påhittade siffror för demonstrationen',
	text: [
		'Kommun;År;Andel (%)',
		...[84, 83, 81, 78, 74, 70].map((share, index) => `Säffle;${2012 + index};${share}`)
	].join('\n')
};

/** What people wrote on the picture; the two focus areas are Säffle's own of 2017. */
export const saffleWords = {
	title: 'Lägesbild Säffle våren 2017',
	differences:
		'Invånarna vill först av allt ha en polis som syns och går att nå. Det nämner nästan ingen medarbetare. Vi tror att det beror på att de som arbetar i kommunen och polisen redan når varandra. Om utemiljön är alla överens.',
	unknown:
		'Vi vet inte hur de under 16 år ser på saken: få av dem svarade.\n\nVi vet inte om färre anmäler brott när polisen är svår att nå. Siffrorna om trygghet ute är påhittade för demonstrationen.',
	chosen:
		'Vi går vidare med två saker: att polis och kommun ska synas, och utemiljön. Det är det som flest vill ha, och det går att göra något åt på kort tid.\n\nVi går inte vidare med fler vuxna ute på kvällen i år. Där finns redan en förening som vi stöttar. Mer för unga att göra väntar till nästa år: det behöver pengar som inte finns i årets budget.',
	/** `under`: the cause that it lies behind. */
	causes: [
		{ problem: 'Bättre utemiljö', bone: 'place', text: 'Mörka gångvägar i centrum' },
		{
			...{ problem: 'Bättre utemiljö', bone: 'place', text: 'Trasiga lampor byts sent' },
			under: 'Mörka gångvägar i centrum'
		},
		{ problem: 'Bättre utemiljö', bone: 'place', text: 'Buskar skymmer sikten' },
		{ problem: 'Bättre utemiljö', bone: 'victim', text: 'Många går hem ensamma sent' },
		{ problem: 'Bättre utemiljö', bone: 'offender', text: 'Inget annat att göra på kvällen' },
		{ problem: 'Mer tillgänglig polis', bone: 'victim', text: 'Vet inte när stationen är öppen' },
		{ problem: 'Mer tillgänglig polis', bone: 'place', text: 'Polisen kör ut från en annan ort' }
	] as { problem: string; bone: Cause['bone']; text: string; under?: string }[],
	reason: 'Statistiken mäter något närliggande, men inte just det här.'
};
