import { addressWithoutCode, isCodeWritten } from './code.ts';
import { clearStep, filledFields, readEntries, type Entry } from './fields.ts';
import { isGoingOn, listenToKeys } from './going-on.ts';
import { keepToAsked, keepWithinLimit, limitInWords, noteShown } from './limits.ts';
import { fillReview } from './review.ts';
import { showProgress } from './progress.ts';
import type { Words } from './words.ts';

/** What each entry of the browser's history remembers. */
interface Place {
	step: string;
	/** Entries since the start. */
	depth: number;
	entries: Entry[];
	/** Came from the review to change one answer. */
	changing?: boolean;
}

/** Long enough to see what was chosen, and to swallow a double tap. */
const pause = 180;

/** One walk through the form, step by step. Where it stands is remembered in `history.state`. */
export class Walk {
	readonly form: HTMLFormElement;
	readonly words: Words;
	sending = false;
	/** Of the page in its language: entries of the history from before a change of language follow along. */
	private readonly address = addressWithoutCode();
	private readonly signal: AbortSignal;
	private readonly steps: HTMLElement[];
	private readonly onward: HTMLElement;
	private moving = false;
	/** Where the history stands. */
	place: Place;

	constructor(form: HTMLFormElement, words: Words, signal: AbortSignal) {
		this.form = form;
		this.words = words;
		this.signal = signal;
		this.steps = [...form.querySelectorAll<HTMLElement>('[data-step]')];
		this.onward = form.querySelector('[data-onward]')!;
		const remembered = history.state as Partial<Place> | null;
		this.place = { step: this.whereReading(), depth: 0, entries: [], ...remembered };
	}

	/** The step that somebody has begun with before the script came, or the start. */
	private whereReading(): string {
		const focused = this.form.querySelector('input:focus, textarea:focus');
		const field = focused ?? document.getElementById(location.hash.slice(1));
		return field?.closest<HTMLElement>('[data-step]')?.dataset.step ?? 'start';
	}

	/** Shows where the history stands, or the start. */
	begin(): void {
		const { form, signal } = this;
		form.dataset.stepping = '';
		listenToKeys(form, signal);
		form.addEventListener('change', (event) => this.refresh(event.target), { signal });
		form.addEventListener('input', (event) => this.refresh(event.target), { signal });
		form.addEventListener('click', (event) => this.clicked(event), { signal });
		addEventListener('popstate', ({ state }) => this.arrive(state), { signal });
		this.refresh();
		if (!this.find(this.place.step)) this.remember({ step: 'start' });
		this.show(this.place.step, this.place.step !== 'start');
	}

	/** Writes down where the person stands and what is answered, in this entry of the history or in a new one. */
	private remember(changes: Partial<Place>, anew = false): void {
		// On a device that others use next, answers are on the page alone.
		const entries = this.form.autocomplete === 'off' ? [] : readEntries(this.form);
		this.place = { ...this.place, ...changes, entries };
		if (anew) history.pushState(this.place, '', this.address);
		else history.replaceState(this.place, '', this.address);
	}

	/** Empties the form. */
	forget(): void {
		for (const step of this.steps) clearStep(step);
	}

	/** Says something where the person is. */
	tell(text: string): void {
		for (const status of this.form.querySelectorAll('[data-status]')) status.textContent = text;
	}

	private find(id: string): HTMLElement | undefined {
		return this.steps.find((step) => step.dataset.step === id && !step.matches(':disabled'));
	}

	/** The questions, also those that are not asked. */
	private get questions(): HTMLFieldSetElement[] {
		return this.steps.filter((step) => step.dataset.key) as HTMLFieldSetElement[];
	}

	private get asked(): HTMLElement[] {
		return this.steps.filter((step) => !step.matches(':disabled'));
	}

	/** Keeps limits, conditions and the memory in step with what was just touched. */
	private refresh(changed?: EventTarget | null): void {
		for (const step of this.questions) if (step.dataset.max) keepWithinLimit(step, changed);
		keepToAsked(this.questions);
		noteShown(this.form, this.asked);
		this.remember({});
		const current = this.find(this.place.step);
		if (current) this.offer(current);
	}

	private arrive(state: Place | null): void {
		// A link within the page, such as the one that skips to the content: the person stays where they are.
		if (!state?.step) return this.remember({ depth: this.place.depth + 1 });
		this.place = state;
		this.remember({});
		this.show(this.find(state.step) ? state.step : 'start');
	}

	private go(step: string, changing = false): void {
		this.remember({ step, depth: this.place.depth + 1, changing }, true);
		this.show(step);
	}

	private show(id: string, focus = true): void {
		const current = this.find(id)!;
		this.tell('');
		for (const step of this.steps) step.hidden = step !== current;
		if (id === 'review') fillReview(current, this.asked, this.words);
		showProgress(this.form, this.asked, { current, words: this.words });
		this.offer(current);
		if (!focus) return;
		scrollTo(0, 0);
		current.querySelector<HTMLElement>('h1, h2')!.focus({ preventScroll: true });
	}

	/** "Fortsätt" once something is chosen, "Hoppa över" while nothing is, or where a choice cannot be undone. */
	private offer(current: HTMLElement): void {
		const filled = filledFields(current);
		const outside = ['start', 'review'].includes(current.dataset.step!);
		this.onward.hidden = outside;
		this.onward.querySelector('[data-chosen]')!.textContent = limitInWords(current, this.words);
		this.onward.querySelector<HTMLElement>('[data-next]')!.hidden = filled.length === 0;
		this.onward.querySelector<HTMLElement>('[data-skip]')!.hidden =
			filled.length > 0 && !(current.dataset.key && filled[0]!.type === 'radio');
	}

	private next(): void {
		const at = this.asked.findIndex((step) => step.dataset.step === this.place.step);
		const following = this.asked[at + 1]!;
		const moreRanks = Number(following.dataset.rank) > 1 && filledFields(following).length === 0;
		if (this.place.changing && !moreRanks) this.go('review');
		else this.go(following.dataset.step!, this.place.changing);
	}

	private skip(): void {
		clearStep(this.find(this.place.step)!);
		this.refresh();
		this.next();
	}

	private back(): void {
		if (this.place.depth > 0) return history.back();
		const at = this.asked.findIndex((step) => step.dataset.step === this.place.step);
		this.go(this.asked[Math.max(0, at - 1)]!.dataset.step!);
	}

	private clicked(event: Event): void {
		const target = event.target as HTMLElement;
		const has = (part: string) => target.closest<HTMLElement>(part);
		if (this.moving || this.sending) return event.preventDefault();
		const change = has('[data-change]')?.dataset.change;
		if (has('[data-begin]')) event.preventDefault();
		if (change) this.go(change, true);
		else if (has('[data-back]')) this.back();
		else if (has('[data-skip]')) this.afterPause(() => this.skip());
		else if (has('[data-begin]') ? isCodeWritten(this.form) : has('[data-next]') || isGoingOn(target))
			this.afterPause(() => this.next());
	}

	private afterPause(move: () => void): void {
		this.moving = true;
		setTimeout(() => {
			this.moving = false;
			if (!this.signal.aborted) move();
		}, pause);
	}
}
