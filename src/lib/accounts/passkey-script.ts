import { startAuthentication, startRegistration } from '@simplewebauthn/browser';

type Options = Parameters<typeof startAuthentication>[0]['optionsJSON'] &
	Parameters<typeof startRegistration>[0]['optionsJSON'];

async function answer(form: HTMLFormElement): Promise<string> {
	const response = await fetch(form.dataset.options!, { method: 'POST' });
	if (!response.ok) throw new Error('no options');
	const optionsJSON = (await response.json()) as Options;
	return JSON.stringify(
		form.dataset.passkey === 'create'
			? await startRegistration({ optionsJSON })
			: await startAuthentication({ optionsJSON })
	);
}

async function ask(form: HTMLFormElement): Promise<void> {
	const problem = form.querySelector<HTMLElement>('[data-passkey-problem]')!;
	const button = form.querySelector('button')!;
	problem.textContent = '';
	button.setAttribute('aria-disabled', 'true');
	try {
		form.querySelector<HTMLInputElement>('[name=response]')!.value = await answer(form);
		form.submit();
	} catch {
		problem.textContent = problem.dataset.words ?? '';
		button.removeAttribute('aria-disabled');
	}
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]'))
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		if (!form.querySelector('[aria-disabled]')) void ask(form);
	});
