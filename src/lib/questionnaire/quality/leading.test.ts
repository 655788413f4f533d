import { describe, expect, test } from 'vitest';
import { template, templateNames } from '../bank/templates.ts';
import { leadingWords } from './leading.ts';

describe('words that lead', () => {
	test.each([
		['Håller du med om att polisen är för få?', 'håller du med om'],
		['Håller du inte med om att det är farligt här?', 'håller du inte med om'],
		['Visst är det mörkt i parken?', 'visst'],
		['Kommunen sköter väl parkerna?', 'väl'],
		['Är du glad att torget äntligen är färdigt?', 'äntligen'],
		['Tyvärr ökar brotten. Vad tycker du?', 'tyvärr'],
		['Borde inte kommunen göra mer?', 'borde inte'],
		['Tycker du inte att det räcker nu?', 'tycker du inte att'],
		['Det är för få poliser, eller hur?', 'eller hur'],
		['Ska vi självklart ha fler lampor?', 'självklart'],
		['Är det inte dags för fler kameror?', 'är det inte'],
		['De flesta tycker att det är otryggt. Vad tycker du?', 'de flesta tycker'],
		['Polisen gör ju ett bra arbete. Instämmer du?', 'ju'],
		['Vi har en fantastisk park. Hur ofta är du där?', 'fantastisk'],
		['Är du nöjd med Sveriges bästa skola?', 'bästa'],
		['Är den oacceptabla nedskräpningen ett problem?', 'oacceptabla']
	])('%s: “%s”', (text, words) => expect(leadingWords(text)).toBe(words));
});

describe('words that do not', () => {
	test.each([
		'Hur väl tycker du att detta löfte har hållits?',
		'Är gatan väl belyst?',
		'Vad är det bästa med att bo här?',
		'Vilken är den farligaste platsen?',
		'När är det värsta trafiken?',
		'Vad vill du inte vara utan?',
		'Är du juridiskt kunnig?',
		'Känner du dig trygg utan visselpipa?',
		'Hur stort är problemet? ”Är det inte för mörkt”',
		'Vad ska polisen inte göra?',
		'Vilken buss är det du väljer?'
	])('%s', (text) => expect(leadingWords(text)).toBeUndefined());

	test('are those of the bank', () => {
		const areas = [
			{ key: 'a', text: { sv: 'Norra delen' } },
			{ key: 'b', text: { sv: 'Södra delen' } }
		];
		const texts = templateNames
			.flatMap((name) => template(name, { areas }).questions)
			.flatMap(({ text, help }) => [text.sv, help?.sv ?? '']);
		expect(texts.filter((text) => leadingWords(text))).toEqual([]);
	});
});
