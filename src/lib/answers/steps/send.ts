import { solve } from '../proof-of-work.ts';
import { readEntries } from './fields.ts';
import type { Words } from './words.ts';

const again = new Set([429, 502, 503, 504]);

/** A server that never gets enough is asked less often from this attempt on. */
const patientFrom = 5;

/** Waits a little longer each time, at most 15 s, or until the network is back. */
const aWhile = (attempt: number): Promise<void> =>
	new Promise((resolve) => {
		const timer = setTimeout(done, Math.min(15_000, 1000 * 2 ** attempt));
		function done() {
			clearTimeout(timer);
			removeEventListener('online', done);
			resolve();
		}
		addEventListener('online', done);
	});

const post = (body: URLSearchParams): Promise<Response | undefined> =>
	fetch(location.pathname + location.search, {
		method: 'POST',
		headers: { accept: 'text/html' },
		body,
		signal: AbortSignal.timeout(20_000)
	}).catch(() => undefined);

/**
 * Sends the sheet until somebody answers. Every attempt carries the same sheet and key, so it counts once also when
 * only the answer was lost. When the server asks for a proof of work, the phone does it meanwhile.
 */
export async function sendUntilAnswered(
	form: HTMLFormElement,
	words: Pick<Words, 'sending' | 'offline' | 'busy'>,
	tell: (text: string) => void
): Promise<Response> {
	const sheet = new URLSearchParams(readEntries(form));
	tell(words.sending);
	for (let attempt = 0; ; attempt++) {
		const response = await post(sheet);
		if (response && !again.has(response.status)) return response;
		const challenge = response?.headers.get('proof-challenge');
		if (challenge) sheet.set('proof', await solve(challenge));
		if (challenge && attempt < patientFrom) continue;
		tell(response ? words.busy : words.offline);
		await aWhile(attempt);
	}
}
