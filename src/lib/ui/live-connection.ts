import { takeStreamSlot } from './stream-slot.ts';

/** Where the present state is found, and how closely it is followed. All times are in milliseconds. */
export interface LiveSource {
	/** Server-sent events, and the one of them that carries a state; none where it is enough to ask. */
	stream?: { address: string; event: string };
	/** Address of the present state, the same as the stream's; with an ETag, or it comes whole each time. */
	state: string;
	/** How often the state is asked for while there is no stream. */
	pace: number;
	/** A stream that has been silent for longer than this is not trusted: the state is asked for beside it. */
	doubt?: number;
}

/** What the page does with what it hears. */
export interface LivePage<State> {
	/** A state has come, never one that was asked for before the latest. */
	show: (state: State) => void;
	/** The server has been heard of. */
	seen: () => void;
	/** The server was asked and could not be reached; called at every try. */
	lost: () => void;
}

/** The server gives a sign of life every 15 s: silent for longer than this, a stream is gone. */
const silence = 20_000;
const tick = 1000;
/** Longer between two ticks of a page in sight, and the machine has been asleep. */
const nap = 4000;
/** A question to the server may take this long; a server that has not answered for long is given more time. */
const patience = 2000;
const longPatience = 6000;
const patientFrom = 20;
/** The longest wait before a stream that failed is tried again. */
const longestBackoff = 30_000;

/** One page's connection: a stream, and questions to the server whenever there is none or it cannot be trusted. */
class LiveConnection<State> {
	private readonly source: LiveSource;
	private readonly page: LivePage<State>;
	private stream: EventSource | undefined;
	private leaveSlot: (() => void) | undefined;
	private opening = false;
	private stopped = false;
	private asking: AbortController | undefined;
	private etag = '';
	/** Rises with every state that comes over the stream. */
	private states = 0;
	private heardAt = Date.now();
	private streamHeardAt = 0;
	private askedAt = 0;
	private tickedAt = Date.now();
	private failures = 0;
	private streamFailures = 0;
	private streamAt = 0;

	constructor(source: LiveSource, page: LivePage<State>) {
		this.source = source;
		this.page = page;
	}

	/** Looks after the connection; once a second. */
	look(): void {
		const now = Date.now();
		const slept = !document.hidden && now - this.tickedAt > nap;
		this.tickedAt = now;
		if (slept) return this.renew();
		if (document.hidden && !this.source.stream) return;
		if (this.stream && now - this.streamHeardAt > silence) this.closeStream(true);
		const wait = this.stream ? (this.source.doubt ?? silence) : this.source.pace;
		const since = Math.max(this.askedAt, this.stream ? this.heardAt : 0);
		if (now - since >= wait - tick / 2) void this.ask();
		if (!this.stream && now >= this.streamAt && this.failures === 0) void this.openStream();
	}

	/** After a sleep, or when the network is back: what is open may be dead without knowing. */
	renew(): void {
		this.closeStream(false);
		this.streamAt = 0;
		this.asking?.abort();
		this.asking = undefined;
		void this.ask();
		void this.openStream();
	}

	stop(): void {
		this.stopped = true;
		this.closeStream(false);
		this.asking?.abort();
	}

	resume(): void {
		this.stopped = false;
		this.renew();
	}

	private heard(): void {
		this.heardAt = Date.now();
		this.failures = 0;
		this.page.seen();
	}

	private closeStream(failed: boolean): void {
		this.stream?.close();
		this.stream = undefined;
		this.leaveSlot?.();
		this.leaveSlot = undefined;
		if (!failed) return;
		this.streamAt = Date.now() + Math.min(longestBackoff, 1000 * 2 ** this.streamFailures++);
	}

	async openStream(): Promise<void> {
		const { stream: events } = this.source;
		if (!events || this.stream || this.opening) return;
		this.opening = true;
		const leave = await takeStreamSlot();
		this.opening = false;
		if (!leave) return;
		if (this.stopped) return leave();
		this.leaveSlot = leave;
		this.streamHeardAt = this.heardAt = Date.now();
		const stream = new EventSource(events.address);
		this.stream = stream;
		const isPresent = () => this.stream === stream;
		const heard = () => {
			this.streamHeardAt = Date.now();
			this.heard();
		};
		for (const sign of ['open', 'alive']) stream.addEventListener(sign, () => isPresent() && heard());
		stream.addEventListener(events.event, (event) => {
			if (!isPresent()) return;
			this.streamFailures = 0;
			this.states++;
			heard();
			this.page.show(JSON.parse((event as MessageEvent<string>).data) as State);
		});
		stream.addEventListener('error', () => {
			if (!isPresent()) return;
			this.closeStream(true);
			void this.ask();
		});
	}

	/** Asks for the present state; an answer that a newer state has overtaken is not shown. */
	async ask(): Promise<void> {
		if (this.asking || this.stopped) return;
		const asking = new AbortController();
		this.asking = asking;
		this.askedAt = Date.now();
		const known = this.states;
		const timer = setTimeout(() => asking.abort(), this.failures < patientFrom ? patience : longPatience);
		try {
			const headers = this.etag ? { 'if-none-match': this.etag } : undefined;
			const response = await fetch(this.source.state, {
				cache: 'no-store',
				signal: asking.signal,
				...(headers && { headers })
			});
			if (!response.ok && response.status !== 304) throw new Error(String(response.status));
			const state = response.status === 304 ? undefined : ((await response.json()) as State);
			if (this.asking !== asking) return;
			// The network was gone: the stream of before it may be dead without knowing.
			if (this.failures > 0) this.closeStream(false);
			this.heard();
			if (state === undefined || known !== this.states) return;
			this.etag = response.headers.get('etag') ?? '';
			this.page.show(state);
		} catch {
			if (this.asking !== asking || this.stopped) return;
			this.failures++;
			this.page.lost();
		} finally {
			clearTimeout(timer);
			if (this.asking === asking) this.asking = undefined;
		}
	}
}

/**
 * Keeps a page at the server's present state, whatever happens to the network, the server or the machine: over a stream
 * where there is one to be had, else by asking. Also the page that is one of many tabs, wakes from sleep or comes back
 * out of the browser's history is right within seconds.
 * @returns ends it, or looks anew at once
 */
export function stayConnected<State>(
	source: LiveSource,
	page: LivePage<State>
): { stop: () => void; renew: () => void } {
	const connection = new LiveConnection(source, page);
	const listening = new AbortController();
	const { signal } = listening;
	const on = (target: EventTarget, name: string, act: (event: Event) => void) =>
		target.addEventListener(name, act, { signal });
	on(document, 'visibilitychange', () => {
		if (!document.hidden) connection.look();
	});
	on(window, 'online', () => connection.renew());
	on(window, 'offline', () => void connection.ask());
	on(window, 'pagehide', () => connection.stop());
	on(window, 'pageshow', (event) => {
		if ((event as PageTransitionEvent).persisted) connection.resume();
	});
	// Not all at once, though all may have come back at once.
	const timer = setInterval(() => connection.look(), tick + Math.random() * 150);
	void connection.openStream();
	return {
		renew: () => connection.renew(),
		stop: () => {
			listening.abort();
			clearInterval(timer);
			connection.stop();
		}
	};
}
