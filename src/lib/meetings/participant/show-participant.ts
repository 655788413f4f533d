import { keepToAsked } from '../../answers/steps/limits.ts';
import { fill } from '../../results/words.ts';
import type { FormView, ParticipantView } from './participant-view.ts';
import type { ParticipantWords } from './participant-words.ts';
import { stepField } from './sent-answer.ts';

const find = <T extends HTMLElement>(root: ParentNode, selector: string): T =>
	root.querySelector<T>(selector)!;

/** Says something in its place on the page; nothing hides the place. */
export function tell(root: ParentNode, part: string, text: string): void {
	const place = find(root, `[data-part=${part}]`);
	if (place.textContent !== text) place.textContent = text;
	place.hidden = text === '';
}

const setShown = (root: ParentNode, block: string, isShown: boolean): void => {
	find(root, `[data-block=${block}]`).hidden = !isShown;
};

/** Whether somebody has chosen or written something that is not sent. */
export const isBegun = (form: HTMLFormElement): boolean =>
	!form.hidden &&
	[...form.querySelectorAll<HTMLInputElement>('input:not([type=hidden]), textarea')].some((field) =>
		field.type === 'checkbox' || field.type === 'radio' ? field.checked : field.value.trim() !== ''
	);

/** One option out of the empty one in the template. */
function optionOf(empty: Element, { key, text, exclusive }: FormView['options'][number]): Node {
	const option = empty.cloneNode(true) as HTMLElement;
	const field = option.matches('button') ? option : find(option, 'input');
	field.setAttribute('value', key);
	field.removeAttribute('id');
	if (exclusive) field.dataset.alone = '';
	const place = option.querySelector('span');
	if (place) place.textContent = text;
	else field.nextSibling!.textContent = ` ${text}`;
	return option;
}

function fieldsOf(root: ParentNode, { way, options, most }: FormView, label: string): DocumentFragment {
	const piece = find<HTMLTemplateElement>(root, `template[data-piece=${way}]`);
	const fields = piece.content.cloneNode(true) as DocumentFragment;
	for (const empty of fields.querySelectorAll('button, label'))
		empty.replaceWith(...options.map((option) => optionOf(empty, option)));
	const text = fields.querySelector('textarea');
	text?.setAttribute('maxlength', String(most));
	text?.setAttribute('aria-label', label);
	const several = fields.querySelector<HTMLElement>('[data-max]');
	if (several) {
		several.dataset.max = String(most);
		find(several, 'legend').textContent = label;
	}
	const ranks = [...fields.querySelectorAll<HTMLFieldSetElement>('[data-rank]')];
	for (const rank of ranks.splice(most)) rank.remove();
	if (ranks.length > 0) keepToAsked(ranks);
	return fields;
}

function showForm(root: ParentNode, view: ParticipantView): void {
	const { form } = view;
	setShown(root, 'form', form !== null);
	setShown(root, 'send', form !== null && form.way !== 'tap');
	setShown(root, 'safety', form?.way === 'text');
	tell(root, 'hint', form?.hint ?? '');
	find<HTMLInputElement>(root, `[name=${stepField}]`).value = form?.stepId ?? '';
	find(root, '[data-fields]').replaceChildren(...(form ? [fieldsOf(root, form, view.heading)] : []));
}

function showRows(root: ParentNode, rows: ParticipantView['rows']): void {
	const list = find(root, '[data-rows]');
	const empty = find<HTMLTemplateElement>(root, 'template[data-piece=row]');
	list.hidden = rows.length === 0;
	list.replaceChildren(
		...rows.map(({ label, figures }) => {
			const row = empty.content.cloneNode(true) as DocumentFragment;
			row.querySelector('span')!.textContent = label;
			row.querySelector('b')!.textContent = figures;
			return row;
		})
	);
}

/**
 * Shows a view in the page that the server made of an earlier one.
 * @param isNew something else than before is shown: fields are made anew, and it is said aloud
 */
export function show(
	root: HTMLElement,
	view: ParticipantView,
	{ words, isNew }: { words: Pick<ParticipantWords, 'news'>; isNew: boolean }
): void {
	const { kicker, heading, status } = view;
	for (const [part, text] of Object.entries({ kicker, heading, status })) tell(root, part, text);
	setShown(root, 'status', status !== '');
	setShown(root, 'change', view.canChange);
	setShown(root, 'link', view.link !== '');
	if (view.link) find(root, '[data-block=link] a').setAttribute('href', view.link);
	find(root, '[data-lines]').replaceChildren(
		...view.lines.map((line) => {
			const paragraph = document.createElement('p');
			paragraph.textContent = line;
			return paragraph;
		})
	);
	showRows(root, view.rows);
	if (!isNew) return;
	const hadFocus = root.contains(document.activeElement);
	showForm(root, view);
	tell(root, 'sending', '');
	document.title = `${heading} – ${root.dataset.sender}`;
	find(root, '[data-news]').textContent = status || fill(words.news, { heading });
	if (hadFocus && !root.contains(document.activeElement)) find(root, 'h1').focus({ preventScroll: true });
	scrollTo(0, 0);
}
