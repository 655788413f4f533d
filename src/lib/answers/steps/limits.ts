import { isAsked } from '../../questionnaire/condition.ts';
import type { Answers } from '../../questionnaire/question.ts';
import { filledFields } from './fields.ts';
import { fill, type Words } from './words.ts';

const standsAlone = (field: HTMLInputElement): boolean => 'alone' in field.dataset;

const boxesOf = (step: HTMLElement): HTMLInputElement[] => [
	...step.querySelectorAll<HTMLInputElement>('input[type=checkbox]')
];

/**
 * Keeps several choices within their limit: what stands alone takes the others away, and at the limit the rest
 * cannot be chosen. `changed` is the box that was just touched.
 */
export function keepWithinLimit(step: HTMLElement, changed?: EventTarget | null): void {
	const boxes = boxesOf(step);
	const touched = boxes.find((box) => box === changed && box.checked);
	if (touched)
		for (const box of boxes)
			if (box !== touched && (standsAlone(touched) || standsAlone(box))) box.checked = false;
	const max = Number(step.dataset.max);
	const chosen = boxes.filter((box) => box.checked).length;
	for (const box of boxes) box.disabled = chosen >= max && !box.checked && !standsAlone(box);
}

/** How many are chosen, and what to do when no more can be; nothing where there is no limit. */
export function limitInWords(step: HTMLElement, words: Words): string {
	const boxes = boxesOf(step);
	const max = Number(step.dataset.max);
	const n = boxes.filter((box) => box.checked).length;
	if (n === 0 || max >= boxes.length) return '';
	return fill(n >= max ? words.full : words.chosen, { n, max });
}

/** Does not offer again what has a rank above; an option that stands alone can only come first. */
function keepRanks(step: HTMLElement, taken: string[]): void {
	for (const field of step.querySelectorAll<HTMLInputElement>('input')) {
		const gone = taken.includes(field.value) || (taken.length > 0 && standsAlone(field));
		field.disabled = gone;
		if (gone) field.checked = false;
		field.closest('label')!.hidden = gone;
	}
}

function isRankAsked(step: HTMLElement, above: HTMLInputElement[]): boolean {
	const rank = Number(step.dataset.rank ?? 1);
	return rank === 1 || (above.length === rank - 1 && !above.some(standsAlone));
}

/**
 * Switches on exactly the questions that the answers so far lead to; the rest is neither shown nor sent.
 * The conditions are the server's own.
 */
export function keepToAsked(steps: HTMLFieldSetElement[]): void {
	const answers: Answers = {};
	const ranked: Record<string, HTMLInputElement[]> = {};
	for (const step of steps) {
		const key = step.dataset.key!;
		const above = (ranked[key] ??= []);
		if (step.dataset.rank)
			keepRanks(
				step,
				above.map((field) => field.value)
			);
		const showIf = step.dataset.if && JSON.parse(step.dataset.if);
		const asked = isAsked({ showIf }, answers) && isRankAsked(step, above);
		step.disabled = !asked;
		if (!asked) continue;
		const filled = filledFields(step);
		above.push(...filled);
		if (above.length > 0) answers[key] = above.map((field) => field.value);
	}
}

/** Tells the server which questions the walk leads past, so that it need not show any of them once more. */
export function noteShown(form: HTMLFormElement, asked: HTMLElement[]): void {
	const keys = new Set(asked.flatMap((step) => step.dataset.key ?? []));
	form.querySelector<HTMLInputElement>('[name=shown]')!.value = [...keys].join(' ');
}
