/**
 * Brings into sight what a command has led to: what comes next, or that it did not arrive. A focus whose button is gone
 * is taken up there. Who steers by keyboard and still stands somewhere is left there.
 */
export function showWhatIsNext(): void {
	const now = document.querySelector<HTMLElement>('[data-now]');
	if (!now) return;
	const focused = document.activeElement ?? document.body;
	if (focused === document.body) now.focus({ preventScroll: true });
	else if (focused.matches(':focus-visible')) return;
	const trouble = document.querySelector('[role=alert]');
	for (const one of trouble ? [trouble] : [now, now.querySelector('.next')])
		one?.scrollIntoView({ block: 'nearest' });
}
