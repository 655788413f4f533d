import type { QuestionView, ResultView, RowView } from './result-view.ts';

const moveMilliseconds = 600;

const isCalm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

const find = <T extends HTMLElement>(root: ParentNode, name: string, value: string): T | null =>
	root.querySelector<T>(`[data-${name}="${CSS.escape(value)}"]`);

/** Texts go where the server put them; what has nothing to say is hidden. */
function showParts(root: ParentNode, texts: Record<string, string>): void {
	for (const [name, text] of Object.entries(texts)) {
		const part = find(root, 'part', name);
		if (!part) continue;
		if (part.textContent !== text) part.textContent = text;
		part.hidden = text === '';
	}
}

function showBlocks(root: ParentNode, shown: Record<string, boolean>): void {
	for (const [name, isShown] of Object.entries(shown)) {
		const block = find(root, 'block', name);
		if (block) block.hidden = !isShown;
	}
}

function showRow(section: ParentNode, row: RowView): void {
	const { rank, count, share, first, note } = row;
	const places = section.querySelectorAll<HTMLElement>(`[data-option="${CSS.escape(row.key)}"]`);
	for (const place of places) {
		showParts(place, { rank, count, share, first, note });
		place.style.setProperty('--percent', String(row.percent));
		place.classList.toggle('top', row.top);
		place.classList.toggle('unseen', row.hidden);
	}
}

/** Puts rows in order; each one glides from where it was. */
function reorder(list: HTMLElement, keys: string[]): void {
	const rows = keys.map((key) => find(list, 'option', key)).filter((row) => row !== null);
	if (rows.every((row, index) => list.children[index] === row)) return;
	const before = rows.map((row) => row.getBoundingClientRect().top);
	list.append(...rows);
	if (isCalm()) return;
	rows.forEach((row, index) => {
		const moved = before[index]! - row.getBoundingClientRect().top;
		if (moved)
			row.animate([{ transform: `translateY(${moved}px)` }, { transform: 'none' }], {
				duration: moveMilliseconds,
				easing: 'ease-in-out'
			});
	});
}

function showQuestion(root: ParentNode, question: QuestionView): void {
	const section = find(root, 'question', question.key);
	if (!section) return;
	showParts(section, { base: question.base, missing: question.missing });
	showBlocks(section, { numbers: !question.hidden, table: !question.hidden, stub: question.hidden });
	for (const row of question.rows) showRow(section, row);
	const keys = question.rows.map(({ key }) => key);
	for (const list of section.querySelectorAll<HTMLElement>('[data-rows]')) reorder(list, keys);
}

/** Shows a result in the page that the server made of an earlier one: the same elements, new texts and lengths. */
export function showResults(root: ParentNode, view: ResultView): void {
	const { heading, lead, answered, caveat, nothing, notSplit, state } = view;
	showParts(root, { heading, lead, answered, caveat, nothing, notSplit, state });
	showBlocks(root, { answered: answered !== '', results: nothing === '', filter: view.hasRelease });
	for (const question of view.questions) showQuestion(root, question);
}

/** Shows one text of the page, or hides its place when it is empty. */
export const showText = (root: ParentNode, name: string, text: string): void =>
	showParts(root, { [name]: text });
