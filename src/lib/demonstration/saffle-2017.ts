import { districtQuestion } from '../questionnaire/bank/background.ts';
import { dontKnow, inBoth, option, other, question } from '../questionnaire/bank/notation.ts';
import { knowPledge, safeOverall } from '../questionnaire/bank/questions.ts';
import type { QuestionnaireDefinition } from '../questionnaire/question.ts';
import { shuffled, type Random } from '../server/random.ts';
import { saffleAreas } from './areas.ts';
import { answerAsResident, type Leanings, type Reply } from './resident.ts';

export const mostDifference = question('most_difference', 'choice', {
	text: ['Vad skulle göra störst skillnad för tryggheten?', 'What would make most difference for safety?'],
	options: [
		option('accessible_police', ['Mer tillgänglig polis', 'A more accessible police']),
		option('outdoors', ['Bättre utemiljö', 'A better outdoor environment']),
		option('youth_activities', ['Mer för unga att göra', 'More for young people to do']),
		option('adults_out', ['Fler vuxna ute på kvällen', 'More adults out in the evening']),
		other,
		dontKnow
	]
});

/**
 * How many chose what. Of those who chose something 60 % wanted a more accessible police and 26 % a better outdoor
 * environment: Säffle's own published figures from 2017. The rest, and every other answer, is made up.
 */
const composition: Record<string, number> = {
	accessible_police: 288,
	outdoors: 125,
	youth_activities: 32,
	adults_out: 21,
	other: 14,
	dont_know: 22
};

/** Who chose nothing. */
const skipped = 14;

/** The district whose safety grade is lowest; made up as well. */
export const lowestDistrict = 'centre';

export const saffle2017: QuestionnaireDefinition = {
	title: inBoth(['Medborgardialog 2017', 'Citizen dialogue 2017']),
	intro: inBoth(['Tack för att du hjälper till.', 'Thank you for helping.']),
	questions: [mostDifference, safeOverall, knowPledge],
	background: [districtQuestion(saffleAreas)]
};

const districts: Record<string, number> = {
	centre: 3,
	north: 3,
	south: 2,
	peninsula: 2,
	bro: 1.5,
	west: 1.5,
	elsewhere: 0
};
const safe = { '1': 0.3, '2': 1.2, '3': 4, '4': 3 };
const unsafe = { '1': 2, '2': 3.5, '3': 2.5, '4': 1 };

/** Everything but the composed question is answered like this. */
const rest = { questions: saffle2017.questions.slice(1), background: saffle2017.background };

const leaningsOf = ({ district }: Reply['background']): Leanings => ({
	district: districts,
	safe_overall: district === lowestDistrict ? unsafe : safe,
	know_pledge: { yes_content: 1, yes_heard: 2, no: 3 }
});

function reply(choice: string | undefined, random: Random): Reply {
	const { answers, background } = answerAsResident(rest, leaningsOf, random);
	return { answers: choice === undefined ? answers : { most_difference: choice, ...answers }, background };
}

/** Everybody who answered in 2017, in random order. */
export function saffle2017Replies(random: Random): Reply[] {
	const choices = Object.entries(composition).flatMap(([key, count]) => Array<string>(count).fill(key));
	const everybody = shuffled([...choices, ...Array<undefined>(skipped).fill(undefined)], random);
	return everybody
		.map((choice) => reply(choice, random))
		.filter(({ answers }) => Object.keys(answers).length > 0);
}
