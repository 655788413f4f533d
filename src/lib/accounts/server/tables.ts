import type { Role } from '../../server/role.ts';
import type { SessionMethod } from '../session.ts';
import type {
	OrganisationAttemptRow,
	OrganisationPersonRow,
	OrganisationRow,
	PasskeyChallengeRow,
	PasskeyRow,
	RecoveryCodeRow,
	TotpRow
} from './factor-tables.ts';

/** The one-time link that sets a new installation up; at most one row. */
export interface SetupLinkRow {
	/** SHA-256 of the token, hex: the token itself is never stored. */
	tokenHash: string;
}

export interface PersonRow {
	id: string;
	/** As normalEmail writes it; null for somebody who signs in through their organisation only. */
	email: string | null;
	name: string;
	/** argon2id; null for somebody without a password. */
	passwordHash: string | null;
	/** 1 when the person has a second factor (TOTP or passkey), see markSecondFactor. */
	secondFactor: number;
}

export interface MembershipRow {
	personId: string;
	placeCode: string;
	role: Role;
	/** See Membership. */
	through: string;
	/** Milliseconds since 1970, UTC, like every `…At` here. */
	startedAt: number;
}

/** An invitation that nobody has used or revoked. */
export interface InvitationRow {
	id: string;
	tokenHash: string;
	email: string;
	placeCode: string;
	role: Role;
	/** The name of the person who invited. */
	invitedBy: string;
	createdAt: number;
	expiresAt: number;
}

export interface SessionRow {
	/** SHA-256 of the token, hex. */
	idHash: string;
	personId: string;
	method: SessionMethod;
	/** 1 when the session has passed a second factor. */
	secondFactor: number;
	/** Browser and system in words, to recognise it by. */
	device: string;
	startedAt: number;
	seenAt: number;
	/** When it ends unless it is used before. */
	expiresAt: number;
	/** When it ends whatever happens. */
	endsAt: number;
}

/** A browser that has signed in as the person before: strangers' guesses do not slow it down. */
export interface KnownDeviceRow {
	tokenHash: string;
	personId: string;
	expiresAt: number;
}

/** A one-time link for a person. */
export interface PersonLinkRow {
	tokenHash: string;
	personId: string;
	purpose: 'reset' | 'sign-in';
	expiresAt: number;
}

export interface AccountsTables {
	setupLink: SetupLinkRow;
	person: PersonRow;
	membership: MembershipRow;
	invitation: InvitationRow;
	session: SessionRow;
	knownDevice: KnownDeviceRow;
	personLink: PersonLinkRow;
	totp: TotpRow;
	recoveryCode: RecoveryCodeRow;
	passkey: PasskeyRow;
	passkeyChallenge: PasskeyChallengeRow;
	organisation: OrganisationRow;
	organisationPerson: OrganisationPersonRow;
	organisationAttempt: OrganisationAttemptRow;
}
