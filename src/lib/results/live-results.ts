/** Keeps a results page up to date without reloading it. Loaded by LiveResults.svelte; nothing imports it. */
import { stayConnected } from '../ui/live-connection.ts';
import type { Result } from './public-result.ts';
import { releaseText, resultView } from './result-view.ts';
import { showResults, showText } from './show-results.ts';
import { fill, type ViewSetup } from './words.ts';

/** A short break is not worth mentioning. */
const graceMilliseconds = 3000;
/** Where streams do not get through, and where one has been silent for long, the numbers are asked for. */
const askMilliseconds = { pace: 5000, doubt: 40_000 };
/** Screen readers are told at most this often. */
const newsMilliseconds = 10_000;

const root = document.querySelector<HTMLElement>('[data-live]')!;
const setup = JSON.parse(root.dataset.live!) as ViewSetup;
const news = root.querySelector<HTMLElement>('[data-news]')!;

let shownSeq = Number(root.dataset.seq);
let seenAt = Date.now();
let offlineTimer: number | undefined;
let newsTimer: number | undefined;
let toldAt = -Infinity;

function clockTime(moment: number): string {
	const time = new Date(moment).toLocaleTimeString(setup.language, { hour: '2-digit', minute: '2-digit' });
	return setup.language === 'sv' ? time.replace(':', '.') : time;
}

/** The newest sentence is kept until it may be said. */
function tell(sentence: string): void {
	clearTimeout(newsTimer);
	const wait = Math.max(0, toldAt + newsMilliseconds - Date.now());
	newsTimer = window.setTimeout(() => {
		toldAt = Date.now();
		news.textContent = sentence;
	}, wait);
}

function show(result: Result): void {
	if (result.seq < shownSeq) return;
	const view = resultView(result, setup);
	showResults(root, view);
	if (result.seq === shownSeq) return;
	shownSeq = result.seq;
	showText(root, 'release', releaseText(result.seq, new Date(), setup));
	tell(fill(setup.words.news, { answered: view.answered || view.nothing, heading: view.heading }));
}

function seen(): void {
	seenAt = Date.now();
	clearTimeout(offlineTimer);
	offlineTimer = undefined;
	showText(root, 'offline', '');
}

function lost(): void {
	const sentence = fill(setup.words.offline, { time: clockTime(seenAt) });
	offlineTimer ??= window.setTimeout(() => showText(root, 'offline', sentence), graceMilliseconds);
}

root.querySelector<HTMLElement>('[data-refresh]')!.hidden = true;
root.querySelector<HTMLElement>('[data-live-note]')!.hidden = false;
stayConnected<Result>(
	{
		stream: { address: root.dataset.stream!, event: 'release' },
		state: root.dataset.results!,
		...askMilliseconds
	},
	{ show, seen, lost }
);
