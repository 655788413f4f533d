import { readEntries, restoreEntries, type Entry } from './steps/fields.ts';
import { sendUntilAnswered } from './steps/send.ts';
import { swapPage } from './steps/swap-page.ts';
import { Walk } from './steps/walk.ts';
import type { Words } from './steps/words.ts';

let listening = new AbortController();

/** Leaves no answers behind: not on the page, and not in the history that Back walks through. */
function leaveFor(address: string, walk: Walk): void {
	if (listening.signal.aborted) return;
	const leave = () => {
		history.replaceState(null, '');
		location.assign(address);
	};
	listening.abort();
	addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
	const { depth } = walk.place;
	walk.forget();
	if (depth === 0) return leave();
	addEventListener('popstate', leave, { once: true });
	history.go(-depth);
}

async function send(form: HTMLFormElement, walk: Walk): Promise<void> {
	if (walk.sending) return;
	const setSending = (sending: boolean) => {
		walk.sending = sending;
		form.querySelector<HTMLElement>('[data-step=review] .button')!.ariaDisabled = String(sending);
	};
	setSending(true);
	const response = await sendUntilAnswered(form, walk.words, (text) => walk.tell(text));
	if (response.ok && response.redirected && new URL(response.url).pathname.endsWith('/tack'))
		return leaveFor(response.url, walk);
	setSending(false);
	if (!response.ok && response.status !== 422 && response.status !== 409) return walk.tell(walk.words.failed);
	swapPage(await response.text());
	start();
}

/** The same step in another language; the answers stay on the phone. */
async function changeLanguage(address: string, form: HTMLFormElement, walk: Walk): Promise<void> {
	const response = await fetch(address).catch(() => undefined);
	if (!response?.ok)
		return walk.place.step === 'start' ? location.assign(address) : walk.tell(walk.words.offline);
	const entries = readEntries(form);
	swapPage(await response.text());
	history.replaceState(history.state, '', address);
	start(entries);
}

/** Makes the one long form a walk: one question at a time, and nothing leaves the phone before it is sent. */
function start(entries?: Entry[]): void {
	listening.abort();
	listening = new AbortController();
	const { signal } = listening;
	const form = document.querySelector<HTMLFormElement>('form[data-answers]');
	/** What has to be mended, or what is asked besides: the whole form is shown, and no walk begins. */
	const again = document.querySelector<HTMLElement>('[data-problems], [data-more]');
	again?.focus();
	if (!form) return;
	form.querySelector('[data-decoy]')?.remove();
	const words = JSON.parse(form.dataset.words!) as Words;
	const known: Entry[] | undefined = entries ?? (again ? undefined : history.state?.entries);
	if (known) restoreEntries(form, known);
	const walk = new Walk(form, words, signal);
	if (!again) walk.begin();
	form.addEventListener(
		'submit',
		(event) => {
			if (event.submitter?.matches('[name=language]')) return;
			event.preventDefault();
			if (again || walk.place.step === 'review') void send(form, walk);
		},
		{ signal }
	);
	// A device that somebody else uses next asks for this when nobody is there any more.
	document.addEventListener(
		'answers-leave',
		(event) => {
			event.preventDefault();
			leaveFor((event as CustomEvent<string>).detail, walk);
		},
		{ signal }
	);
	document.addEventListener(
		'click',
		(event) => {
			const button = (event.target as Element).closest<HTMLElement>('[data-language]');
			if (!button || again) return;
			event.preventDefault();
			void changeLanguage(button.dataset.language!, form, walk);
		},
		{ signal }
	);
}

start();
