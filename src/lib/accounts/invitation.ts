import type { Role } from '../server/role.ts';

/** How long an invitation works. */
export const invitationDays = 7;

/** An open invitation in an administrator's list. */
export interface OpenInvitation {
	id: string;
	email: string;
	role: Role;
	placeCode: string;
	placeName: string;
	/** The name of the person who invited. */
	invitedBy: string;
	createdAt: Date;
	expiresAt: Date;
	/** Whether its time is over; inviting again makes a new link. */
	expired: boolean;
}

/** What somebody sees who opens the link. */
export interface InvitationView {
	email: string;
	role: Role;
	placeCode: string;
	placeName: string;
	invitedBy: string;
	/** Whether a person with this address signs in already: then they do that first and open the link again. */
	hasAccount: boolean;
}
