import { seededRandom } from '#lib/server/random.ts';

const words = (list: string) => list.split('|');

/** Places, some of them named after people. */
const places = words(
	'Säffle|Karlstad|Åmål|Mora|Orsa|Köping|Arboga|Kungsör|Hallstahammar|Kristinehamn|Torsby|Arvika|Eda|Årjäng|Lund|Ed|Svaneholm|Värmlandsbro|Nysäter|Långserud|Karlskoga|Kristianstad|Mariestad|Karlshamn|Gustavsberg|Johanneshov|Annedal|Sofielund|Lindholmen|Filipstad|Olofström|Mariefred|Norra Ny|Västra Mälardalen|Sankt Olof|Erikslund|Petersborg|Malmö|Ulricehamn|Vilhelmina'
);
const streets = words(
	'Storgatan|Kungsgatan|Karl Johans gata|Sankt Eriksgatan|Drottning Kristinas väg|Gustav Adolfs torg|Selma Lagerlöfs väg|Erik Dahlbergsgatan|Olof Palmes gata|Linnégatan|Järnvägsgatan|Skolvägen|Nya torget|Södra Storgatan|Sankt Pers väg|Fredrik Lundgrens gata|Hamnplan|Fabriksgatan|Karin Boyes plats|Anders Personsgatan'
);
const spots = words(
	'stationen|torget|ungdomsgården|gångtunneln|parkeringen bakom Ica|lekplatsen|busshållplatsen|ishallen|biblioteket|elljusspåret|kanalen|återvinningen|Tingvallaskolan|Coop|kyrkogården|vårdcentralen|cykelbanan|hus 12|port 3|uppgång B|huset vid nummer 14'
);
const times = words(
	'kl 07.30-09.00|mellan 22 och 02|kl. 18:45|efter klockan 21|från 05.30 till 06.15|vardagar 08-17|lördag 10–15|kl 08-12 13-17|runt halv tolv|var tionde minut'
);
const dates = words(
	'den 14 maj 2026|2027-03-01|12/8 2026|sommaren 2025|v. 32|1 april|den 30:e|våren 2026|2026-2027|sedan 1998|24 december|den 6 juni 2026 kl 1830|2026-05-12 1830|första advent'
);
const people = words(
	'ungdomar|äldre|barn|cyklister|hundägare|föräldrar|bilister|många|grannarna|eleverna|polisen|nattvandrarna|personalen|fotgängare|butiksägarna'
);
const amounts = words(
	'100 kr|SEK 500|1 200 000 kr|25 %|12,5 procent|3-4 gånger|ett 50-tal|30 km/h|70 meter|0,75 mil|2 av 10|1500 kronor|EUR 100|2 300|10 000–15 000 kr|0412 och 0413'
);
const buses = words(
	'buss 12|linje 800|linje 1450|väg 175|E45|riksväg 62|länsväg 522|Europaväg 18|tåg 10234|buss 402 mot Åmål'
);
const laws = words(
	'SFS 2023:196|lag 2023:196|ordningslagen (1993:1617)|kap. 3 § 12|förordning 1998:1276|prop. 2022/23:43|dnr 2026-001234|ärende 2027/0412-3|KS 2026-00415|SOU 2018:32'
);
const numbers = words('112|114 14|1177|020-58 52 00|113 13|0771-524 524');

type Pick = (list: readonly string[]) => string;

/** What people write, with gaps for what varies; several hold what looks like personal data and is none. */
const sentences: ((one: Pick) => string)[] = [
	(one) => `Det är för mörkt vid ${one(spots)} i ${one(places)} ${one(times)}.`,
	(one) => `Vi vill ha fler lampor längs ${one(streets)}, särskilt ${one(times)}.`,
	(one) => `På ${one(streets)} kör ${one(people)} i ${one(amounts)} ${one(times)}`,
	(one) => `Jag känner mig otrygg vid ${one(spots)} sedan ${one(dates)}.`,
	(one) => `Ring ${one(numbers)} om något händer vid ${one(spots)} ${one(times)}!`,
	(one) => `Enligt ${one(laws)} ska ${one(people)} hålla undan vid ${one(spots)}.`,
	(one) => `${one(buses)} går bara ${one(times)} från ${one(places)}.`,
	(one) => `Belysningen på ${one(streets)} kostade ${one(amounts)} ${one(dates)}.`,
	(one) => `Gatan heter ${one(streets)} och ligger i ${one(places)}, nära ${one(spots)}.`,
	(one) => `Skolan heter Tegnérskolan men ${one(people)} säger något annat sedan ${one(dates)}`,
	(one) => `Min granne i ${one(places)} klagar också på ${one(spots)} ${one(times)}.`,
	(one) => `Läraren såg ${one(people)} slåss bakom ${one(spots)} ${one(dates)}.`,
	(one) => `Rektorn på Tingvallaskolan i ${one(places)} svarade ${one(dates)} att det kostar ${one(amounts)}`,
	(one) => `Herr ordförande, varför dröjer det med ${one(spots)} till ${one(dates)}?`,
	(one) => `Vi bor hos Säfflebostäder nära ${one(spots)} och hyran höjdes ${one(amounts)}.`,
	(one) => `De som bor hos Karlstadshem i ${one(places)} saknar ${one(spots)}.`,
	(one) => `I klass A. Sedan dess har ${one(people)} i ${one(places)} slutat gå dit ${one(times)}.`,
	(one) => `Bilen med VAB 123 på skylten är ett skämt, men den står vid ${one(spots)} ${one(times)}`,
	(one) => `RUM 101 och SAL 204 i ${one(places)} är olåsta ${one(times)}.`,
	(one) =>
		`DET TAR 100 ÅR INNAN NÅGON LAGAR LAMPORNA VID ${one(spots).toUpperCase()} I ${one(places).toUpperCase()}`,
	(one) => `Hans Volvo stod vid ${one(spots)} hela ${one(dates)}.`,
	(one) => `Per år läggs ${one(amounts)} på ${one(spots)} i ${one(places)}.`,
	(one) => `Maj var värst, ${one(people)} höll till vid ${one(spots)} ${one(times)}.`,
	(one) => `Kommunen och Polisen lovade ${one(dates)} att laga ${one(spots)} i ${one(places)}.`,
	(one) => `Mvh Orolig förälder i ${one(places)}, ${one(dates)}`,
	(one) => `Hälsningar från ${one(people)} vid ${one(spots)} i ${one(places)}`,
	(one) => `Fråga ${one(people)} i ${one(places)}; svaret blir ${one(amounts)} enligt ${one(laws)}`,
	(one) => `Skolavslutningen ${one(dates)} blev lugn tack vare ${one(people)} i ${one(places)}.`,
	(one) => `Nya E18 förbi ${one(places)} och ${one(buses)} ger buller ${one(times)}.`,
	(one) => `Hastigheten borde vara 30 på ${one(streets)}, inte ${one(amounts)}.`,
	(one) => `Öppettiderna 08-16 ${one(dates)} passar inte ${one(people)} i ${one(places)}.`,
	(one) => `Mejla kommunen snart, för ${one(people)} väntar vid ${one(spots)} ${one(times)}.`,
	(one) => `Kostnaden är 500 kr/person, eller ${one(amounts)}, för ${one(people)} i ${one(places)}.`,
	(one) => `Ingen @-adress behövs, skriv en lapp vid ${one(spots)} i ${one(places)} ${one(dates)}`,
	(one) => `Bokstaven A, B eller C spelar ingen roll vid ${one(spots)} ${one(times)} i ${one(places)}.`,
	(one) => `Vi var hemma hos oss på ${one(streets)} när ${one(people)} bråkade ${one(times)}.`,
	(one) => `Sankt Olofs kyrka och Karl XII:s torg är mörka ${one(times)} enligt ${one(people)}.`,
	(one) => `Jag är 45 år och gift, och går aldrig förbi ${one(spots)} i ${one(places)} ${one(times)}.`,
	(one) => `Postnumret 661 30 hör till ${one(places)}, där ${one(people)} saknar ${one(spots)}.`,
	(one) => `Tack! ${one(people)} är nöjda med ${one(spots)} ${one(dates)} :) 10/10 poäng i ${one(places)}`,
	(one) => `Kontot på 10 000 kr till ${one(spots)} i ${one(places)} var slut ${one(dates)}.`,
	(one) => `Kungen och Lucia lyser upp ${one(places)}, men inte ${one(spots)} ${one(times)}.`,
	(one) => `Bo kvar i ${one(places)} vill ${one(people)} göra om ${one(spots)} blir tryggare ${one(dates)}.`,
	(one) => `Love, peace och lampor vid ${one(spots)}! Hälsar ${one(people)} i ${one(places)}`,
	(one) => `Trygghetsvandringen gick ${one(streets)}–${one(spots)} ${one(dates)} och tog ${one(amounts)}.`,
	(one) =>
		`Skriv till oss på kommunens webbplats, saffle.se, om ${one(spots)} ${one(dates)} i ${one(places)}.`,
	(one) => `${one(people)} från ${one(places)} träffas vid ${one(spots)}, punkt slut, ${one(times)}.`,
	(one) => `Värmlands Folkblad skrev ${one(dates)} om ${one(spots)} i ${one(places)}.`,
	(one) => `Lag 1 mötte lag 2 i ${one(places)}: 3-2, och ${one(people)} skrek till ${one(times)}.`,
	(one) => `Nr 7 på listan är ${one(spots)} i ${one(places)}, nr 8 ${one(streets)}.`
];

/**
 * Different Swedish sentences of the kind that residents write, in which nobody can be recognised; the same every time.
 * They are full of what resembles personal data: years, sums, hours, road and bus numbers, statutes, public telephone
 * numbers, places and streets named after people.
 */
export function neutralSentences(atLeast: number): string[] {
	const random = seededRandom('neutral');
	const pick: Pick = (list) => list[random.integer(0, list.length - 1)]!;
	const found = new Set<string>();
	for (let round = 0; found.size < atLeast && round < atLeast; round++)
		for (const sentence of sentences) found.add(sentence(pick));
	return [...found];
}
