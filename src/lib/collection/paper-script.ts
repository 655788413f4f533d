import { readField, type PaperField } from './paper-field.ts';

type Typing = HTMLInputElement | HTMLTextAreaElement;

const form = document.querySelector<HTMLFormElement>('[data-paper]')!;
const words = JSON.parse(form.dataset.words!) as Record<string, string>;
const typings = [...form.querySelectorAll<Typing>('input:not([type=hidden]), textarea')];

const frameOf = (typing: Typing): HTMLElement | null => typing.closest<HTMLElement>('[data-typed]');

/** Says what was read, or what is wrong with it. @returns whether it can stand */
function read(typing: Typing): boolean {
	const frame = frameOf(typing);
	if (!frame) return true;
	const said = readField(JSON.parse(frame.dataset.typed!) as PaperField, typing.value);
	const shown = frame.querySelector<HTMLElement>('[data-read]')!;
	shown.toggleAttribute('data-wrong', !said.ok);
	shown.textContent = said.ok ? said.words.join(', ') || words.blank! : words[said.code]!;
	typing.ariaInvalid = said.ok ? null : 'true';
	return said.ok;
}

/** Enter goes on to the next question, and from the last one to the next form; nothing goes on that cannot stand. */
function goOn(typing: Typing): void {
	if (!read(typing)) return;
	const next = typings[typings.indexOf(typing) + 1];
	if (next) {
		next.focus();
		next.select();
		next.scrollIntoView({ block: 'center' });
	} else form.requestSubmit();
}

form.addEventListener('input', ({ target }) => void read(target as Typing));
form.addEventListener('keydown', (event) => {
	const typing = event.target as Typing;
	if (event.key !== 'Enter' || event.shiftKey || !typings.includes(typing)) return;
	event.preventDefault();
	goOn(typing);
});
