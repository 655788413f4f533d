import type { Kysely } from 'kysely';
import type { Context } from '../../server/context.ts';
import type { Database } from '../../server/db/database.ts';
import { repeat } from '../../server/jobs/repeat.ts';
import { encodeEvent, type EventSink } from '../../server/sse.ts';
import { planFrames, readFrame, type Frame, type Group, type Watched } from './frames.ts';
import type { ResultRequest } from './read-results.ts';
import { selectStandings } from './results-store.ts';

export interface Viewer {
	sink: EventSink;
	/** The client's `Last-Event-ID`: that release is not sent again. */
	lastEventId?: string | null | undefined;
}

/** The viewers of one database in this process. */
interface Hub {
	ctx: Context;
	watched: Map<string, Watched>;
	stopPolling: (() => Promise<void>) | undefined;
}

/** How often the database is asked for releases that another process made, while somebody watches. */
const pollMilliseconds = 1000;

const hubs = new WeakMap<Kysely<Database>, Hub>();

async function lookForReleases(hub: Hub): Promise<void> {
	for (const { dialogueId, state, seq } of await selectStandings(hub.ctx.db, [...hub.watched.keys()])) {
		const watched = hub.watched.get(dialogueId);
		if (!watched || watched.seq < 0) continue;
		if (watched.seq >= seq && watched.dialogue.state === state) continue;
		watched.dialogue = { ...watched.dialogue, state };
		planFrames(hub.ctx, watched, seq);
	}
}

function hubOf(ctx: Context): Hub {
	const known = hubs.get(ctx.db);
	if (known) return known;
	// The hub outlives the request that comes first, so it keeps nothing of that request.
	const { db, vault, log, now, random, language } = ctx;
	const own: Context = { db, vault, log, now, random, language, actor: { kind: 'system' }, requestId: 'hub' };
	const hub: Hub = { ctx: own, watched: new Map(), stopPolling: undefined };
	hubs.set(db, hub);
	return hub;
}

function joinGroup(hub: Hub, request: ResultRequest): { watched: Watched; group: Group; leave: () => void } {
	const { dialogue, filter, language } = request;
	const watched: Watched = hub.watched.get(dialogue.id) ?? {
		dialogue,
		groups: new Map(),
		seq: -1,
		sentAt: -Infinity,
		timer: undefined,
		sending: false
	};
	hub.watched.set(dialogue.id, watched);
	const key = JSON.stringify([language, filter]);
	const group: Group = watched.groups.get(key) ?? {
		request,
		viewers: new Set(),
		frame: undefined,
		opening: undefined,
		size: 0
	};
	watched.groups.set(key, group);
	group.size++;
	const leave = () => {
		if (--group.size === 0) watched.groups.delete(key);
		if (watched.groups.size > 0) return;
		clearTimeout(watched.timer);
		hub.watched.delete(dialogue.id);
		if (hub.watched.size > 0) return;
		void hub.stopPolling?.();
		hub.stopPolling = undefined;
	};
	return { watched, group, leave };
}

function keepPolling(hub: Hub): void {
	hub.stopPolling ??= repeat(() => lookForReleases(hub), {
		everyMilliseconds: pollMilliseconds,
		onError: (error) => hub.ctx.log.error({ error: String(error) }, 'could not look for releases')
	});
}

function sendFirst({ sink, lastEventId }: Viewer, { seq, bytes }: Frame): void {
	if (lastEventId === String(seq)) sink.send(encodeEvent({ comment: `${seq} is the latest` }));
	else sink.send(bytes);
}

/**
 * Sends the viewer the present results at once, and again after every release: never faster than every two
 * seconds, never an older one after a newer one. A release is read and encoded once for all viewers of the
 * same filter and language.
 * @returns stops it.
 */
export function watchResults(ctx: Context, request: ResultRequest, viewer: Viewer): () => void {
	const hub = hubOf(ctx);
	const { watched, group, leave } = joinGroup(hub, request);
	let here = true;
	const enter = () => {
		if (!here) return;
		sendFirst(viewer, group.frame!);
		group.viewers.add(viewer.sink);
	};
	const fail = (error: unknown) => {
		group.opening = undefined;
		ctx.log.error({ error: String(error) }, 'results could not be shown');
		viewer.sink.close();
	};
	group.opening ??= readFrame(hub.ctx, watched, group).then(() => {
		if (watched.seq < 0) watched.seq = group.frame!.seq;
	});
	group.opening.then(enter).catch(fail);
	keepPolling(hub);
	return () => {
		if (!here) return;
		here = false;
		group.viewers.delete(viewer.sink);
		leave();
	};
}

/** Tells the viewers in this process of a new release; call it after the commit. */
export function announceRelease(db: Kysely<Database>, dialogueId: string, seq: number): void {
	const hub = hubs.get(db);
	const watched = hub?.watched.get(dialogueId);
	if (hub && watched && seq > watched.seq) planFrames(hub.ctx, watched, seq);
}
