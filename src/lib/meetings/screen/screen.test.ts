import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { qrPath } from '#lib/ui/qr-path.ts';
import { screenStates } from '#tests/support/screen-states.ts';
import type { ScreenState } from '../views.ts';
import Screen from './Screen.svelte';

const now = Date.parse('2026-11-29T18:42:10Z');
const states = screenStates(now);

const shown = (screen: ScreenState): string => {
	const props = { screen, qr: qrPath(screen.meeting.address), now, changedAt: now };
	return render(Screen, { props }).body.replace(/<!--.*?-->/g, '');
};
const wordsOf = (html: string) =>
	html
		.replace(/<[^>]+>/g, ' ')
		.replaceAll('&nbsp;', ' ')
		.replace(/\s+/g, ' ');

describe('the big screen', () => {
	test.each(Object.entries(states))('has the code, one heading and its language: %s', (_, state) => {
		const html = shown(state);
		expect(html.match(/<h1/g)).toHaveLength(1);
		expect(wordsOf(html)).toContain('482 913');
		expect(html).toContain('trygg.saffle.example');
		expect(html).toMatch(/^<div class="screen light[^>]*lang="sv"/);
		expect(html).not.toMatch(/undefined|\[object|NaN/);
	});

	test('says beside the code to join with that nobody asks for an identity', () => {
		expect(wordsOf(shown(states.join!))).toContain('Vi ber aldrig om BankID eller personnummer.');
	});

	test('shows texts that were released and nothing else while they are written', () => {
		expect(shown(states.wall!)).toContain('Jag vill se poliser som stannar');
		expect(shown({ ...states.wall!, texts: [] })).not.toContain('data-text');
	});

	test('never shows numbers while they are hidden, whatever it is given', () => {
		const { results, tally, texts, themes } = { ...states.growing!, ...states.tally! };
		const hidden = shown({ ...states.blank!, results, tally, texts, themes });
		expect(hidden).not.toContain('data-count');
		expect(wordsOf(hidden)).toContain('Vi fortsätter strax.');
		expect(shown({ ...states.asking!, results: states.growing!.results })).not.toContain('data-count');
	});

	test('marks what was counted by hand, and what is a rehearsal', () => {
		expect(wordsOf(shown(states.tally!))).toContain('Läggs aldrig ihop med svaren.');
		expect(wordsOf(shown(states.rehearsal!))).toContain('Övning. Svaren räknas inte.');
		expect(shown(states.growing!)).not.toContain('data-rehearsal');
	});

	test('tells when and where the results come, when all is over', () => {
		const words = wordsOf(shown(states.ended!));
		expect(words).toContain('senast 18 december 2026');
		expect(words).toContain('trygg.saffle.example/saffle/dialog/trygg-i-saffle');
	});

	test('says everything in both languages where two are chosen', () => {
		const html = shown(states['results-two']!);
		expect(html).toMatch(/lang="sv"[^>]*>Belysning på gångvägarna/);
		expect(html).toMatch(/lang="en"[^>]*>Lighting on footpaths/);
	});

	test('stands still and says so while there is no network', () => {
		const props = {
			screen: states.growing!,
			qr: qrPath('HTTPS://X.SE/D/482913'),
			now,
			changedAt: now,
			lost: 'Väntar på nät. Visar läget 18.42.',
			calm: true
		};
		const { body } = render(Screen, { props });
		expect(body).toContain('Väntar på nät. Visar läget 18.42.');
		expect(body).toMatch(/class="line[^"]*calm/);
	});
});
