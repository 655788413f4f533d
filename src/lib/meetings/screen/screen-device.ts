/** Keeps the machine from dimming the screen while it is looked at. @returns stops that */
export function keepAwake(): () => void {
	if (!('wakeLock' in navigator)) return () => undefined;
	let lock: WakeLockSentinel | undefined;
	const take = () => {
		if (document.hidden) return;
		navigator.wakeLock.request('screen').then(
			(taken) => (lock = taken),
			// Without power the browser says no; the screen works all the same.
			() => undefined
		);
	};
	take();
	document.addEventListener('visibilitychange', take);
	return () => {
		document.removeEventListener('visibilitychange', take);
		void lock?.release();
	};
}

/** How long the hint about the key stands after the pointer has moved. */
const hintMilliseconds = 4000;

/**
 * F and Space fill the whole screen, and leave it again. A pointer that moves brings a hint, outside of that.
 * @returns ends it
 */
export function takeFullscreen(hint: (shown: boolean) => void): () => void {
	const listening = new AbortController();
	let timer: number | undefined;
	const toggle = (event: KeyboardEvent) => {
		if (event.ctrlKey || event.metaKey || event.altKey || !['f', 'F', ' '].includes(event.key)) return;
		event.preventDefault();
		hint(false);
		const done = document.fullscreenElement
			? document.exitFullscreen()
			: document.documentElement.requestFullscreen();
		done.catch(() => undefined);
	};
	const move = () => {
		hint(!document.fullscreenElement);
		clearTimeout(timer);
		timer = window.setTimeout(() => hint(false), hintMilliseconds);
	};
	document.addEventListener('keydown', toggle, { signal: listening.signal });
	document.addEventListener('pointermove', move, { signal: listening.signal });
	return () => {
		listening.abort();
		clearTimeout(timer);
	};
}
