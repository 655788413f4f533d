import type { DataKind } from '#lib/texts/mask.ts';

/** A text with one thing in it that tells who somebody is. */
export interface PersonalSample {
	kind: DataKind;
	secret: string;
	text: string;
}

const checkDigit = (digits: string): string => {
	const sum = [...digits].reduceRight((total, digit, place) => {
		const weighed = Number(digit) * ((digits.length - place) % 2 === 1 ? 2 : 1);
		return total + (weighed > 9 ? weighed - 9 : weighed);
	}, 0);
	return String((10 - (sum % 10)) % 10);
};

/** Ways to write a personal number of `YYYYMMDD` and three digits. */
function personalNumbers(day: string, serial: string): string[] {
	const short = day.slice(2);
	const last = serial + checkDigit(short + serial);
	const [yy, mm, dd] = [short.slice(0, 2), short.slice(2, 4), short.slice(4)];
	return [
		`${short}-${last}`,
		`${short}${last}`,
		`${day}-${last}`,
		`${day}${last}`,
		`${short}+${last}`,
		`${short} ${last}`,
		`${day} ${last}`,
		`${short} - ${last}`,
		`${short}–${last}`,
		`${yy} ${mm} ${dd} ${last}`,
		`${yy}-${mm}-${dd}-${last}`,
		`${day.slice(0, 4)}-${mm}-${dd}-${last}`,
		`${day.slice(0, 2)} ${short}-${last}`,
		`${yy}${mm}${dd}\u00a0${last}`
	];
}

/** Ways to write a telephone number of an area (`070`, `08`, `0533`) and the digits after it. */
function phones(area: string, rest: string): string[] {
	const pairs = (
		rest.length % 2 ? [rest.slice(0, 3), ...(rest.slice(3).match(/../g) ?? [])] : rest.match(/../g)!
	).join(' ');
	const abroad = area.slice(1);
	return [
		`${area}-${pairs}`,
		`${area}${rest}`,
		`${area} ${pairs}`,
		`${area}-${rest}`,
		`${area} - ${pairs}`,
		`(${area}) ${pairs}`,
		`${area}/${rest}`,
		`+46 ${abroad} ${pairs}`,
		`+46${abroad}${rest}`,
		`+46 (0)${abroad} ${pairs}`,
		`+46(0)${abroad}-${rest}`,
		`0046${abroad}${rest}`,
		`0046 ${abroad} ${pairs}`,
		`${area}\u00a0${pairs}`
	];
}

const emails = [
	'namn.efternamn@exempel.se',
	'NAMN@EXEMPEL.SE',
	'namn+extra@post.exempel.com',
	'namn_99@exempel.nu',
	'åsa.öberg@exempel.se',
	'namn @ exempel.se',
	'namn(at)exempel.se',
	'namn (at) exempel.se',
	'namn [at] exempel.se',
	'namn {at} exempel [dot] se',
	'namn (a) exempel.se',
	'namn snabel-a exempel.se',
	'namn snabela exempel punkt se',
	'namn snabel-a exempel punkt se',
	'namn.efternamn snabel-a gmail punkt com',
	'namn punkt efternamn snabel-a gmail punkt com',
	'namn (snabel-a) exempel (punkt) se',
	'namn at exempel punkt se',
	'namn at gmail dot com',
	'namn at hotmail.com',
	'namn99 (at) gmail'
];

const plates = [
	'ABC 123',
	'ABC123',
	'ABC-123',
	'XYZ 98C',
	'XYZ98C',
	'MLB 45A',
	'GHJ\u00a0678',
	'regnr abc 123',
	'reg.nr: xyz98c',
	'registreringsnummer mlb 456',
	'bilen abc123',
	'mopeden xyz 98C'.replace('xyz', 'XYZ')
];

const accounts = [
	'SE4550000000058398257466',
	'SE45 5000 0000 0583 9825 7466',
	'se45 5000 0000 0583 9825 7466',
	'NO93 8601 1117 947',
	'DE89 3704 0044 0532 0130 00',
	'FI21 1234 5600 0007 85',
	'DK50 0040 0440 1162 43',
	'GB29 NWBK 6016 1331 9268 19'
];
const named = [
	'bankgiro 5050-1055',
	'bg: 123-4567',
	'plusgiro 12 34 56-7',
	'pg 4-2',
	'clearing 8327-9, 123 456 789',
	'kontonummer 1234 56 78901',
	'4111 1111 1111 1111'
];

const names = [
	'Jag heter {Anna Svensson}',
	'jag heter {anna svensson} och bor här',
	'Han heter {Kalle} i alla fall',
	'Killen hette {Mohammed Ali}',
	'mannen som kallas {Biggles} säljer',
	'mitt namn är {Nyckel Nyckelsson}',
	'Det är min granne {Kalle} som stör',
	'Min granne, {Anna Ek}, stör',
	'Grannen {Torsson} spelar hög musik',
	'Herr {Gårman} vet vem det är',
	'fru {Påhittad} ser allt',
	'fröken {Snusk} i klassen',
	'Läraren {Karin Bok} gör inget',
	'lärare {Nilsson} skriker',
	'rektor {Påhitt} lyssnar inte',
	'Rektorn {Eva} lyssnar inte',
	'Han bor hos {Lisa Ekman}',
	'de var hemma hos {Pelle}',
	'dotter till {Gunilla Påhitt}',
	'gift med {Sture}',
	'familjen {Fiktiv} på vår gata',
	'fam. {Fiktivsson} längst in',
	'{A. Svensson} sålde den',
	'{A.B. Svensson} sålde den',
	'{K Fiktivsson} sålde den'.replace('K F', 'K. F'),
	'Det var {E. Påhittad} igen',
	'Mest är det {Anna Fiktivsson} som stör',
	'Där går {Mikael} varje kväll',
	'{Oskar af Påhitt} äger huset',
	'doktor {Fiktiv} på vårdcentralen',
	'Chefen {Bengtsson} vet',
	'min kompis {Jonas} blev rånad',
	'hans bror {Emil} är med',
	'Handläggaren {Påhittad} svarar inte',
	'Mörkt överallt. Mvh {Anna}',
	'Mörkt överallt. Hälsningar {Påhitt Påhittsson}',
	'Mörkt överallt. /{Anna}',
	'ordningsvakten {Fiktiv} slog till',
	'Tränaren {Kent} skriker på barnen',
	'{Lisas} son är med'
];

const addresses = [
	'Storgatan 12',
	'Kungsgatan 4 B',
	'Skolvägen 27C',
	'Karl Johans gata 3',
	'Lilla Torget 8',
	'Björkstigen 115',
	'Gamla vägen 9',
	'Östra Storgatan 41 A'
];

const around = [
	(secret: string) => `Den som gör det har ${secret}, det vet alla.`,
	(secret: string) => `${secret} är allt jag vet`,
	(secret: string) => `Skriv till mig: ${secret}`,
	(secret: string) => `Det står (${secret}) på lappen vid Säffle station.`
];

const sampled = (kind: DataKind, secrets: string[]): PersonalSample[] =>
	secrets.map((secret, number) => ({ kind, secret, text: around[number % around.length]!(secret) }));

/** Formatted texts in which somebody can be recognised, made by the rules of writing; all people and numbers are made up. */
export const personalSamples: PersonalSample[] = [
	...sampled('personal-number', [
		...personalNumbers('19850709', '980'),
		...personalNumbers('20040229', '981'),
		// Coordination numbers: 60 is added to the day.
		...personalNumbers('19701263', '982'),
		...personalNumbers('19991291', '983'),
		...personalNumbers('19350101', '984')
	]),
	...sampled('personal-number', ['personnummer 850709-0000', 'pers.nr: 850709', 'pnr 19850709-1']),
	...sampled('phone', [
		...phones('070', '1234567'),
		...phones('073', '9876543'),
		...phones('076', '5554433'),
		...phones('08', '123456'),
		...phones('08', '12345678'),
		...phones('054', '123456'),
		...phones('0533', '12345'),
		...phones('031', '1234567')
	]),
	...sampled('phone', [
		'070.123.45.67',
		'0701-23 45 67',
		'46701234567',
		'+47 912 34 567',
		'+358 40 1234567',
		'tel 123 45',
		'mobil: 70 123 45 67',
		'ring mig på 12 34 56'
	]),
	...sampled('email', emails),
	...sampled('plate', plates),
	...sampled('iban', accounts),
	...sampled('account', named),
	...sampled('address', addresses),
	...names.map((text): PersonalSample => ({
		kind: 'name',
		secret: /\{([^}]*)\}/.exec(text)![1]!,
		text: text.replace(/[{}]/g, '')
	}))
];
