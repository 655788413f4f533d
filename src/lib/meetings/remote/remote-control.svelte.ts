import { stayConnected } from '#lib/ui/live-connection.ts';
import type { DeviceCommand } from '../commands.ts';
import type { RemoteState } from '../views.ts';
import type { OwnConnection } from './remote-connection.ts';

/** A command may take this long before it counts as lost, in milliseconds. */
const patience = 8000;
/** How often the state is asked for where streams do not get through. */
const pace = 2000;
/** A stream that is silent for longer is not trusted. */
const doubt = 5000;

/** A command that did not arrive, and the state it was sent in. */
export interface Trouble {
	command: DeviceCommand;
	/** Somebody may have changed something since: the command may have arrived after all. */
	doubtful: boolean;
}

type Sent = 'done' | 'refused' | 'lost';

/** What the remote knows and does while its script runs: one stream, one command at a time, none of them twice. */
export class RemoteControl {
	state: RemoteState = $state()!;
	now = $state(0);
	own = $state<OwnConnection>({ how: 'none', seenAt: 0 });
	busy = $state(false);
	trouble = $state<Trouble | null>(null);
	/** The server said no: the state had changed already. */
	refused = $state(false);
	private readonly address: string;
	private readonly ahead: number;
	private sentIn = 0;

	/**
	 * @param address the remote's own, `/styr/…`
	 * @param serverNow when the server made `state`; its clock is the one that counts
	 */
	constructor(address: string, state: RemoteState, serverNow: number) {
		this.address = address;
		this.state = state;
		this.ahead = serverNow - Date.now();
		this.now = serverNow;
	}

	/** Follows the meeting until the function that comes back is called. */
	connect(): () => void {
		const clock = setInterval(() => (this.now = this.serverTime()), 250);
		this.own = { how: 'live', seenAt: this.serverTime() };
		const stream = { address: `${this.address}/strom`, event: 'state' };
		const connection = stayConnected<RemoteState>(
			{ stream, state: `${this.address}/lage`, pace, doubt },
			{
				show: (state) => this.show(state),
				seen: () => (this.own = { how: 'live', seenAt: this.serverTime() }),
				lost: () => (this.own = { ...this.own, how: 'lost' })
			}
		);
		return () => {
			clearInterval(clock);
			connection.stop();
		};
	}

	/** Shows a state, never an older one than what is shown. */
	show(state: RemoteState): void {
		if (state.revision < this.state.revision) return;
		this.state = state;
		if (this.trouble && state.revision > this.sentIn) this.trouble = { ...this.trouble, doubtful: true };
	}

	/** Sends a command once. What does not arrive is said and left for the person to send again. */
	async send(command: DeviceCommand): Promise<void> {
		// Hiding goes through whatever else is under way.
		if (this.busy && command.do !== 'blank') return;
		this.busy = true;
		this.trouble = null;
		this.refused = false;
		this.sentIn = this.state.revision;
		const sent = await this.deliver(command);
		this.busy = false;
		if (sent === 'lost') this.trouble = { command, doubtful: this.state.revision > this.sentIn };
		this.refused = sent === 'refused';
		if (sent === 'lost' && !navigator.onLine) this.own = { ...this.own, how: 'lost' };
	}

	/** Sends what did not arrive once more. */
	again(): void {
		const { trouble } = this;
		if (trouble) void this.send(trouble.command);
	}

	private serverTime(): number {
		return Date.now() + this.ahead;
	}

	private async deliver(command: DeviceCommand): Promise<Sent> {
		try {
			const response = await fetch(`${this.address}/kommando`, {
				method: 'POST',
				headers: { 'content-type': 'application/json', accept: 'application/json' },
				body: JSON.stringify(command),
				signal: AbortSignal.timeout(patience)
			});
			this.own = { how: 'live', seenAt: this.serverTime() };
			if (response.status >= 500) return 'lost';
			await this.refresh();
			return response.ok ? 'done' : 'refused';
		} catch {
			return 'lost';
		}
	}

	private async refresh(): Promise<void> {
		const response = await fetch(`${this.address}/lage`, {
			cache: 'no-store',
			signal: AbortSignal.timeout(patience)
		});
		if (response.ok) this.show((await response.json()) as RemoteState);
	}
}

/** Keeps the phone awake while the page is seen, where the browser lets it. @returns lets it sleep again */
export function stayAwake(): () => void {
	let held: WakeLockSentinel | undefined;
	let ended = false;
	const hold = () => {
		if (document.hidden || ended || !('wakeLock' in navigator)) return;
		navigator.wakeLock.request('screen').then(
			(lock) => (ended ? void lock.release() : (held = lock)),
			() => undefined
		);
	};
	hold();
	document.addEventListener('visibilitychange', hold);
	return () => {
		ended = true;
		document.removeEventListener('visibilitychange', hold);
		void held?.release();
	};
}
