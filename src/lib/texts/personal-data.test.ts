import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { neutralSentences } from '#tests/support/neutral-swedish.ts';
import { personalSamples } from '#tests/support/personal-samples.ts';
import { applyMasks, maskWords } from './mask.ts';
import { addressPatterns } from './personal-data-addresses.ts';
import { contactPatterns } from './personal-data-contact.ts';
import { namePatterns } from './personal-data-names.ts';
import { numberPatterns } from './personal-data-numbers.ts';
import { findPersonalData } from './personal-data.ts';
import { platePatterns } from './personal-data-plates.ts';

const found = (text: string) =>
	findPersonalData(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

/** What of the secret can still be read: its last word is what its label (`tel`, `regnr`) does not say. */
const isTold = (text: string, secret: string): boolean => {
	const left = applyMasks(text, findPersonalData(text));
	return (
		secret.split(/\s/).some((word) => /\d{2}|@/.test(word) && left.includes(word)) || left.includes(secret)
	);
};

describe('personal data in texts', () => {
	test('every one of over 200 formatted samples is found, as what it is, and nothing of it is left', () => {
		expect(personalSamples.length).toBeGreaterThan(250);
		const missed = personalSamples.filter(
			({ kind, secret, text }) =>
				isTold(text, secret) || !findPersonalData(text).some((finding) => finding.kind === kind)
		);
		expect(missed.map(({ text }) => text)).toEqual([]);
	});

	test('more than 98 of 100 of over 5,000 neutral sentences hold nothing', () => {
		const sentences = neutralSentences(5500);
		expect(new Set(sentences).size).toBeGreaterThanOrEqual(5000);
		const wrong = sentences.filter((sentence) => findPersonalData(sentence).length > 0);
		expect(wrong.length / sentences.length, wrong.slice(0, 20).join('\n')).toBeLessThan(0.02);
	});

	test.each([
		['Ring 114 14 eller 112, inte 1177.', []],
		['Anna bor granne med Erik.', ['name: Anna', 'name: Erik']],
		['SE45 5000 0000 0583 9825 7468 är fel', []],
		['850709-9800 har fel siffra, 851309-9805 ingen månad', []],
		['Vid Storgatan 30 km/h, på Storgatan 14 maj', []],
		['klass A. Sedan, 2023:196, SEK 500, kl 08-12 13-17', []],
		['ABQ 123 och AÅB 123 finns inte', []],
		['Karl Johans gata och Erik Dahlbergsgatan', []],
		['070-123 45 67 eller 0533-123 45 12 gånger', ['phone: 070-123 45 67', 'phone: 0533-123 45']]
	])('%s', (text, expected) => {
		expect(found(text)).toEqual(expected);
	});

	test('findings stand in order, do not overlap, and are gone when masked', () => {
		const words = fc.constantFrom(
			...personalSamples.map(({ secret }) => secret),
			...neutralSentences(50),
			'[',
			'\n',
			'ǻ',
			'👩‍🚒'
		);
		fc.assert(
			fc.property(fc.array(words, { maxLength: 12 }), (parts) => {
				const text = parts.join(' ');
				const findings = findPersonalData(text);
				let from = 0;
				for (const { start, end, masked, kind } of findings) {
					expect(start).toBeGreaterThanOrEqual(from);
					expect(end).toBeGreaterThan(start);
					expect(end).toBeLessThanOrEqual(text.length);
					expect(masked).toBe(maskWords[kind]);
					from = end;
				}
			}),
			{ numRuns: 200 }
		);
	});
});

describe('hostile texts', () => {
	const patterns = [
		...numberPatterns,
		...platePatterns,
		...contactPatterns,
		...addressPatterns,
		...namePatterns
	].map(({ pattern }) => pattern);

	test('no pattern has a repetition without an upper bound, so the work at each place is bounded', () => {
		expect(patterns.length).toBeGreaterThan(12);
		const unbounded = patterns.filter(({ source }) => {
			const outside = source.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
			return /[*+]|\{\d+,\}/.test(outside);
		});
		expect(unbounded.map(({ source }) => source)).toEqual([]);
	});

	test('a million signs of what resembles personal data are searched through', () => {
		const units = [
			'a',
			'0',
			'07 ',
			'a@a.',
			'a punkt ',
			'SE45',
			'Storgatan ',
			'A. ',
			'Anna ',
			'tel ',
			'1 2 3 ',
			'/\n'
		];
		const text = units.map((unit) => unit.repeat(1_000_000 / units.length / unit.length)).join(' ');
		expect(text.length).toBeGreaterThan(999_000);
		expect(findPersonalData(text).every(({ end }) => end <= text.length)).toBe(true);
	});
});
