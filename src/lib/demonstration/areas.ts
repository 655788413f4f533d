import { option } from '../questionnaire/bank/notation.ts';
import type { Option } from '../questionnaire/question.ts';

/** How each municipality of the demonstration divides itself. */
export const saffleAreas: Option[] = [
	option('centre', ['Säffle centrum', 'Säffle centre']),
	option('north', ['Norra Säffle', 'Northern Säffle']),
	option('south', ['Södra Säffle', 'Southern Säffle']),
	option('peninsula', ['Värmlandsnäs', 'Värmlandsnäs']),
	option('bro', ['Värmlandsbro', 'Värmlandsbro']),
	option('west', ['Svanskog och Långserud', 'Svanskog and Långserud'])
];

export const orsaAreas: Option[] = [
	option('centre', ['Orsa centrum', 'Orsa centre']),
	option('north', ['Norra Orsa', 'Northern Orsa']),
	option('south', ['Södra Orsa', 'Southern Orsa']),
	option('villages', ['Byarna utanför', 'The villages around'])
];

export const kristinehamnAreas: Option[] = [
	option('centre', ['Kristinehamn centrum', 'Kristinehamn centre']),
	option('north', ['Norra Kristinehamn', 'Northern Kristinehamn']),
	option('south', ['Södra Kristinehamn', 'Southern Kristinehamn']),
	option('bjorneborg', ['Björneborg', 'Björneborg']),
	option('countryside', ['Landsbygden', 'The countryside'])
];
