/** Whom a passkey belongs to: the site's host name (`id`) and where its pages are shown (`origin`). */
export interface RelyingParty {
	id: string;
	origin: string;
	/** Shown by the browser when a passkey is made. */
	name: string;
}

/** A person's passkey as the person sees it; times in ms since 1970. */
export interface Passkey {
	id: string;
	name: string;
	addedAt: number;
	lastUsedAt: number | null;
	/** True when the device keeps a copy elsewhere, so that losing the device does not lose the passkey. */
	backedUp: boolean;
}

/** How long (ms) a browser has to answer a challenge. */
export const challengeLife = 5 * 60_000;

/** The relying party of a service at an address (`ORIGIN`, or the request's own). */
export const relyingParty = (origin: URL): RelyingParty => ({
	id: origin.hostname,
	origin: origin.origin,
	name: 'Lyhörd'
});

/** A passkey's name as it is kept: without blanks around it, at most 60 characters, never empty. */
export const passkeyName = (written: string): string => {
	const name = written.replace(/\s+/g, ' ').trim();
	return name === '' ? 'Passkey' : [...name].slice(0, 60).join('');
};

/**
 * The challenge that a browser says it answers, from its `clientDataJSON` (base64url); undefined when there is none
 * or when a foreign page framed ours. Nothing of it is to be trusted before the signature is verified.
 */
export function answeredChallenge(clientDataJSON: unknown): string | undefined {
	if (typeof clientDataJSON !== 'string' || clientDataJSON.length > 4096) return undefined;
	try {
		const said: unknown = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8'));
		if (typeof said !== 'object' || said === null || !('challenge' in said)) return undefined;
		if ('crossOrigin' in said && said.crossOrigin === true) return undefined;
		return typeof said.challenge === 'string' ? said.challenge : undefined;
	} catch {
		return undefined;
	}
}
