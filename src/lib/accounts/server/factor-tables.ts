/** A person's authenticator app; at most one that counts and one that is being set up. */
export interface TotpRow {
	personId: string;
	/** 1 when a code has shown that the app has the secret; 0 while it is being set up. */
	confirmed: number;
	/** Base32, sealed by the vault for this person. */
	sealedSecret: string;
	/** The step of the latest accepted code: it and earlier ones are worth nothing. */
	lastStep: number | null;
	/** Wrong codes since the latest right one. */
	failures: number;
	/** When the next code is heard, ms since 1970 like every `…At` here. */
	retryAt: number;
}

/** A recovery code that nobody has used. */
export interface RecoveryCodeRow {
	personId: string;
	/** See recoveryCodeHash. */
	codeHash: string;
}

export interface PasskeyRow {
	/** The credential's own id, base64url. */
	id: string;
	personId: string;
	name: string;
	/** COSE, base64url. */
	publicKey: string;
	/** How often the device says it has been used; 0 for devices that do not count. */
	counter: number;
	/** JSON list of how the browser reaches it. */
	transports: string;
	/** 1 when the device keeps a copy elsewhere. */
	backedUp: number;
	addedAt: number;
	lastUsedAt: number | null;
}

/** A challenge that a browser has been given and has not answered. */
export interface PasskeyChallengeRow {
	challengeHash: string;
	purpose: 'add' | 'sign-in' | 'second-factor';
	/** The session (its hash) or the hash of the cookie before sign-in that it was given to. */
	boundTo: string;
	expiresAt: number;
}

/** An organisation's own sign-in (OpenID Connect), configured for a place and what is below it. */
export interface OrganisationRow {
	id: string;
	placeCode: string;
	/** What its people know it as: the words on the sign-in page. */
	name: string;
	issuer: string;
	clientId: string;
	/** Sealed by the vault for this organisation. */
	sealedSecret: string;
	/** JSON list of OidcRule. */
	rules: string;
	/** JSON of TrustedSignIns. */
	trusted: string;
}

/** Who somebody is at an organisation: never found by e-mail address. */
export interface OrganisationPersonRow {
	organisationId: string;
	/** As it was when they first came: another issuer's people are other people. */
	issuer: string;
	subject: string;
	personId: string;
}

/** A sign-in at an organisation that has not come back. */
export interface OrganisationAttemptRow {
	stateHash: string;
	organisationId: string;
	/** Hash of the cookie before sign-in, so that nobody else's browser can come back. */
	boundTo: string;
	expiresAt: number;
}
