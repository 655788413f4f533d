import { countedKeys, type Ahead } from './counted.ts';
import { filledFields } from './fields.ts';
import { fill, type Words } from './words.ts';

interface Shown {
	current: HTMLElement;
	words: Words;
}

/** The questions as they stand; the ranks of one are one. */
function questionsOf(form: HTMLFormElement): Ahead[] {
	const questions = new Map<string, Ahead>();
	for (const step of form.querySelectorAll<HTMLFieldSetElement>('[data-key]')) {
		const key = step.dataset.key!;
		const before = questions.get(key);
		const asked = !step.disabled;
		const showIf = step.dataset.if && (JSON.parse(step.dataset.if) as { question: string });
		questions.set(key, {
			key,
			asked: asked || before?.asked === true,
			answered: (asked && filledFields(step).length > 0) || before?.answered === true,
			dependsOn: showIf ? showIf.question : undefined
		});
	}
	return [...questions.values()];
}

/** Puts the right number above every question that is asked, and moves the thread and the page's title along. */
export function showProgress(form: HTMLFormElement, asked: HTMLElement[], { current, words }: Shown): void {
	const questions = questionsOf(form);
	const here = questions.findIndex(({ key }) => key === current.dataset.key);
	const isStart = current.dataset.step === 'start';
	const keys = countedKeys(questions, here < 0 && !isStart ? questions.length : here);
	const countOf = (step: HTMLElement) =>
		fill(words.count, { n: keys.indexOf(step.dataset.key!) + 1, total: keys.length });
	for (const step of asked) {
		const count = step.querySelector(':scope > legend [data-count]');
		if (count) count.textContent = countOf(step);
	}
	const done = current.dataset.key ? keys.indexOf(current.dataset.key) : keys.length;
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
