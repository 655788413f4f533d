/** Keeps a results page up to date without reloading it. Loaded by LiveResults.svelte; nothing imports it. */
import type { Result } from './public-result.ts';
import { releaseText, resultView } from './result-view.ts';
import { showResults, showText } from './show-results.ts';
import { fill, type ViewSetup } from './words.ts';

/** The server gives a sign of life every 15 s: silent for longer than this, the connection is gone. */
const silenceMilliseconds = 40_000;
/** A short break is not worth mentioning. */
const graceMilliseconds = 3000;
const retryMilliseconds = 5000;
/** Screen readers are told at most this often. */
const newsMilliseconds = 10_000;

const root = document.querySelector<HTMLElement>('[data-live]')!;
const setup = JSON.parse(root.dataset.live!) as ViewSetup;
const news = root.querySelector<HTMLElement>('[data-news]')!;

let shownSeq = Number(root.dataset.seq);
let seenAt = Date.now();
let source: EventSource | undefined;
let offlineTimer: number | undefined;
let retryTimer: number | undefined;
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

/** Where streams do not get through, the numbers are fetched now and then, and the stream is tried again. */
async function poll(): Promise<void> {
	retryTimer = undefined;
	try {
		const response = await fetch(root.dataset.results!, { cache: 'no-cache' });
		if (!response.ok) throw new Error(String(response.status));
		show((await response.json()) as Result);
		seen();
		connect();
	} catch {
		lost();
		retryLater();
	}
}

function retryLater(): void {
	retryTimer ??= window.setTimeout(() => void poll(), retryMilliseconds);
}

function connect(): void {
	source?.close();
	source = new EventSource(root.dataset.stream!);
	source.addEventListener('open', seen);
	source.addEventListener('alive', seen);
	source.addEventListener('release', (event) => {
		seen();
		show(JSON.parse((event as MessageEvent<string>).data) as Result);
	});
	source.addEventListener('error', () => {
		if (source?.readyState === EventSource.CLOSED) retryLater();
		else lost();
	});
}

function reconnectAfter(milliseconds: number): void {
	if (!retryTimer && Date.now() - seenAt > milliseconds) connect();
}

root.querySelector<HTMLElement>('[data-refresh]')!.hidden = true;
root.querySelector<HTMLElement>('[data-live-note]')!.hidden = false;
connect();
setInterval(() => {
	if (Date.now() - seenAt > silenceMilliseconds) lost();
	reconnectAfter(silenceMilliseconds);
}, 5000);
document.addEventListener('visibilitychange', () => {
	if (!document.hidden) reconnectAfter(silenceMilliseconds / 2);
});
addEventListener('online', connect);
addEventListener('pagehide', () => source?.close());
addEventListener('pageshow', (event) => {
	if (event.persisted) connect();
});
