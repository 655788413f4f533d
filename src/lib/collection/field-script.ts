import type { FieldEntry } from './field-entry.ts';
import { keepPage } from './field/kept-pages.ts';
import { Queue } from './field/queue.ts';
import { personalDataIn } from './field/personal-data.ts';
import { newEntryOfForm } from './field/read-form.ts';
import { Sender, type Sending } from './field/sender.ts';

/** Words that the script says, from the page in its language. */
interface Words {
	sent: string;
	sending: string;
	waiting: string;
	ended: string;
	refused: string;
	ready: string;
	missing: string;
	counted: string;
	noted: string;
	undone: string;
	personal: string;
}

const part = (selector: string) => document.querySelector<HTMLElement>(selector)!;
const words = JSON.parse(part('[data-field]').dataset.words!) as Words;
const fill = (text: string, count: number) => text.replace('{count}', String(count));

function showSending({ state, waiting, refused }: Sending): void {
	const texts = {
		sent: words.sent,
		sending: words.sending,
		offline: fill(words.waiting, waiting),
		ended: fill(words.ended, waiting)
	};
	const status = part('[data-sending]');
	status.textContent = [texts[state], refused > 0 && fill(words.refused, refused)].filter(Boolean).join(' ');
	status.dataset.state = state;
}

/** What was just counted or noted, with the way to take it back. */
function showLast(text: string, entry?: FieldEntry): void {
	const last = part('[data-last]');
	last.hidden = false;
	part('[data-last-text]').textContent = text;
	part('[data-undo]').hidden = !entry;
}

/** The texts of what is chosen in a form. */
const chosen = (form: HTMLFormElement): string[] =>
	[...form.querySelectorAll<HTMLInputElement>('input:checked')].map((field) =>
		field.closest('label')!.innerText.trim()
	);

/** The spot stays, since the collector does; the rest is chosen anew for the next talk. */
function clear(form: HTMLFormElement): void {
	for (const field of form.querySelectorAll<HTMLInputElement>('input:checked'))
		if (field.name !== 'spot') field.checked = false;
	for (const field of form.querySelectorAll('textarea')) field.value = '';
	for (const field of form.querySelectorAll('select')) if (field.name !== 'spot') field.value = '';
}

function listen(queue: Queue, sender: Sender): void {
	let last: FieldEntry | undefined;
	const record = async (form: HTMLFormElement, said: string) => {
		const entry = newEntryOfForm(new FormData(form), form.dataset.entry!);
		if (!entry) return showLast(words.missing);
		await queue.add(entry);
		last = entry;
		showLast(`${said} ${chosen(form).join(' · ')}`, entry);
		clear(form);
		form.closest('details')?.removeAttribute('open');
		void sender.send();
	};
	part('form[data-entry=tally]').addEventListener('change', ({ currentTarget }) => {
		const form = currentTarget as HTMLFormElement;
		if (newEntryOfForm(new FormData(form), 'tally')) void record(form, words.counted);
	});
	for (const form of document.querySelectorAll<HTMLFormElement>('form[data-entry]'))
		form.addEventListener('submit', (event) => {
			event.preventDefault();
			void record(form, form.dataset.entry === 'tally' ? words.counted : words.noted);
		});
	// Said while it can still be mended: what is sent is read by others.
	part('[name=paraphrase]').addEventListener('input', ({ target }) => {
		const found = personalDataIn((target as HTMLTextAreaElement).value);
		part('[data-personal]').hidden = found.length === 0;
		part('[data-personal]').textContent = words.personal.replace('{what}', found.join(', '));
	});
	part('[data-undo]').addEventListener('click', async (event) => {
		event.preventDefault();
		if (!last) return;
		await queue.withdraw(last);
		last = undefined;
		showLast(words.undone);
		void sender.send();
	});
}

async function start(): Promise<void> {
	// The same entries wait whatever language the page is read in.
	const page = location.pathname.replace(/^.*(?=\/falt\/)/, '').replace(/\/$/, '');
	const queue = await Queue.open(page);
	// Without a place to keep entries the forms go straight to the server, as they do without a script.
	if (!queue) return;
	const sender = new Sender(queue, `${page}/poster`, showSending);
	listen(queue, sender);
	part('[data-field]').dataset.ready = '';
	void sender.send();
	if (document.readyState !== 'complete')
		await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
	if (await keepPage().catch(() => false)) part('[data-offline]').textContent = words.ready;
}

void start();
