import { describe, expect, test } from 'vitest';
import { shownDefinition } from '#tests/support/published.ts';
import { emptyHistogram, type Histogram } from '../sealing/histogram.ts';
import type { Result } from './public-result.ts';
import { noFindings } from './finding.ts';
import { releaseText, resultView } from './result-view.ts';
import type { ViewSetup } from './words.ts';
import { resultWords } from './result-words.ts';
import { tallyQuestion } from './tally.ts';

const setup: ViewSetup = {
	language: 'sv',
	words: resultWords({ place: 'Säffle', crowd: 10, filter: {} }),
	filtered: false,
	noFinding: {}
};

const ranking = (lighting: number, drugs: number, speeding: number): Histogram => ({
	sheets: 100,
	skipped: 0,
	counts: { lighting, drugs, speeding }
});

interface Numbers {
	n?: number | null;
	seq?: number;
	state?: Result['state'];
	notSplit?: number;
	priority?: Histogram;
	scale?: Histogram;
	free?: Histogram;
}

function resultOf({ n = 100, seq = 3, state = 'open', notSplit = 0, ...histograms }: Numbers): Result {
	const published = [histograms.priority, histograms.scale, histograms.free];
	return {
		dialogue: '482913',
		seq,
		state,
		n,
		questions: shownDefinition.questions.map((question, index) =>
			tallyQuestion(question, { sheets: n, histogram: published[index] ?? emptyHistogram() }, 'sv')
		),
		filter: {},
		notSplit
	};
}

const viewOf = (numbers: Numbers, changes: Partial<ViewSetup> = {}) =>
	resultView(resultOf(numbers), { ...setup, ...changes });

describe('the finding', () => {
	test('a clear leader is the heading, and how many chose it the lead', () => {
		const { heading, lead } = viewOf({ priority: ranking(60, 40, 20) });
		expect(heading).toBe('Dålig belysning valdes av flest');
		expect(lead).toBe('60 av 100 hade det bland sina viktigaste.');
	});

	test('two that cannot be told apart behind the leader are said to be so', () => {
		const { lead } = viewOf({ priority: ranking(60, 31, 30) });
		expect(lead).toContain('”Narkotika” och ”Störande körning” ligger så nära varandra');
	});

	test('two at the top share the heading', () => {
		const { heading } = viewOf({ priority: ranking(60, 58, 20) });
		expect(heading).toBe('”Dålig belysning” och ”Narkotika” ligger i topp');
	});

	test('the one that most people chose is named first', () => {
		const { heading } = viewOf({ priority: ranking(58, 60, 20) });
		expect(heading).toBe('”Narkotika” och ”Dålig belysning” ligger i topp');
	});

	test('three at the top are no finding', () => {
		expect(viewOf({ priority: ranking(60, 58, 57) }).heading).toBe('Så har ni svarat');
	});

	test('"none of these" is no finding', () => {
		const changes = { noFinding: { priority: ['lighting'] } };
		expect(viewOf({ priority: ranking(60, 30, 20) }, changes).heading).toBe('Så har ni svarat');
	});

	test('nothing that is hidden is a finding', () => {
		expect(viewOf({}).heading).toBe('Så har ni svarat');
	});
});

describe('an option', () => {
	test('stands in the order of its rank with count, share and words for a near tie', () => {
		const { questions } = viewOf({ priority: ranking(20, 60, 57) });
		const rows = questions[0]!.rows.map(({ label, rank, count, share, note, top }) => [
			...[label, rank, count, share, note],
			top
		]);
		expect(rows).toEqual([
			['Narkotika', '1', '60', '60\u00a0%', 'i praktiken lika', true],
			['Störande körning', '1', '57', '57\u00a0%', 'i praktiken lika', true],
			['Dålig belysning', '3', '20', '20\u00a0%', '', true]
		]);
	});

	test('of a scale stays in its place and has no rank; "don\'t know" comes last without a share', () => {
		const counts = { '1': 10, '2': 20, '3': 30, '4': 20, dont_know: 5 };
		const { questions } = viewOf({ scale: { sheets: 90, skipped: 5, counts } });
		const [, scale] = questions;
		expect(scale!.rows.map(({ key, rank }) => key + rank)).toEqual(['1', '2', '3', '4', 'dont_know']);
		expect(scale!.rows.at(-1)).toMatchObject({ count: '5', share: '', apart: true });
		expect(scale!.base).toBe('80 svarade.');
		expect(scale!.missing).toBe('5 svarade inte på frågan. 10 svar till visas när fler har svarat.');
	});

	test('that is hidden has no number, no length and says so', () => {
		const [row] = viewOf({}).questions[0]!.rows;
		expect(row).toMatchObject({
			count: '',
			share: '',
			rank: '–',
			percent: 0,
			note: 'visas inte',
			hidden: true
		});
	});
});

describe('what is missing', () => {
	test.each<[string, Numbers, Partial<ViewSetup>, string]>([
		['before the opening', { n: null, seq: 0, state: 'scheduled' }, {}, 'har inte öppnat'],
		['before the first release', { n: null, seq: 0 }, {}, 'Resultat visas tidigast när 10 har svarat'],
		['when too few answered', { n: null, seq: 0, state: 'closed' }, {}, 'För få svarade'],
		['for a filter with nothing to show', { n: null }, { filtered: true }, 'Här finns inga siffror']
	])('is said %s', (...[, numbers, changes, words]) => {
		const view = viewOf(numbers, changes);
		expect(view.nothing).toContain(words);
		expect(view).toMatchObject({ answered: '', caveat: '', heading: 'Resultat' });
	});

	test('is said of a closed dialogue as final', () => {
		const view = viewOf({ state: 'closed', priority: { ...ranking(40, 20, 10), sheets: 88 } });
		expect(view.questions[0]!.missing).toBe('Ytterligare 12 svar redovisas inte.');
		expect(view.questions[1]!.missing).toBe('Visas inte, så att ingen kan pekas ut.');
		expect(view.state).toBe('Dialogen är stängd.');
	});

	test('is said of answers that the filter cannot split', () => {
		const words = resultWords({ place: 'Säffle', crowd: 10, filter: { district: ['norra'] } });
		expect(viewOf({ notSplit: 12 }, { words }).notSplit).toBe(
			'12 svar kan inte delas upp på område. De är inte med.'
		);
		const both = resultWords({ place: 'Säffle', crowd: 10, filter: { district: ['norra'], age: ['16-29'] } });
		expect(viewOf({ notSplit: 12 }, { words: both }).notSplit).toContain('så här');
	});

	test('texts have a number of writers and no words', () => {
		const { questions } = viewOf({ free: { sheets: 100, skipped: 60, counts: {} } });
		expect(questions[2]!.base).toBe('40 skrev egna ord. De läses och sammanställs innan de visas.');
	});
});

describe('the rest of the page', () => {
	test('says how many answered and that they chose to themselves', () => {
		const { answered, caveat } = viewOf({ n: 1486 });
		expect(answered).toBe('1\u00a0486 har svarat.');
		expect(caveat).toBe('De valde själva att svara, så resultatet behöver inte gälla alla i Säffle.');
	});

	test('names the release and its day', () => {
		expect(releaseText(7, '2027-03-12', setup)).toBe('Publicering nr 7, 12\u00a0mars 2027.');
		expect(releaseText(0, '', setup)).toBe('');
	});

	test('the question of the heading comes first', () => {
		const [priority, ...others] = shownDefinition.questions;
		const result = resultOf({});
		const turned = { ...result, questions: [...result.questions.slice(1), result.questions[0]!] };
		expect(resultView(turned, setup).questions.map(({ key }) => key)).toEqual([
			priority!.key,
			...others.map(({ key }) => key)
		]);
	});

	test('exclusive options are known as no finding', () => {
		const options = [
			{ key: 'a', text: { sv: 'A' } },
			{ key: 'none', text: { sv: 'Inget' }, exclusive: true }
		];
		const question = { ...shownDefinition.questions[0]!, options };
		expect(noFindings({ ...shownDefinition, questions: [question] })).toEqual({ priority: ['none'] });
	});
});
