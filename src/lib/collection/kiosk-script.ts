/** Nobody has touched the tablet for this long: are they still there? */
const idleMs = 60_000;
/** And for this long after having been asked. */
const warnedSeconds = 30;
/** How long the thanks stand. */
const thanksMs = 10_000;

let timer: ReturnType<typeof setTimeout> | undefined;
let left = 0;
let gone = false;

const part = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector);
const warning = () => part<HTMLDialogElement>('[data-warning]');
const start = (): string => part('[data-kiosk]')!.dataset.kiosk!;

/** Begins anew: what was filled in is forgotten, also in the history that Back walks through. */
function leave(): void {
	gone = true;
	clearTimeout(timer);
	warning()?.close();
	const leaving = new CustomEvent('answers-leave', { detail: start(), cancelable: true });
	if (document.dispatchEvent(leaving)) location.replace(start());
}

function countDown(): void {
	part('[data-left]')!.textContent = String(left);
	if (left-- <= 0) return leave();
	timer = setTimeout(countDown, 1000);
}

function warn(): void {
	left = warnedSeconds;
	if (!warning()) return leave();
	warning()!.showModal();
	countDown();
}

/** Somebody is there. While they are asked, only their answer counts. */
function touched(): void {
	if (gone || !part('[data-idle]') || warning()?.open) return;
	clearTimeout(timer);
	timer = setTimeout(warn, idleMs);
}

document.addEventListener('click', (event) => {
	const tapped = (part: string) => (event.target as Element).closest(part) !== null;
	if (!tapped('[data-leave], [data-stay]')) return;
	event.preventDefault();
	if (tapped('[data-leave]')) return leave();
	// Not left to the dialog's own event: it waits for the next frame, while the seconds go on.
	warning()!.close();
	touched();
});
for (const sign of ['pointerdown', 'keydown', 'input', 'scroll', 'close'])
	addEventListener(sign, touched, { passive: true, capture: true });
// A page that the browser has kept whole would show what the one before has filled in.
addEventListener('pageshow', ({ persisted }) => persisted && location.replace(start()));
if (part('[data-idle]')) touched();
else if (location.pathname.endsWith('/tack')) setTimeout(leave, thanksMs);
