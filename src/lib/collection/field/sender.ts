import type { Queue } from './queue.ts';

/** How it goes with what waits; `offline` also while the server cannot answer, `ended` once the link opens nothing. */
export interface Sending {
	state: 'sent' | 'sending' | 'offline' | 'ended';
	/** Talks and notes; not what only takes one back. */
	waiting: number;
	/** Entries that the server would not have, since the page was opened. */
	refused: number;
}

const most = 100;
const retryMs = 15_000;

interface Answer {
	accepted: string[];
	refused: string[];
}

/** Sends what waits on the device as soon as it can, oldest first; the server counts each key once. */
export class Sender {
	private readonly queue: Queue;
	private readonly address: string;
	private readonly show: (sending: Sending) => void;
	private busy = false;
	private refused = 0;
	private timer: ReturnType<typeof setTimeout> | undefined;

	/** @param address where entries are sent */
	constructor(queue: Queue, address: string, show: (sending: Sending) => void) {
		this.queue = queue;
		this.address = address;
		this.show = show;
		addEventListener('online', () => void this.send());
		document.addEventListener('visibilitychange', () => document.hidden || void this.send());
	}

	private async tell(state: Sending['state']): Promise<void> {
		const talks = (await this.queue.list()).filter(({ entry }) => entry.kind !== 'withdrawal');
		this.show({ state, waiting: talks.length, refused: this.refused });
	}

	private async post(): Promise<Sending['state'] | undefined> {
		const waiting = (await this.queue.list()).slice(0, most);
		if (waiting.length === 0) return 'sent';
		await this.queue.markTried(waiting);
		const response = await fetch(this.address, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ entries: waiting.map(({ entry }) => entry) }),
			signal: AbortSignal.timeout(20_000)
		}).catch(() => undefined);
		if (response?.status === 404) return 'ended';
		if (!response?.ok) return 'offline';
		const { refused } = (await response.json()) as Answer;
		this.refused += refused.length;
		await this.queue.remove(waiting);
		return undefined;
	}

	/** Sends until nothing waits or nobody answers; then it tries again by itself. */
	async send(): Promise<void> {
		if (this.busy) return;
		this.busy = true;
		clearTimeout(this.timer);
		await this.tell('sending');
		let state: Sending['state'] | undefined;
		while (state === undefined) state = await this.post();
		this.busy = false;
		await this.tell(state);
		if (state === 'offline') this.timer = setTimeout(() => void this.send(), retryMs);
	}
}
