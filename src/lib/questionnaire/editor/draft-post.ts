import type { Conflict, DraftChange } from '../draft-change.ts';
import type { Draft } from '../draft.ts';

/** A draft as it travels to the editor. */
export interface SentDraft extends Pick<Draft, 'id' | 'revision' | 'content' | 'changedBy'> {
	/** ISO 8601. */
	changedAt: string;
}

/** What comes back when changes are sent: the draft after them, and what they met; `change` counts those sent. */
export interface ChangeAnswer {
	draft: SentDraft;
	conflicts: (Conflict & { change: number })[];
	/** Who had changed the draft last before; empty when nobody else had. */
	by: string;
	/** Why some of it was not made at all. */
	problems: { code: string }[];
}

/** Who else is in the draft, and the draft when it has changed. */
export interface PresenceAnswer {
	editors: string[];
	draft?: SentDraft;
}

/** An answer, or why there is none: no network or a busy server, signed out, no such draft any more, not accepted. */
export type Posted<T> =
	{ kind: 'answered'; value: T } | { kind: 'offline' | 'signed-out' | 'gone' | 'refused' };

/** Browsers carry on with this much, and no more, after the page is gone. */
const keptAliveBytes = 60_000;

function outcomeOf({ status, type }: Response): 'answered' | 'offline' | 'signed-out' | 'gone' | 'refused' {
	if (type === 'opaqueredirect') return 'signed-out';
	if (status === 200) return 'answered';
	if (status === 404) return 'gone';
	return status === 408 || status === 429 || status >= 500 ? 'offline' : 'refused';
}

/** Posts JSON to a page of the workspace and reads JSON; goes on also when the page is closed. Never throws. */
async function post<T>(href: string, body: unknown): Promise<Posted<T>> {
	const text = JSON.stringify(body);
	try {
		const response = await fetch(href, {
			method: 'POST',
			headers: { 'content-type': 'application/json', accept: 'application/json' },
			body: text,
			redirect: 'manual',
			keepalive: new TextEncoder().encode(text).length < keptAliveBytes
		});
		const kind = outcomeOf(response);
		return kind === 'answered' ? { kind, value: (await response.json()) as T } : { kind };
	} catch {
		return { kind: 'offline' };
	}
}

/** Whether a change that arrives twice is as if it had arrived once, whatever came in between. */
export const isRepeatable = ({ kind }: DraftChange): boolean =>
	['question', 'about', 'background', 'translate'].includes(kind);

/** Sends changes of the draft whose pages have this address. */
export const sendChanges = (address: string, changes: readonly DraftChange[]) =>
	post<ChangeAnswer>(`${address}/andring`, { changes });

/** Says that somebody has the draft open, and asks who else has. */
export const askPresence = (address: string, revision: number) =>
	post<PresenceAnswer>(`${address}/lage`, { revision });

/** A draft as it travels; changed by the system itself has no name. */
export const sentDraft = ({ id, revision, content, changedAt, changedBy }: Draft): SentDraft => ({
	...{ id, revision, content },
	changedAt: changedAt.toISOString(),
	changedBy: changedBy === 'system' ? '' : changedBy
});
