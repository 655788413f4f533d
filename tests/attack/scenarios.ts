import { defaultSettings, type AnonymitySettings } from '#lib/dialogues/settings.ts';
import type { Random } from '#lib/server/random.ts';
import type { CoreSheet } from './core-dialogue.ts';
import type { Dimensions } from './public-numbers.ts';
import { answersOf, backgroundOf, pick, sheets, type Setting } from './simulated-sheets.ts';

export type Event = { answer: CoreSheet } | 'look' | 'restart';

/** One dialogue from beginning to end, as it happens to the service. */
export interface Play {
	dimensions: Dimensions;
	settings: AnonymitySettings;
	events: Event[];
	/** Sheets of one person who answers many times from one network, and knows them all. */
	flood: CoreSheet[];
}

export interface Scenario {
	name: string;
	/** A play with so many genuine answers. */
	play: (answers: number, random: Random) => Play;
}

const dimensionsOf = ({ weights }: Setting): Dimensions =>
	Object.fromEntries(Object.entries(weights).map(([dimension, values]) => [dimension, Object.keys(values)]));

/** Answers with looks between them, at random or after each. */
function withLooks(answers: CoreSheet[], random: Random): Event[] {
	const often = pick([1, 0.3, 0.1], random);
	return answers.flatMap((answer): Event[] => (random.chance(often) ? [{ answer }, 'look'] : [{ answer }]));
}

function scenario(name: string, setting: Setting, events = withLooks): Scenario {
	return {
		name,
		play: (answers, random) => ({
			dimensions: dimensionsOf(setting),
			settings: setting.settings,
			events: events(sheets(answers, setting, random), random),
			flood: []
		})
	};
}

/** One person sends sheets among everybody else's, a few or many more than all of them, within ten minutes. */
function floodScenario(name: string, setting: Setting): Scenario {
	return {
		name,
		play(answers, random) {
			const genuine = sheets(answers, setting, random);
			const lean = pick([0, 0.5, 1], random);
			const target = random.chance(0.5) ? backgroundOf(setting.weights, random) : null;
			const times = pick([0.08, 0.2, 1, 5], random);
			const flood = Array.from({ length: Math.ceil(answers * times) }, (_, index) => ({
				id: `fake ${index}`,
				background: target ?? backgroundOf(setting.weights, random),
				answers: answersOf({ lean }, random),
				source: 'flood'
			}));
			const mixed = [...genuine];
			for (const fake of flood) mixed.splice(random.integer(0, mixed.length), 0, fake);
			return {
				dimensions: dimensionsOf(setting),
				settings: setting.settings,
				events: withLooks(mixed, random),
				flood
			};
		}
	};
}

/** Everybody but one answers at once; much later comes the last one, alone. */
function lateEvents(answers: CoreSheet[], random: Random): Event[] {
	const looks = Array<Event>(20).fill('look');
	const last = answers.at(-1) as CoreSheet;
	return [...withLooks(answers.slice(0, -1), random), ...looks, { answer: last }, ...looks];
}

/** Now and then the service is started anew. */
const eventsWithRestarts = (answers: CoreSheet[], random: Random): Event[] =>
	withLooks(answers, random).flatMap((event): Event[] =>
		random.chance(0.01) ? ['restart', event] : [event]
	);

const { meeting, openLink, strict } = defaultSettings;
const ages = { young: 3, middle: 5, old: 4 };
const districts = { north: 4, south: 3, east: 2, west: 1 };

export const scenarios: Scenario[] = [
	scenario('meeting', { settings: meeting, weights: { group: { residents: 6, staff: 2, politicians: 1 } } }),
	scenario('meeting without background', { settings: meeting, weights: {} }),
	scenario('school', {
		settings: strict,
		weights: { age: { junior: 4, senior: 3 }, group: { pupils: 9, teachers: 1 } }
	}),
	scenario('village with a small district', {
		settings: openLink,
		weights: { district: { village: 60, lake: 37, island: 3 }, age: ages }
	}),
	scenario('consensus 95:5', { settings: openLink, weights: { district: districts }, lean: 0.95 }),
	scenario('consensus 95:5 in a meeting', {
		settings: meeting,
		weights: { district: districts },
		lean: 0.95
	}),
	scenario(
		'late single answer',
		{ settings: meeting, weights: { district: districts, age: ages } },
		lateEvents
	),
	scenario('a question asked of nearly all', { settings: meeting, weights: {}, safe: 0.1, skips: 0.01 }),
	floodScenario('flood from one source', { settings: openLink, weights: { district: districts, age: ages } }),
	floodScenario('flood in a consensus', { settings: openLink, weights: { district: districts }, lean: 0.95 }),
	scenario(
		'mixed',
		{
			settings: openLink,
			weights: { district: districts, age: ages, group: { home: 5, shop: 1 } },
			shared: 0.3
		},
		eventsWithRestarts
	),
	{
		name: 'district almost group',
		play(answers, random) {
			const setting = { settings: openLink, weights: { district: { campus: 1, town: 3 } } };
			const people = sheets(answers, setting, random);
			for (const { background } of people) {
				const campus = background['district'] === 'campus';
				background['group'] = campus === random.chance(0.97) ? 'students' : 'others';
			}
			const dimensions = { district: ['campus', 'town'], group: ['students', 'others'] };
			return { dimensions, settings: openLink, events: withLooks(people, random), flood: [] };
		}
	}
];
