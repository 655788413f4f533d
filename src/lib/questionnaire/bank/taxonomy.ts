import type { Option } from '../question.ts';
import { option } from './notation.ts';

/** The problems people notice: one list for what is asked, told by staff and shown in statistics. */
export const problemTaxonomy: readonly Option[] = [
	option('speeding', ['Snabb eller störande körning', 'Fast or reckless driving'], {
		short: ['Störande körning', 'Reckless driving']
	}),
	option('mopeds', ['Mopeder och A-traktorer', 'Mopeds and A-tractors']),
	option('drunk_driving', ['Rattfylleri', 'Drink-driving']),
	option('drugs', ['Narkotika (bruk eller försäljning)', 'Drugs (use or dealing)'], {
		short: ['Narkotika', 'Drugs']
	}),
	option('drunk_people', ['Berusade personer', 'Drunk people']),
	option('gangs', ['Gäng eller grupper som känns otrygga', 'Gangs or groups that feel unsafe'], {
		short: ['Otrygga grupper', 'Groups that feel unsafe']
	}),
	option('vandalism', ['Skadegörelse och klotter', 'Vandalism and graffiti']),
	option('burglary', ['Inbrott i bostäder', 'Break-ins in homes']),
	option('theft', ['Stöld i butik, av cykel eller bil', 'Theft from shops, of bikes or cars'], {
		short: ['Stölder', 'Thefts']
	}),
	option('fraud', ['Bedrägerier', 'Fraud']),
	option('violence_outdoors', ['Våld utomhus', 'Violence outdoors']),
	option('youth_robbery', ['Rån mot unga', 'Robbery of young people']),
	option('sexual_harassment', ['Sexuella trakasserier', 'Sexual harassment']),
	option('domestic_violence', ['Våld i nära relation', 'Domestic violence']),
	option('threats', ['Hot eller hat, även på nätet', 'Threats or hate, also online'], {
		short: ['Hot eller hat', 'Threats or hate']
	}),
	option('bullying', ['Mobbning eller otrygg skolväg', 'Bullying or an unsafe way to school'], {
		short: ['Mobbning, skolväg', 'Bullying, way to school']
	}),
	option('litter', ['Nedskräpning', 'Littering']),
	option('lighting', ['Dålig belysning', 'Poor lighting']),
	option('bushes', ['Buskar och träd som skymmer sikten', 'Bushes and trees that block the view'], {
		short: ['Skymmande buskar', 'Bushes block the view']
	}),
	option('deserted', ['Ödsliga platser', 'Deserted places']),
	option('absence', ['För få poliser eller vuxna ute', 'Too few police or adults around'], {
		short: ['Få poliser eller vuxna', 'Few police or adults']
	}),
	option('neighbours', ['Störande grannar eller fester', 'Noisy neighbours or parties'], {
		short: ['Störande grannar', 'Noisy neighbours']
	})
];

/** Six that fit most small municipalities, until one has chosen its own. */
export const usualProblems = ['speeding', 'drugs', 'gangs', 'theft', 'lighting', 'absence'] as const;

/** Six that young people meet. */
export const usualYouthProblems = [
	'gangs',
	'drugs',
	'bullying',
	'threats',
	'youth_robbery',
	'lighting'
] as const;

/** The problems with these keys, in the order given. Throws on a key that is not in the taxonomy. */
export const problemsByKey = (keys: readonly string[]): Option[] =>
	keys.map((key) => {
		const found = problemTaxonomy.find((problem) => problem.key === key);
		if (!found) throw new Error(`the problem taxonomy has no ${key}`);
		return found;
	});

/** Themes that municipalities and police choose to work on; a start, not a closed list. */
export const focusAreaTaxonomy: readonly Option[] = [
	option('traffic', ['Trafik och buskörning', 'Traffic and reckless driving'], {
		short: ['Trafik och buskörning', 'Traffic']
	}),
	option('drugs', ['Narkotika och andra droger', 'Narcotics and other drugs'], {
		short: ['Narkotika', 'Drugs']
	}),
	option('visible_police', ['Synlig och tillgänglig polis', 'Visible and accessible police'], {
		short: ['Synlig polis', 'Visible police']
	}),
	option('outdoors', ['Utemiljö, belysning och framkomlighet', 'Outdoor environment, lighting and access'], {
		short: ['Utemiljö och belysning', 'Outdoors and lighting']
	}),
	option('youth_at_risk', ['Unga i riskzon', 'Young people at risk']),
	option('unsafe_places', ['Otrygga platser', 'Unsafe places']),
	option('burglary_theft', ['Inbrott och stöld', 'Burglary and theft']),
	option('robbery', ['Rån', 'Robbery']),
	option('vandalism', ['Skadegörelse och klotter', 'Vandalism and graffiti']),
	option('litter', ['Nedskräpning', 'Littering']),
	option('public_violence', ['Våld i offentlig miljö', 'Violence in public']),
	option('domestic_violence', ['Våld i nära relation', 'Domestic violence']),
	option('elder_fraud', ['Bedrägerier mot äldre', 'Fraud against older people'], {
		short: ['Bedrägerier mot äldre', 'Fraud against elders']
	}),
	option('adult_presence', ['Föräldrastöd och vuxennärvaro', 'Support for parents and adults around'], {
		short: ['Föräldrar och vuxna', 'Parents and adults']
	})
];
