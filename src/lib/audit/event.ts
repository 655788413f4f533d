/**
 * Everything the log can say that somebody did: `<thing>.<what happened to it>`. A room that gets a new command
 * adds its action here.
 */
export const actions = [
	'setup.completed',
	'person.created',
	'person.renamed',
	'invitation.sent',
	'invitation.revoked',
	'invitation.accepted',
	'membership.added',
	'membership.removed',
	'membership.changed',
	'session.started',
	'session.ended',
	'sessions.ended',
	'password.changed',
	'reset-link.issued',
	'sign-in-link.issued',
	'second-factor.passed',
	'second-factor.removed',
	'totp.enrolled',
	'totp.removed',
	'passkey.added',
	'passkey.renamed',
	'passkey.removed',
	'recovery-codes.made',
	'recovery-code.used',
	'organisation.saved',
	'organisation.removed',
	'profile.saved',
	'settings.saved',
	'log.exported',
	'questionnaire.published',
	'draft.created',
	'draft.changed',
	'draft.deleted',
	'dialogue.created',
	'dialogue.changed',
	'dialogue.opened',
	'dialogue.closed',
	'dialogue.withdrawn',
	'results.exported',
	'codes.made',
	'rehearsal.sent',
	'rehearsal.deleted',
	'plan.saved',
	'texts.moderated',
	'texts.released',
	'texts.hidden',
	'theme.saved',
	'theme.removed',
	'device.opened',
	'device.ended',
	'collection.saved',
	'collection.ended',
	'tally.corrected',
	'note.removed',
	'paper.opened',
	'paper.compared',
	'paper.submitted',
	'meeting.created',
	'meeting.changed',
	'meeting.removed',
	'meeting.started',
	'meeting.steered',
	'meeting.ended',
	'meeting.counted',
	'meeting.reported',
	'walk.created',
	'walk.changed',
	'walk.published',
	'statistics.imported',
	'statistics.changed',
	'statistics.removed',
	'evidence.recorded',
	'evidence.withdrawn',
	'picture.created',
	'picture.changed',
	'picture.signed',
	'picture.published',
	'priority.assessed',
	'cause.saved',
	'focus.saved',
	'focus.ended',
	'checklist.changed',
	'agreement.saved',
	'agreement.signed',
	'pledge.created',
	'pledge.changed',
	'pledge.approved',
	'pledge.signed',
	'pledge.published',
	'pledge.reported',
	'pledge.corrected',
	'pledge.extended',
	'pledge.ended',
	'activity.reported'
] as const;

export type Action = (typeof actions)[number];

/** Values of settings as they were or became; plain data, never answers, addresses, tokens or passwords. */
export type Details = Record<string, string | number | boolean | null | readonly string[]>;

/** What somebody did, before it has a place in the chain. */
export interface NewEvent {
	action: Action;
	/** Where; null for what concerns a person's own account and no place. */
	placeCode: string | null;
	/** What it was done to: `<kind>:<id>`, e.g. `person:k3…`. */
	subject: string;
	before?: Details;
	after?: Details;
}

/** A line of the log. */
export interface AuditEvent {
	/** 1, 2, 3 … over the whole installation, without gaps. */
	seq: number;
	/** Milliseconds since 1970, UTC. */
	at: number;
	/** A person's id, `system` or `visitor`. */
	actorId: string;
	actorName: string | null;
	action: Action;
	placeCode: string | null;
	subject: string;
	before: Details | null;
	after: Details | null;
}
