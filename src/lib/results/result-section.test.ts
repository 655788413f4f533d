import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import ResultSection from './ResultSection.svelte';
import type { QuestionView, RowView } from './result-view.ts';

const row = (changes: Partial<RowView>): RowView => ({
	key: 'lighting',
	label: 'Dålig belysning',
	rank: '1',
	count: '60',
	share: '60 %',
	first: '40',
	percent: 60,
	note: '',
	top: true,
	hidden: false,
	apart: false,
	...changes
});

const question: QuestionView = {
	key: 'priority',
	kind: 'ranking',
	text: 'Vad är viktigast?',
	hidden: false,
	base: '100 svarade.',
	rows: [row({}), row({ key: 'drugs', label: 'Narkotika', rank: '2', count: '30', percent: 30 })],
	missing: ''
};

const html = (changes: Partial<QuestionView>): string =>
	render(ResultSection, { props: { question: { ...question, ...changes } } }).body.replace(/<!--.*?-->/g, '');

test('a priority list is an ordered list with a bar on a fixed track, and a table', () => {
	const body = html({});
	expect(body).toMatch(/<ol role="list"/);
	expect(body).toContain('--percent: 60');
	expect(body).toMatch(/<th scope="row"[^>]*>Narkotika<\/th>/);
	expect(body).toContain('>Först</th>');
});

test('a hidden question has neither list nor table to see, but a stub and words', () => {
	const body = html({ hidden: true, base: '', missing: 'Visas när fler har svarat.' });
	expect(body).toMatch(/data-block="numbers" hidden/);
	expect(body).toMatch(/data-block="table" hidden/);
	expect(body).not.toMatch(/data-block="stub" hidden/);
	expect(body).toContain('Visas när fler har svarat.');
});

test('a scale is one bar with hatched worse half, and a list of its steps', () => {
	const steps = ['1', '2', '3', '4'].map((key) => row({ key, label: key, rank: '', percent: 25 }));
	const body = html({
		kind: 'scale',
		rows: [...steps, row({ key: 'dont_know', label: 'Vet inte', apart: true })]
	});
	expect(body.match(/class="step [^"]*negative/g)).toHaveLength(2);
	expect(body.match(/class="swatch step/g)).toHaveLength(4);
	expect(body).toContain('Vet inte');
});

test('a text has no list and no table', () => {
	const body = html({ kind: 'text', rows: [], base: '40 skrev egna ord.' });
	expect(body).not.toContain('<ol');
	expect(body).not.toContain('<table');
	expect(body).toContain('40 skrev egna ord.');
});

test('words in a question cannot become markup', () => {
	expect(html({ text: '<img src=x onerror=alert(1)>' })).not.toContain('<img');
});
