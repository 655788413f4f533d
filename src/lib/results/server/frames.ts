import type { Dialogue } from '../../dialogues/dialogue.ts';
import type { Context } from '../../server/context.ts';
import { encodeEvent, type EventSink } from '../../server/sse.ts';
import { readResults, type ResultRequest } from './read-results.ts';

/** Least time between two frames of one dialogue. */
export const leastMillisecondsBetweenFrames = 2000;

export interface Frame {
	seq: number;
	text: string;
	bytes: Uint8Array;
}

/** Viewers of the same filter in the same language: they are sent the very same bytes. */
export interface Group {
	request: ResultRequest;
	viewers: Set<EventSink>;
	/** What its viewers have been sent; undefined until it has been read. */
	frame: Frame | undefined;
	/** The first reading, shared by those who come meanwhile. */
	opening: Promise<void> | undefined;
	/** Viewers, also those that wait for the first reading. */
	size: number;
}

/** A dialogue that somebody watches in this process. */
export interface Watched {
	/** With its present state. */
	dialogue: Dialogue;
	groups: Map<string, Group>;
	/** The release that every group has been sent; -1 before the first. */
	seq: number;
	/** When frames last went out, in milliseconds of a clock that never goes back. */
	sentAt: number;
	timer: NodeJS.Timeout | undefined;
	sending: boolean;
}

/**
 * Reads the present results for a group and encodes them once, whatever the number of its viewers.
 * @returns whether that is something its viewers have not been sent.
 */
export async function readFrame(ctx: Context, watched: Watched, group: Group): Promise<boolean> {
	const { dialogue } = watched;
	const { filter, language } = group.request;
	const result = await readResults(ctx, { dialogue, filter, language });
	const text = JSON.stringify(result);
	if (group.frame && (group.frame.seq > result.seq || group.frame.text === text)) return false;
	const bytes = encodeEvent({ id: result.seq, event: 'release', data: text });
	group.frame = { seq: result.seq, text, bytes };
	return true;
}

async function sendFrames(ctx: Context, watched: Watched, seq: number): Promise<void> {
	watched.timer = undefined;
	watched.sending = true;
	try {
		for (const group of watched.groups.values()) {
			if (!(await readFrame(ctx, watched, group))) continue;
			watched.sentAt = performance.now();
			for (const viewer of group.viewers) viewer.send(group.frame!.bytes);
		}
		watched.seq = Math.max(watched.seq, seq);
	} catch (error) {
		ctx.log.error({ error: String(error) }, 'a release could not be shown; the next look tries again');
	} finally {
		watched.sending = false;
	}
}

/**
 * Sends every group what is new, as soon as the pace allows. While frames are under way nothing is planned: the
 * next look at the database finds what came meanwhile.
 */
export function planFrames(ctx: Context, watched: Watched, seq: number): void {
	if (watched.timer || watched.sending) return;
	const wait = Math.max(0, watched.sentAt + leastMillisecondsBetweenFrames - performance.now());
	watched.timer = setTimeout(() => void sendFrames(ctx, watched, seq), wait);
}
