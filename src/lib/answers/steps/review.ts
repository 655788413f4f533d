import { filledFields } from './fields.ts';
import type { Words } from './words.ts';

const answerOf = (step: Element): string =>
	filledFields(step)
		.map((field) => (field.type === 'textarea' ? field.value : field.closest('label')!.textContent!.trim()))
		.join(', ');

/** One line of the review: what was asked, what was answered, and the step that "Ändra" leads to. */
interface Line {
	question: string;
	answer: string;
	step: string;
}

const textOf = (element: Element | null): string => element?.textContent?.trim() ?? '';

/** The ranks of one question share a line; each background question has its own. */
function linesOf(steps: HTMLElement[]): Line[] {
	const lines = new Map<string, Line>();
	for (const step of steps) {
		const id = step.dataset.step!;
		const parts = step.matches('fieldset') ? [step] : [...step.querySelectorAll('fieldset')];
		for (const part of parts) {
			const question = textOf(part.querySelector('[data-question]'));
			const answer = answerOf(part);
			const known = step.dataset.rank && lines.get(step.dataset.key!);
			if (known && answer) known.answer += ` · ${step.dataset.rank}.\u00a0${answer}`;
			else if (!known) {
				const numbered = answer && step.dataset.rank ? `1.\u00a0${answer}` : answer;
				lines.set(step.dataset.key ?? question, { question, answer: numbered, step: id });
			}
		}
	}
	return [...lines.values()];
}

/** Fills the review with what the form holds; tells whether anything is answered. */
export function fillReview(review: HTMLElement, steps: HTMLElement[], words: Words): void {
	const list = review.querySelector<HTMLElement>('[data-lines]')!;
	const line = review.querySelector<HTMLTemplateElement>('template')!;
	const rows = linesOf(steps).map(({ question, answer, step }) => {
		const row = line.content.cloneNode(true) as DocumentFragment;
		row.querySelector('dt')!.textContent = question;
		row.querySelector('[data-answer]')!.textContent = answer || words.none;
		row.querySelector('dd')!.classList.toggle('none', !answer);
		const change = row.querySelector<HTMLElement>('[data-change]')!;
		change.dataset.change = step;
		change.ariaLabel = `${change.textContent}: ${question}`;
		return row;
	});
	list.replaceChildren(...rows);
}
