import { create } from 'qrcode';
import { describe, expect, test } from 'vitest';
import {
	embedAddress,
	groupedCode,
	longAddress,
	qrAddress,
	readable,
	shortAddress,
	slipAddress
} from './addresses.ts';

const dialogue = { origin: 'https://trygg.example.se', code: '482913' };

describe('the addresses of a dialogue', () => {
	test('are short, long and for frames, with the language in front of all but Swedish', () => {
		expect(shortAddress(dialogue, 'sv')).toBe('https://trygg.example.se/d/482913');
		expect(shortAddress(dialogue, 'en')).toBe('https://trygg.example.se/en/d/482913');
		const page = { municipality: 'saffle', slug: 'trygg' };
		expect(longAddress(dialogue, page, 'sv')).toBe('https://trygg.example.se/saffle/dialog/trygg');
		expect(embedAddress(dialogue, 'sv')).toBe('https://trygg.example.se/e/482913');
		expect(embedAddress(dialogue, 'en', 'results')).toBe('https://trygg.example.se/en/e/482913/resultat');
	});

	test('are printed without what browsers add', () => {
		expect(readable(shortAddress(dialogue, 'sv'))).toBe('trygg.example.se/d/482913');
		expect(groupedCode('482913')).toBe('482\u00a0913');
	});

	test('fit a QR code of version 2, and with a one-time code one of version 3', () => {
		const version = (text: string) => create(text, { errorCorrectionLevel: 'M' }).version;
		expect(qrAddress(dialogue, 'sv')).toBe('HTTPS://TRYGG.EXAMPLE.SE/D/482913');
		expect(version(qrAddress(dialogue, 'sv'))).toBe(2);
		expect(version(qrAddress(dialogue, 'en'))).toBe(2);
		expect(version(slipAddress(dialogue, 'K7Q2M9XTB4RC', 'sv'))).toBe(3);
		expect(version(shortAddress(dialogue, 'sv'))).toBe(3);
	});
});
