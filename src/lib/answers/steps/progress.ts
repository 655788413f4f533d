import { fill, type Words } from './words.ts';

interface Shown {
	current: HTMLElement;
	words: Words;
}

const keysOf = (steps: HTMLElement[]): string[] => [
	...new Set(steps.flatMap((step) => step.dataset.key ?? []))
];

/** Puts the right number above every question that is asked, and moves the thread and the page's title along. */
export function showProgress(form: HTMLFormElement, asked: HTMLElement[], { current, words }: Shown): void {
	const keys = keysOf(asked);
	const countOf = (step: HTMLElement) =>
		fill(words.count, { n: keys.indexOf(step.dataset.key!) + 1, total: keys.length });
	for (const step of asked) {
		const count = step.querySelector(':scope > legend [data-count]');
		if (count) count.textContent = countOf(step);
	}
	const done = current.dataset.key ? keys.indexOf(current.dataset.key) : keys.length;
	const isStart = current.dataset.step === 'start';
	form.querySelector<HTMLElement>('[data-progress]')!.hidden = isStart;
	const thread = form.querySelector('[data-thread]')!;
	thread.replaceChildren(
		...keys.map((_, index) => {
			const part = document.createElement('i');
			part.className = index < done ? 'done' : index === done ? 'now' : '';
			return part;
		})
	);
	const question = current.querySelector('[data-question]') ?? current.querySelector('h1, h2');
	const parts = [question?.textContent?.trim(), current.dataset.key && countOf(current), words.sender];
	document.title = parts.filter(Boolean).join(' – ');
	for (const step of asked) {
		const heading = step.querySelector('h2');
		if (step === current) heading?.setAttribute('aria-level', '1');
		else heading?.removeAttribute('aria-level');
	}
}
