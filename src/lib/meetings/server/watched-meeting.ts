import type { Context } from '#lib/server/context.ts';
import type { Language } from '#lib/i18n/languages.ts';
import { encodeEvent, type EventSink } from '#lib/server/sse.ts';
import { remoteState } from '../remote-state.ts';
import { updateDevice } from './device-store.ts';
import { readAgenda } from './read-agenda.ts';
import { readDevice, type Device } from './read-device.ts';
import { readRemoteFacts, type RemoteFacts } from './read-remote-state.ts';
import { readScreenState } from './read-screen-state.ts';

/** A screen or a remote whose stream is open in this process. */
export interface Watcher {
	sink: EventSink;
	kind: 'screen' | 'remote';
	token: string;
	language: Language;
	/** As it was last read. */
	device: Device;
	/** What it was last sent. */
	sent: string;
	/** When its device was last looked at, in milliseconds of a clock that never goes back. */
	lookedAt: number;
}

/** A meeting that somebody watches in this process. */
export interface WatchedMeeting {
	meetingId: string;
	origin: string;
	watchers: Set<Watcher>;
	/** What the state that was sent last looked like. */
	mark: string;
	sending: boolean;
	/** Something changed while frames were under way. */
	again: boolean;
	stopListening: () => void;
}

/** How often a device is asked whether it is still allowed, and noted as there. */
const lookEvery = 4000;

interface Encoded {
	text: string;
	bytes: Uint8Array;
}

const encode = (state: { revision: number }): Encoded => {
	const text = JSON.stringify(state);
	return { text, bytes: encodeEvent({ id: state.revision, event: 'state', data: text }) };
};

function send(watcher: Watcher, { text, bytes }: Encoded): void {
	if (watcher.sent === text) return;
	watcher.sent = text;
	watcher.sink.send(bytes);
}

/** Looks whether a device may still watch, and notes that it is there; ends its stream when it may not. */
async function lookAt(ctx: Context, watcher: Watcher): Promise<boolean> {
	try {
		watcher.device = await readDevice(ctx, { token: watcher.token, kinds: [watcher.kind] });
	} catch {
		watcher.sink.close();
		return false;
	}
	watcher.lookedAt = performance.now();
	await updateDevice(ctx.db, watcher.device.id, { seenAt: ctx.now().getTime() });
	return true;
}

async function look(ctx: Context, watchers: Set<Watcher>, isChanged: boolean): Promise<Watcher[]> {
	const here: Watcher[] = [];
	for (const watcher of [...watchers]) {
		const isDue = isChanged && watcher.kind === 'remote';
		const isFresh = !isDue && performance.now() - watcher.lookedAt < lookEvery;
		if (isFresh || (await lookAt(ctx, watcher))) here.push(watcher);
	}
	return here;
}

async function sendRemotes(ctx: Context, remotes: Watcher[], facts: RemoteFacts): Promise<void> {
	for (const watcher of remotes) {
		const { takenOver, locked } = watcher.device;
		const state = remoteState({ ...facts, language: watcher.language, now: ctx.now(), takenOver, locked });
		send(watcher, encode(state));
	}
}

/** Reads the meeting once and sends every screen, then every remote, what is new. */
export async function sendFrames(ctx: Context, watched: WatchedMeeting, isChanged: boolean): Promise<void> {
	const agenda = await readAgenda(ctx, watched.meetingId);
	const isScreen = ({ kind }: Watcher) => kind === 'screen';
	if ([...watched.watchers].some(isScreen)) {
		const frame = encode(await readScreenState(ctx, agenda, { origin: watched.origin }));
		for (const watcher of watched.watchers) if (isScreen(watcher)) send(watcher, frame);
	}
	const here = await look(ctx, watched.watchers, isChanged);
	const remotes = here.filter((watcher) => !isScreen(watcher));
	if (remotes.length > 0) await sendRemotes(ctx, remotes, await readRemoteFacts(ctx, agenda, ctx.language));
}
