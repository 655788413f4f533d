import { describe, expect, test } from 'vitest';
import { template, templateNames } from '../bank/templates.ts';
import { secondQuestion } from './two-in-one.ts';

const doubles = [
	'Hur trygg känner du dig, och hur ofta går du ut på kvällen?',
	'Känner du dig otrygg på torget? Brukar du undvika det?',
	'Är gatorna trygga och säkra?',
	'Är polisen synlig och tillgänglig?',
	'Hur nöjd är du med belysningen och städningen?',
	'Hur stort förtroende har du för polisen och kommunen?',
	'Hur trygg känner du dig i skolan och på bussen?',
	'Vad oroar dig mest och varför?',
	'Har du blivit utsatt för brott, och anmälde du det?',
	'Tycker du att kommunen lyssnar och gör något åt problemen?',
	'Har du sett och anmält något brott det senaste året?',
	'Känner du dig otrygg, och i så fall när?',
	'Är både parken och torget trygga?',
	'Hur ofta ser och pratar du med polisen?',
	'Vet du vem som är kommunpolis och har du träffat personen?',
	'Tycker du att gatorna är rena och att snön plogas?',
	'Vilka platser undviker du och när undviker du dem?',
	'Hur bra fungerar belysningen och snöröjningen?',
	'Är det lätt och snabbt att anmäla ett fel?',
	'Litar du på polisen och socialtjänsten?',
	'Hur orolig är du för inbrott och bedrägerier?',
	'Bor du i kommunen och är du nöjd med det?',
	'Skulle du vilja ha fler kameror eller tycker du att det räcker?',
	'Var känner du dig otrygg samt vad beror det på?',
	'Polisen är synlig och kommer snabbt när man ringer.',
	'Kommunen är bra på att informera och lyssna.',
	'Är du trygg hemma men rädd ute?',
	'Har tryggheten ökat och har brotten minskat?',
	'Känner du till medborgarlöftet? Tycker du att det har hållits?',
	'Hur viktigt är det med fler poliser och fler vuxna ute?',
	'Är personalen trevlig och kunnig?',
	'Hur upplever du trafiken och belysningen på din gata?',
	'Vad behöver göras och av vem?',
	'Har du varit utsatt för hot eller våld, och polisanmälde du det i så fall?',
	'Är det rent och snyggt i parken?',
	'Vad är bra med området och vad kan bli bättre?'
];

const innocent = [
	'Hur trygg är du när du går ut och går på kvällen?',
	'Hur ofta är du i parken för att sitta och läsa?',
	'Hur trygg känner du dig där du bor och arbetar?',
	'Vad tycker du om samarbetet mellan polisen och kommunen?',
	'Hur trygg känner du dig på gång- och cykelvägar?',
	'Hur trygg eller otrygg känner du dig i centrum?',
	'Har du sett eller hört något som oroar dig?',
	'Hur väl känner du till vad polisen och kommunen gör?',
	'Vad ska kommunen och polisen börja med?',
	'Finns det en plats du undviker? Vilken?',
	'Har du blivit bestulen det senaste året?',
	'Hur ofta går du ut efter klockan 22?',
	'Vad skulle få dig att känna dig tryggare?',
	'Hur länge har du bott i kommunen?',
	'Vilken tid på dygnet känner du dig mest otrygg?',
	'Hur mycket buller och trafik märker du av?',
	'Vet du vart du ska vända dig om du blir utsatt för brott?',
	'Vilket av dessa problem är störst där du bor?',
	'Har skadegörelse och klotter blivit vanligare?',
	'Hur ofta ser du berusade personer på torget?',
	'Kan du tänka dig att komma och berätta på ett möte?',
	'Hur ofta brukar du ta bussen?',
	'Har du barn som går i skolan?',
	'Känner du igen polisen i ditt område?',
	'Vad gör platsen otrygg? Välj högst tre.',
	'Hur trygg känner du dig när du väntar på bussen?',
	'Hur har tryggheten förändrats sedan förra året?',
	'Skulle fler vuxna ute på kvällen göra skillnad?',
	'Har du märkt av fler poliser under sommaren?',
	'Hur ser du på narkotika och andra droger i området?',
	'Vad ska vi göra först? Rangordna högst tre.',
	'Hur orolig är du för att någon i din familj råkar ut för brott?',
	'Är du med i någon förening?',
	'Hur många gånger har du anmält något till polisen i år?',
	'Vilken väg tar du hem från stationen?',
	'Får du veta vad som händer efter att du har anmält något?',
	'Hur ofta hör du talas om rån mot unga?',
	'Hur tycker du att skolvägen är?',
	'Vad tror du att det beror på?',
	'Har du varit med på en trygghetsvandring?',
	'Hur vill du bli kontaktad av oss?',
	'Känner du någon som har utsatts för hot eller hat?',
	'Hur lätt är det att hitta information på kommunens webbplats?',
	'Kommunen gör tillräckligt för ungas trygghet.',
	'Jag vet vem jag ska ringa om något händer.',
	'Det är viktigt att polisen finns på plats.',
	'Jag känner mig trygg på bussen.',
	'Polisen kommer när man behöver den.',
	'Hur trygg är du i området kring skolan?',
	'Hur stort är problemet med bilar som kör för fort?',
	'Är lekplatsen i bra skick?',
	'Hur nöjd är du med belysningen?',
	'Hur stort förtroende har du för polisen?',
	'Har du pratat med en polis det senaste året?',
	'Vilka platser ska lysas upp?',
	'Vad tycker du om förslaget att stänga gatan för biltrafik?',
	'Vilken åtgärd är viktigast för dig?',
	'Hur gammal är du?',
	'Svarar du som boende eller besökare?',
	'Är du anställd i kommunen eller polisen?',
	'Hur många i hushållet är yngre än 18 år?',
	'Hur ofta är du i centrum på kvällar och helger?',
	'Vad heter området där du bor eller vistas mest?',
	'Har oro för brott fått dig att stanna hemma eller ta taxi?',
	'Hur trygga tror du att barn och unga känner sig här?',
	'Vilka tider på dygnet är du mest ute och rör dig?',
	'Hur trygg känner du dig när det är mörkt och få människor är ute?',
	'Vad gör du för att känna dig trygg när du är ute och går?',
	'Har du sett polisen ute och patrullera till fots?',
	'Hur trygg är du i trappuppgångar, källare och garage?',
	'Hur har polisen och kommunen hållit sitt löfte om fler patruller?',
	'Har du och dina grannar pratat om tryggheten?',
	'Hur tar du dig oftast till och från jobbet?',
	'Vad är viktigast för att du ska trivas och vara trygg?',
	'Hur nöjd är du med hur polisen och kommunen samarbetar?',
	'Tycker du att det har blivit bättre eller sämre?'
];

describe('a question that seems to ask two things', () => {
	test.each(doubles)('%s', (text) => expect(secondQuestion(text)).toBeTruthy());

	test('is told with the part that asks the second', () => {
		expect(secondQuestion('Vad oroar dig mest och varför?')).toBe('och varför');
		expect(secondQuestion('Är du trygg? Varför känner du så?')).toBe('varför känner du så?');
	});
});

describe('a question that asks one thing', () => {
	test.each(innocent)('%s', (text) => expect(secondQuestion(text)).toBeUndefined());

	test('is every question of the bank that is answered with options', () => {
		const areas = [
			{ key: 'a', text: { sv: 'Norra delen' } },
			{ key: 'b', text: { sv: 'Södra delen' } }
		];
		const pledges = [{ key: 'x', text: { sv: 'Polisen och kommunen ska vara ute och synas.' } }];
		const asked = templateNames
			.flatMap((name) => template(name, { areas, pledges }).questions)
			.filter(({ kind }) => kind !== 'text');
		expect(asked.length).toBeGreaterThan(40);
		expect(
			asked.map(({ text }) => [text.sv, secondQuestion(text.sv)]).filter(([, second]) => second)
		).toEqual([]);
	});
});

test('the tables are as long as they ought to be', () => {
	expect(doubles.length).toBeGreaterThanOrEqual(25);
	expect(innocent.length).toBeGreaterThanOrEqual(60);
});
