// Tells how far an import has come while the page waits for it. The form is sent as it would be without.
const form = document.querySelector<HTMLFormElement>('form[data-progress]');
const note = form?.querySelector<HTMLElement>('[data-progress-note]');

async function tell(address: string, words: string, bar: HTMLProgressElement): Promise<void> {
	try {
		const answer = await fetch(address, { headers: { accept: 'application/json' } });
		const progress = answer.ok ? ((await answer.json()) as { done?: number; total?: number }) : {};
		if (progress.total) {
			bar.max = progress.total;
			bar.value = progress.done ?? 0;
			const percent = Math.round(((progress.done ?? 0) / progress.total) * 100);
			if (note) note.firstChild!.textContent = `${words} ${percent} %`;
		}
	} catch {
		// The page goes on without being told.
	}
	setTimeout(() => void tell(address, words, bar), 400);
}

form?.addEventListener('submit', ({ submitter }) => {
	if (!note || (submitter as HTMLButtonElement | null)?.formAction?.includes('change')) return;
	const bar = document.createElement('progress');
	const words = form.dataset.words ?? '';
	bar.setAttribute('aria-label', words);
	note.replaceChildren(document.createTextNode(words), document.createElement('br'), bar);
	void tell(form.dataset.progress ?? '', words, bar);
});
