import type { Kysely } from 'kysely';
import type { Language } from '#lib/i18n/languages.ts';
import type { Context } from '#lib/server/context.ts';
import type { Database } from '#lib/server/db/database.ts';
import { repeat } from '#lib/server/jobs/repeat.ts';
import type { EventSink } from '#lib/server/sse.ts';
import { onMeetingChanged } from './announce-meeting.ts';
import { selectMarks } from './meeting-mark-store.ts';
import type { Device } from './read-device.ts';
import { sendFrames, type Watcher, type WatchedMeeting } from './watched-meeting.ts';

/** How often the database is asked for what another process did, while somebody watches: "hide all" cannot wait. */
const pollMilliseconds = 150;
/** How often a state is read anew without a sign of change: texts that were released, who is there. */
const freshenMilliseconds = 1000;

interface Hub {
	ctx: Context;
	watched: Map<string, WatchedMeeting>;
	stop: (() => Promise<unknown>) | undefined;
}

const hubs = new WeakMap<Kysely<Database>, Hub>();

function hubOf(ctx: Context): Hub {
	const known = hubs.get(ctx.db);
	if (known) return known;
	// The hub outlives the request that comes first, so it keeps nothing of that request.
	const { db, vault, log, now, random } = ctx;
	const own: Context = {
		...{ db, vault, log, now, random, language: 'sv', requestId: 'hub' },
		actor: { kind: 'system' }
	};
	const hub: Hub = { ctx: own, watched: new Map(), stop: undefined };
	hubs.set(db, hub);
	return hub;
}

/** Sends frames, one time after the other: never an older state after a newer one. */
async function freshen({ ctx }: Hub, watched: WatchedMeeting, isChanged: boolean): Promise<void> {
	if (watched.sending) {
		watched.again ||= isChanged;
		return;
	}
	watched.sending = true;
	try {
		do {
			watched.again = false;
			await sendFrames(ctx, watched, isChanged);
		} while (watched.again);
	} catch (error) {
		ctx.log.error({ error: String(error) }, 'a meeting could not be shown; the next look tries again');
		watched.mark = '';
	} finally {
		watched.sending = false;
	}
}

async function lookForChanges(hub: Hub): Promise<void> {
	const marks = await selectMarks(hub.ctx.db, [...hub.watched.keys()]);
	for (const [meetingId, mark] of marks) {
		const watched = hub.watched.get(meetingId);
		if (!watched || watched.mark === mark) continue;
		watched.mark = mark;
		void freshen(hub, watched, true);
	}
}

async function freshenAll(hub: Hub): Promise<void> {
	for (const watched of hub.watched.values()) await freshen(hub, watched, false);
}

function keepLooking(hub: Hub): void {
	if (hub.stop) return;
	const onError = (error: unknown) =>
		hub.ctx.log.error({ error: String(error) }, 'could not look at meetings');
	const stops = [
		repeat(() => lookForChanges(hub), { everyMilliseconds: pollMilliseconds, onError }),
		repeat(() => freshenAll(hub), { everyMilliseconds: freshenMilliseconds, onError })
	];
	hub.stop = () => Promise.all(stops.map((stop) => stop()));
}

function watchedOf(hub: Hub, { meetingId, origin }: { meetingId: string; origin: string }): WatchedMeeting {
	const known = hub.watched.get(meetingId);
	if (known) return known;
	const watched: WatchedMeeting = {
		...{ meetingId, origin, watchers: new Set<Watcher>(), mark: '', sending: false, again: false },
		stopListening: onMeetingChanged(hub.ctx.db, meetingId, () => void freshen(hub, watched, true))
	};
	hub.watched.set(meetingId, watched);
	return watched;
}

function leave(hub: Hub, watched: WatchedMeeting, watcher: Watcher): void {
	watched.watchers.delete(watcher);
	if (watched.watchers.size > 0) return;
	watched.stopListening();
	hub.watched.delete(watched.meetingId);
	if (hub.watched.size > 0) return;
	void hub.stop?.();
	hub.stop = undefined;
}

/** Who watches: a screen or a remote, from `readDevice`, with its own token. */
export interface Watching {
	device: Device;
	token: string;
	language: Language;
	/** Where the installation is: `https://trygg.example.se`. */
	origin: string;
}

/**
 * Sends a screen or a remote the present state at once (`event: state`, its revision as id), and again whenever it
 * changes, whichever process changed it: within a third of a second. A state is read once for all that watch a meeting,
 * and encoded once for all its screens. The stream ends when the device is at an end.
 * @returns stops it
 */
export function watchMeeting(ctx: Context, watching: Watching, sink: EventSink): () => void {
	const hub = hubOf(ctx);
	const { device, token, language, origin } = watching;
	const watched = watchedOf(hub, { meetingId: device.agenda.meeting.id, origin });
	const kind = device.kind === 'screen' ? 'screen' : 'remote';
	const watcher: Watcher = { sink, kind, token, language, device, sent: '', lookedAt: -Infinity };
	watched.watchers.add(watcher);
	keepLooking(hub);
	void freshen(hub, watched, true);
	let here = true;
	return () => {
		if (here) leave(hub, watched, watcher);
		here = false;
	};
}
