/**
 * The keys of the desk: A, M and R do on the text that has focus what its buttons do. Loaded by the desk's page; nothing
 * imports it. Without it, and outside a text, the keys mean nothing.
 */
const isWriting = (target: Element): boolean =>
	target.matches('textarea, select, input:not([type=checkbox])');

/** Writes the words that are selected in the text among those to be masked. @returns whether any were */
function takeSelection(article: Element): boolean {
	const selection = document.getSelection();
	const words = selection?.toString().trim();
	const text = article.querySelector('[data-words]');
	const field = article.querySelector<HTMLTextAreaElement>('textarea[name=hand]');
	if (!selection || !words || !text || !field || !text.contains(selection.anchorNode)) return false;
	field.value = [field.value.trim(), ...words.split('\n')].filter(Boolean).join('\n');
	field.closest('details')!.open = true;
	selection.removeAllRanges();
	return true;
}

/** Presses a button, or opens what has more buttons in it and goes to the first. */
function press(wanted: HTMLElement): void {
	if (!(wanted instanceof HTMLDetailsElement)) return wanted.click();
	wanted.open = true;
	wanted.querySelector('button')?.focus();
}

document.addEventListener('keydown', (event) => {
	if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
	const target = event.target as Element;
	const article = target.closest('[data-text]');
	const key = event.key.toLowerCase();
	if (!article || isWriting(target) || !/^[amr]$/.test(key)) return;
	const wanted = article.querySelector<HTMLElement>(`[data-key=${key}]`);
	if (!wanted) return;
	event.preventDefault();
	if (key === 'm' && takeSelection(article)) return;
	press(wanted);
});
