import type { Kysely } from 'kysely';
import type { Database } from '#lib/server/db/database.ts';
import type { Meeting } from '../meeting.ts';
import { forgetAgenda } from './read-agenda.ts';

type Listener = () => void;

const listeners = new WeakMap<Kysely<Database>, Map<string, Set<Listener>>>();

/** Calls `listener` whenever this process has changed the meeting. @returns stops it. */
export function onMeetingChanged(db: Kysely<Database>, meetingId: string, listener: Listener): () => void {
	const ofDatabase = listeners.get(db) ?? new Map<string, Set<Listener>>();
	listeners.set(db, ofDatabase);
	const own = ofDatabase.get(meetingId) ?? new Set<Listener>();
	ofDatabase.set(meetingId, own);
	own.add(listener);
	return () => {
		own.delete(listener);
		if (own.size === 0) ofDatabase.delete(meetingId);
	};
}

/** Tells this process that it has changed a meeting; call it after the commit. */
export function announceMeeting(db: Kysely<Database>, { id, code }: Pick<Meeting, 'id' | 'code'>): void {
	forgetAgenda(db, code);
	for (const listener of listeners.get(db)?.get(id) ?? []) listener();
}
