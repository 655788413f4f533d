/**
 * Tells the page around the frame how tall its content is, and when the person has come to a new heading. Only sites that
 * the municipality has listed can be around it, and a height is all that they learn.
 */
const box = () => document.querySelector<HTMLElement>('[data-frame]');

/** Until the questions have been folded away, the start is as tall as the frame, and the frame would grow without end. */
const isUnfolding = () =>
	document.querySelector('form[data-answers]:not([data-stepping])') !== null &&
	document.querySelector('[data-problems]') === null;

function tell(top = false): void {
	const height = box()?.offsetHeight;
	if (height && !isUnfolding()) parent.postMessage({ lyhord: { height, top } }, '*');
}

const sizes = new ResizeObserver(() => tell());

function watch(): void {
	sizes.disconnect();
	const present = box();
	if (present) sizes.observe(present);
}

if (parent !== window) {
	watch();
	// The page may be replaced by another answer of the server without being left.
	new MutationObserver(watch).observe(document.documentElement, { childList: true });
	document.addEventListener('focusin', ({ target }) => {
		if ((target as Element).matches('h1, h2')) tell(true);
	});
	addEventListener('message', ({ data, source }) => {
		if (source === parent && data === 'lyhord') tell();
	});
}

export {};
