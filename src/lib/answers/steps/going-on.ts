let key = '';

/**
 * Remembers which key is down, since a radio button that is reached with an arrow key is "clicked" too. Enter chooses
 * and goes on; elsewhere in the form it sends nothing.
 */
export function listenToKeys(form: HTMLFormElement, signal: AbortSignal): void {
	addEventListener('pointerdown', () => (key = ''), { signal });
	addEventListener('keyup', () => setTimeout(() => (key = '')), { signal });
	form.addEventListener(
		'keydown',
		(event) => {
			key = event.key;
			const field = event.target as HTMLInputElement;
			if (key !== 'Enter' || !field.matches('input')) return;
			event.preventDefault();
			if (field.type === 'radio') field.click();
			else if (field.name === 'code') form.querySelector<HTMLElement>('[data-begin]')!.click();
			else form.querySelector<HTMLElement>('[data-next]:not([hidden])')?.click();
		},
		{ signal }
	);
}

/** Tells whether a click on this element answers a question for good: by pointer or Enter, never by arrow or blank. */
export const isGoingOn = (target: HTMLElement): boolean =>
	target.matches('[data-key] input[type=radio]') && !key.startsWith('Arrow') && key !== ' ';
