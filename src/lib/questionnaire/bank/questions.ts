import type { Texts } from '#lib/i18n/languages.ts';
import type { Option, Question } from '../question.ts';
import {
	about,
	dontKnow,
	dontKnowAlone,
	option,
	other,
	question,
	ratherNotSay,
	ratherNotSayAlone,
	type Words
} from './notation.ts';

const fourSteps: [Words, Words, Words, Words] = [
	['Mycket otrygg', 'Very unsafe'],
	['Ganska otrygg', 'Rather unsafe'],
	['Ganska trygg', 'Rather safe'],
	['Mycket trygg', 'Very safe']
];

const steps = (words: readonly Words[]): Option[] =>
	words.map((step, index) => option(String(index + 1), step));

const agreement = [
	option('1', ['1 – Instämmer inte alls', '1 – Do not agree at all'], {
		short: ['1 – Inte alls', '1 – Not at all']
	}),
	option('2', ['2', '2']),
	option('3', ['3', '3']),
	option('4', ['4', '4']),
	option('5', ['5 – Instämmer helt', '5 – Agree fully'], { short: ['5 – Helt', '5 – Fully'] }),
	dontKnow
];

const changes: [Words, Words, Words, Words, Words] = [
	['Mycket sämre', 'Much worse'],
	['Lite sämre', 'A little worse'],
	['Ingen skillnad', 'No difference'],
	['Lite bättre', 'A little better'],
	['Mycket bättre', 'Much better']
];

/** The same question with the options with these keys, and those that stand apart or alone, in the question's order. */
export const withOptions = (asked: Question, keys: readonly string[]): Question => ({
	...asked,
	options: asked.options.filter(({ key, apart, exclusive }) => keys.includes(key) || apart || exclusive)
});

/** The same question, asked only when an earlier one got an option that passes the test. */
export const askedWhen = (
	asked: Question,
	earlier: Question,
	passes: (option: Option) => boolean
): Question => ({
	...asked,
	showIf: {
		question: earlier.key,
		anyOf: earlier.options.filter(passes).map((candidate) => candidate.key)
	}
});

/** 1 How safe somebody feels. */
export const safeOverall = question('safe_overall', 'scale', {
	text: [
		'Hur trygg känner du dig i området där du bor eller vistas?',
		'How safe do you feel in the area where you live or spend time?'
	],
	options: [...steps(fourSteps), dontKnow]
});

/** 2 The same late in the evening. Who stays in out of fear is the worst step; who stays in anyway stands apart. */
export const safeEvening = question('safe_evening', 'scale', {
	text: [
		'Hur trygg är du utomhus sent på kvällen i ditt område?',
		'How safe are you outdoors late in the evening in your area?'
	],
	badSteps: 3,
	options: [
		option('not_out_unsafe', ['Går inte ut, för att jag är otrygg', 'I stay in because I feel unsafe'], {
			short: ['Går inte ut, otrygg', 'Stays in, unsafe']
		}),
		...steps(fourSteps),
		option('not_out_other', ['Går inte ut, av annat skäl', 'I stay in for another reason'], {
			short: ['Går inte ut, annat skäl', 'Stays in, other reason'],
			apart: true
		})
	]
});

/** 3 Change over the past year. */
export const safeTrend = question('safe_trend', 'choice', {
	text: [
		'Har tryggheten i ditt område förändrats det senaste året?',
		'Has safety in your area changed in the past year?'
	],
	options: [
		option('much_worse', changes[0]),
		option('little_worse', changes[1]),
		option('unchanged', ['Oförändrad', 'Unchanged']),
		option('little_better', changes[3]),
		option('much_better', changes[4]),
		dontKnow
	]
});

/** 4 When it feels least safe. */
export const unsafeWhen = question('unsafe_when', 'choices', {
	text: [
		'När känner du dig mest otrygg? Välj högst tre.',
		'When do you feel least safe? Choose up to three.'
	],
	max: 3,
	options: [
		option('weekday_day', ['Dagtid på vardagar', 'Weekdays, daytime']),
		option('weekday_evening', ['Kvällar på vardagar', 'Weekdays, evenings']),
		option('weekday_night', ['Nätter på vardagar', 'Weekdays, nights']),
		option('weekend_day', ['Dagtid på helger', 'Weekends, daytime']),
		option('weekend_night', ['Kvällar och nätter på helger', 'Weekends, evenings and nights'], {
			short: ['Helgkvällar och -nätter', 'Weekend nights']
		}),
		option('events', ['Vid evenemang', 'At events']),
		option('never', ['Jag är aldrig otrygg', 'I never feel unsafe'], { exclusive: true })
	]
});

/** 5 Problems people notice, out of the municipality's choice from the taxonomy or all of it. */
export const problems = (items: readonly Option[]): Question =>
	question('problems', 'choices', {
		text: [
			'Vilka problem märker du av i ditt område? Välj högst fem.',
			'Which problems do you notice in your area? Choose up to five.'
		],
		max: 5,
		options: [...items, option('none', ['Inget av detta', 'None of these'], { exclusive: true })]
	});

/** 6 What to tackle first. */
export const priority = (items: readonly Option[]): Question =>
	question('priority', 'ranking', {
		text: [
			'Vad ska polisen och kommunen ta itu med först? Rangordna högst tre.',
			'What should the police and the municipality tackle first? Rank up to three.'
		],
		max: 3,
		options: [...items, dontKnowAlone]
	});

/** 7 How big one problem is; asked item by item, never as a matrix. Worst first, as every scale. */
export const problemExtent = (item: Option): Question => ({
	...about(
		question('problem_extent', 'scale', {
			text: ['Hur stort är det här problemet där du bor?', 'How big is this problem where you live?'],
			options: [
				option('6', ['6 – Mycket stort problem', '6 – A very big problem'], {
					short: ['6 – Mycket stort', '6 – Very big']
				}),
				option('5', ['5', '5']),
				option('4', ['4', '4']),
				option('3', ['3', '3']),
				option('2', ['2', '2']),
				option('1', ['1 – Inget problem', '1 – No problem']),
				dontKnow
			]
		}),
		item.text
	),
	key: `problem_extent_${item.key}`
});

/** 8 Why the problem is there. */
export const problemWhy = question('problem_why', 'text', {
	text: ['Varför tror du att problemet finns?', 'Why do you think the problem exists?'],
	help: ['En mening räcker.', 'One sentence is enough.'],
	max: 300
});

const elsewhere = option('other_place', ['En annan plats', 'Another place']);

/** 9 A place that feels unsafe, out of the municipality's list. */
export const unsafePlace = (areas: readonly Option[]): Question =>
	question('unsafe_place', 'place', {
		text: [
			'Finns det en plats där du känner dig otrygg? Vilken?',
			'Is there a place where you feel unsafe? Which?'
		],
		options: [...areas, elsewhere, option('none', ['Nej, ingen plats', 'No, nowhere'])]
	});

/** 10 What makes that place unsafe. */
export const unsafePlaceWhy = question('unsafe_place_why', 'choices', {
	text: ['Vad gör platsen otrygg? Välj högst tre.', 'What makes the place unsafe? Choose up to three.'],
	max: 3,
	options: [
		option('dark', ['Mörkt eller dålig belysning', 'Dark or poorly lit'], {
			short: ['Mörkt', 'Dark']
		}),
		option('view', ['Skymd sikt', 'Blocked view']),
		option('deserted', ['Ödsligt', 'Deserted']),
		option('people', ['Personer som samlas där', 'People who gather there']),
		option('intoxicated', ['Påverkade personer', 'People under the influence'], {
			short: ['Påverkade personer', 'Drunk or drugged people']
		}),
		option('traffic', ['Trafik och fordon', 'Traffic and vehicles']),
		option('litter', ['Skräp eller klotter', 'Litter or graffiti']),
		option('experience', ['Något jag har varit med om', 'Something that happened to me'], {
			short: ['Något jag varit med om', 'Own experience']
		}),
		other,
		dontKnowAlone
	]
});

/** 11 A place that feels safe. */
export const safePlace = (areas: readonly Option[]): Question =>
	question('safe_place', 'place', {
		text: ['Vilken plats känns extra trygg?', 'Which place feels particularly safe?'],
		options: [...areas, elsewhere, option('none', ['Ingen särskild plats', 'No place in particular'])]
	});

/** 12 Worry. */
export const worry = question('worry', 'choices', {
	text: [
		'Vad har du varit orolig för det senaste året? Välj högst fyra.',
		'What have you worried about in the past year? Choose up to four.'
	],
	max: 4,
	options: [
		option('assault', ['Misshandel eller överfall', 'Assault or being attacked'], {
			short: ['Misshandel, överfall', 'Assault']
		}),
		option('sexual_assault', ['Sexuella övergrepp', 'Sexual assault']),
		option('robbery', ['Rån', 'Robbery']),
		option('burglary', ['Inbrott i bostaden', 'A break-in at home']),
		option('vehicle_crime', ['Stöld eller skada på fordon', 'Theft of or damage to a vehicle'], {
			short: ['Brott mot fordon', 'Vehicle crime']
		}),
		option('fraud', ['Bedrägeri eller stulen identitet', 'Fraud or a stolen identity'], {
			short: ['Bedrägeri, id-stöld', 'Fraud, stolen identity']
		}),
		option('threats', ['Hot eller hat', 'Threats or hate']),
		option('traffic', ['Trafikolycka', 'A traffic accident']),
		option('family', ['Att någon nära drabbas', 'That somebody close is hit'], {
			short: ['Att någon nära drabbas', 'Somebody close is hit']
		}),
		option('none', ['Inget av detta', 'None of these'], { exclusive: true })
	]
});

/** 13 What worry makes people do. */
export const avoid = question('avoid', 'choice', {
	text: [
		'Har oro för brott fått dig att välja en annan väg eller avstå från något?',
		'Has worry about crime made you take another route or refrain from something?'
	],
	options: [
		option('often', ['Ofta', 'Often']),
		option('sometimes', ['Ibland', 'Sometimes']),
		option('seldom', ['Sällan', 'Seldom']),
		option('never', ['Aldrig', 'Never']),
		dontKnow
	]
});

/** 14 Exposure to crime. No text follows it: this is not a report. */
export const victim12 = question('victim12', 'choices', {
	text: [
		'Har du utsatts för något av detta här i kommunen de senaste 12 månaderna?',
		'Have you been exposed to any of these here in the last 12 months?'
	],
	help: [
		'Svaret är ingen anmälan. Fara nu: ring 112. Anmäla eller tipsa: ring 114 14.',
		'Your answer is not a report. Danger now: call 112. To report or tip off: call 114 14.'
	],
	max: 5,
	sensitive: true,
	options: [
		option('theft', ['Stöld eller inbrott', 'Theft or burglary']),
		option('damage', ['Skadegörelse', 'Damage to property']),
		option('threats', ['Hot eller hat', 'Threats or hate']),
		option('violence', ['Våld', 'Violence']),
		option('fraud', ['Bedrägeri', 'Fraud']),
		option('sexual_harassment', ['Sexuella trakasserier', 'Sexual harassment']),
		option('other', ['Annat brott', 'Another crime']),
		option('no', ['Nej', 'No'], { exclusive: true }),
		ratherNotSayAlone
	]
});

/** 15 Reported to the police, asked of those exposed. */
export const reported = askedWhen(
	question('reported', 'choice', {
		text: ['Polisanmälde du det?', 'Did you report it to the police?'],
		sensitive: true,
		options: [
			option('all', ['Ja, allt', 'Yes, all of it']),
			option('partly', ['Ja, en del', 'Yes, some of it']),
			option('no', ['Nej', 'No']),
			ratherNotSay
		]
	}),
	victim12,
	(exposure) => !exposure.exclusive
);

/** 16 Why not, asked of those who did not report everything. */
export const notReportedWhy = askedWhen(
	question('not_reported_why', 'choices', {
		text: ['Varför anmälde du inte? Välj högst två.', 'Why did you not report it? Choose up to two.'],
		max: 2,
		sensitive: true,
		options: [
			option('not_serious', ['Det var inte allvarligt', 'It was not serious']),
			option('no_use', ['Det leder inte till något', 'It leads to nothing'], {
				short: ['Leder inte till något', 'Leads to nothing']
			}),
			option('complicated', ['Det var krångligt', 'It was complicated']),
			option('fear', ['Jag var rädd för följderna', 'I was afraid of what would follow'], {
				short: ['Rädd för följderna', 'Afraid of consequences']
			}),
			option('not_how', ['Jag visste inte hur', 'I did not know how']),
			other,
			ratherNotSayAlone
		]
	}),
	reported,
	(report) => report.key === 'partly' || report.key === 'no'
);

/** 17 How often police are seen. */
export const policeVisible = question('police_visible', 'scale', {
	text: ['Hur ofta ser du polis i ditt område?', 'How often do you see police in your area?'],
	options: [
		option('1', ['Aldrig eller nästan aldrig', 'Never or almost never'], {
			short: ['Nästan aldrig', 'Almost never']
		}),
		option('2', ['Någon gång per år', 'A few times a year']),
		option('3', ['Någon gång per månad', 'A few times a month']),
		option('4', ['Varje vecka eller oftare', 'Every week or more often'], {
			short: ['Varje vecka', 'Every week']
		}),
		dontKnow
	]
});

const cares = (key: string, text: Words): Question => question(key, 'scale', { text, options: agreement });

/** 18 The police care. */
export const policeCare = cares('police_care', [
	'Polisen bryr sig om problemen där jag bor.',
	'The police care about the problems where I live.'
]);

/** 18b The municipality cares. */
export const municipalityCare = cares('municipality_care', [
	'Kommunen bryr sig om problemen där jag bor.',
	'The municipality cares about the problems where I live.'
]);

/** 19 What would help most. */
export const improve = question('improve', 'choices', {
	text: [
		'Vad skulle göra störst skillnad för tryggheten? Välj högst tre.',
		'What would make most difference for safety? Choose up to three.'
	],
	max: 3,
	options: [
		option('visible_police', ['Synligare polis', 'More visible police']),
		option('lighting', ['Bättre belysning', 'Better lighting']),
		option('cleanup', ['Röja buskar och städa', 'Clear bushes, clean up']),
		option('adults_out', ['Fler vuxna ute på kvällen', 'More adults out at night'], {
			short: ['Fler vuxna på kvällen', 'More adults out']
		}),
		option('youth_activities', ['Mer för unga att göra', 'More for the young to do']),
		option('traffic', ['Säkrare trafik', 'Safer traffic']),
		option('drugs', ['Arbete mot narkotika', 'Work against drugs']),
		option('guards', ['Ordningsvakter eller värdar', 'Guards or hosts'], {
			short: ['Vakter eller värdar', 'Guards or hosts']
		}),
		option('cameras', ['Kameror', 'Cameras']),
		option('neighbourhood_watch', ['Grannsamverkan', 'Neighbourhood watch']),
		option('parents', ['Stöd till föräldrar', 'Support for parents']),
		option('information', ['Mer information', 'More information']),
		other,
		dontKnowAlone
	]
});

/** 20 What somebody would do. */
export const contribute = question('contribute', 'choices', {
	text: [
		'Vad kan du själv tänka dig att göra? Välj högst tre.',
		'What could you yourself do? Choose up to three.'
	],
	max: 3,
	options: [
		option('neighbourhood_watch', ['Gå med i grannsamverkan', 'Join a neighbourhood watch'], {
			short: ['Grannsamverkan', 'Neighbourhood watch']
		}),
		option('night_walk', ['Nattvandra', 'Walk the town at night']),
		option('safety_walk', ['Gå med på en trygghetsvandring', 'Take part in a safety walk'], {
			short: ['Trygghetsvandring', 'Safety walk']
		}),
		option('report', ['Anmäla eller tipsa oftare', 'Report or tip off more often'], {
			short: ['Anmäla, tipsa oftare', 'Report more often']
		}),
		option('association', ['Hjälpa till i en förening eller som mentor', 'Help in a club or as a mentor'], {
			short: ['Förening, mentor', 'Club or mentor']
		}),
		option('meeting', ['Komma på ett dialogmöte', 'Come to a dialogue meeting'], {
			short: ['Dialogmöte', 'Dialogue meeting']
		}),
		option('nothing', ['Inget just nu', 'Nothing right now'], { exclusive: true })
	]
});

/** 21 Anything else. */
export const free = question('free', 'text', {
	text: [
		'Är det något mer polisen och kommunen bör veta?',
		'Is there anything else the police and the municipality should know?'
	],
	max: 500
});

/** 22 Whether the pledges are known. */
export const knowPledge = question('know_pledge', 'choice', {
	text: [
		'Kände du före idag till att polisen och kommunen ger medborgarlöften?',
		'Did you know before today that the police and the municipality make citizen pledges?'
	],
	options: [
		option('yes_content', ['Ja, och vad de handlar om', 'Yes, and what they are about'], {
			short: ['Ja, och innehållet', 'Yes, and the content']
		}),
		option('yes_heard', ['Ja, jag har hört talas om dem', 'Yes, I have heard of them'], {
			short: ['Ja, hört talas om', 'Yes, heard of them']
		}),
		option('no', ['Nej', 'No']),
		dontKnow
	]
});

/** A pledge that the follow-up asks about; `key` is snake_case. */
export interface AskedPledge {
	key: string;
	text: Texts;
}

/** 23 How well one pledge was kept. */
export const pledgeKept = (pledge: AskedPledge): Question => ({
	...about(
		question('pledge_kept', 'scale', {
			text: ['Hur väl tycker du att detta löfte har hållits?', 'How well has this pledge been kept?'],
			options: [
				...steps([
					['Inte alls', 'Not at all'],
					['Delvis', 'Partly'],
					['Till stor del', 'To a large extent'],
					['Helt', 'Fully']
				]),
				dontKnow
			]
		}),
		pledge.text
	),
	key: `pledge_kept_${pledge.key}`
});

/** 24 Whether one pledge made a difference. */
export const pledgeEffect = (pledge: AskedPledge): Question => ({
	...about(
		question('pledge_effect', 'scale', {
			text: ['Märker du någon skillnad?', 'Do you notice a difference?'],
			options: [...steps(changes), dontKnow]
		}),
		pledge.text
	),
	key: `pledge_effect_${pledge.key}`
});

/** 25 Influence. */
export const influence = question('influence', 'scale', {
	text: [
		'Jag kan påverka vad polis och kommun gör för tryggheten här.',
		'I can influence what the police and the municipality do for safety here.'
	],
	options: agreement
});

/** 26 How people want to hear; signing up with a number or an address is another matter, never part of an answer. */
export const infoChannel = question('info_channel', 'choices', {
	text: [
		'Hur vill du få veta vad som kom fram och vad som görs? Välj högst två.',
		'How do you want to hear about the results and what is done? Choose up to two.'
	],
	max: 2,
	options: [
		option('municipal_web', ['På kommunens webbplats', "The municipality's website"], {
			short: ['Kommunens webbplats', 'Municipal website']
		}),
		option('police_web', ['På polisens webbplats', "The police's website"], {
			short: ['Polisens webbplats', 'Police website']
		}),
		option('social_media', ['I sociala medier', 'Social media']),
		option('newspaper', ['I lokaltidningen', 'The local newspaper']),
		option('meeting', ['På ett möte', 'At a meeting']),
		option('posters', ['På anslag eller skärmar', 'On posters or screens']),
		option('school', ['Genom skolan eller en förening', 'Through school or an association'], {
			short: ['Skola eller förening', 'School or association']
		}),
		option('message', ['Med sms eller e-post', 'By text message or e-mail'], {
			short: ['Sms eller e-post', 'Text message or e-mail']
		})
	]
});

/** 27 What staff see. */
export const staffSee = question('staff_see', 'text', {
	text: [
		'Vilka problem möter du i ditt arbete som inte syns i statistiken?',
		'Which problems do you meet at work that do not show in the statistics?'
	],
	max: 500
});

/** 28 What staff could do. */
export const staffHow = question('staff_how', 'text', {
	text: [
		'Vad skulle du eller din verksamhet kunna göra, och vad hindrar?',
		'What could you or your unit do in practice, and what stands in the way?'
	],
	max: 500
});

/** Form of housing; an ordinary question, since answers are not split by it. */
export const housing = question('housing', 'choice', {
	text: ['Hur bor du?', 'How do you live?'],
	options: [
		option('rented', ['Hyresrätt', 'Rented flat']),
		option('cooperative', ['Bostadsrätt', 'Cooperative flat']),
		option('house', ['Villa eller radhus', 'House']),
		other,
		ratherNotSay
	]
});
