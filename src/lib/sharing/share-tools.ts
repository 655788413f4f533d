const shownFor = 3000;

async function copy(field: HTMLInputElement | HTMLTextAreaElement): Promise<void> {
	try {
		await navigator.clipboard.writeText(field.value);
	} catch {
		// Without https there is no clipboard to write to; what is selected can still be copied.
		field.select();
		document.execCommand('copy');
	}
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
	const field = document.getElementById(button.dataset.copy!) as HTMLInputElement | HTMLTextAreaElement;
	const status = button.parentElement!.querySelector('[role=status]')!;
	button.hidden = false;
	field.addEventListener('focus', () => field.select());
	button.addEventListener('click', () => {
		void copy(field).then(() => {
			status.textContent = button.dataset.copied!;
			setTimeout(() => (status.textContent = ''), shownFor);
		});
	});
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
	button.hidden = false;
	button.addEventListener('click', () => print());
}

export {};
