import type { BackgroundQuestion, Option } from '../question.ts';
import { inBoth, option, ratherNotSay } from './notation.ts';

const ageBands = [
	option('under-13', ['Under 13 år', 'Under 13']),
	option('13-15', ['13–15 år', '13–15']),
	option('16-19', ['16–19 år', '16–19']),
	option('20-29', ['20–29 år', '20–29']),
	option('30-44', ['30–44 år', '30–44']),
	option('45-64', ['45–64 år', '45–64']),
	option('65-79', ['65–79 år', '65–79']),
	option('80-plus', ['80 år eller äldre', '80 or older'])
];

/** Age in the bands of the bank. */
export const ageQuestion: BackgroundQuestion = {
	key: 'age',
	text: inBoth(['Ålder', 'Age']),
	options: [...ageBands, ratherNotSay]
};

/** Age for the youth set: the same bands, up to 29. */
export const youthAgeQuestion: BackgroundQuestion = {
	...ageQuestion,
	options: [...ageBands.slice(0, 4), ratherNotSay]
};

/** Gender. */
export const genderQuestion: BackgroundQuestion = {
	key: 'gender',
	text: inBoth(['Kön', 'Gender']),
	options: [
		option('woman', ['Kvinna', 'Woman']),
		option('man', ['Man', 'Man']),
		option('other', ['Annan könsidentitet', 'Another gender identity']),
		ratherNotSay
	]
};

/** Where in the municipality somebody lives: its own areas, or elsewhere. */
export const districtQuestion = (areas: readonly Option[]): BackgroundQuestion => ({
	key: 'district',
	text: inBoth(['Vilken del av kommunen bor du i?', 'Which part of the municipality do you live in?']),
	options: [
		...areas,
		option('elsewhere', ['Bor inte i kommunen', 'I do not live here'], {
			short: ['Bor inte i kommunen', 'Lives elsewhere']
		})
	]
});

/** In which of the groups somebody answers; one only, so that every answer belongs to one group. */
export const groupQuestion = (groups: readonly Option[]): BackgroundQuestion => ({
	key: 'group',
	text: inBoth(['Jag svarar främst som …', 'I am answering mainly as …']),
	options: [...groups]
});

/** How somebody belongs to the place; the group question of the full and the staff set. */
export const relationGroups: readonly Option[] = [
	option('residents', ['Boende', 'Resident']),
	option('works_here', ['Jag arbetar eller studerar här', 'I work or study here'], {
		short: ['Arbetar, studerar här', 'Works or studies here']
	}),
	option('business_owners', ['Företagare', 'Business owner']),
	option('associations', ['Aktiv i en förening', 'Active in an association'], {
		short: ['Föreningsaktiv', 'Active in association']
	}),
	option('visitors', ['Besökare eller fritidsboende', 'Visitor or holiday resident'], {
		short: ['Besökare', 'Visitor']
	}),
	option('politicians', ['Förtroendevald', 'Elected representative']),
	option('staff', ['Anställd i kommunen eller polisen', 'Employed by the municipality or police'], {
		short: ['Anställd', 'Employed']
	})
];

/** Groups for a dialogue that invites each of them on its own. */
export const targetGroups: readonly Option[] = [
	option('residents', ['Boende', 'Resident']),
	option('business_owners', ['Företagare', 'Business owner']),
	option('municipal_staff', ['Anställd i kommunen', 'Municipal employee']),
	option('politicians', ['Politiker', 'Politician']),
	option('young_people', ['Ungdom', 'Young person']),
	option('pensioners', ['Pensionär', 'Pensioner'])
];
