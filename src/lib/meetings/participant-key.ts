/**
 * The idempotency key of a participant's answer to one step: 22 characters of base64url, the same every time, so that
 * the phone, a page without script and the server agree on it without storing anything.
 * @param participant the participant's own 128-bit token, 22 characters of base64url; it never leaves the page's address
 */
export async function stepKey(participant: string, stepId: string): Promise<string> {
	const bytes = new TextEncoder().encode(`${participant} ${stepId}`);
	const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).slice(0, 16);
	return btoa(String.fromCharCode(...hash))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replaceAll('=', '');
}

/** The participant's token of an address, `?jag=`; undefined when it is none of ours. */
export const parseParticipant = (written: string | null): string | undefined =>
	written !== null && /^[A-Za-z0-9_-]{22}$/.test(written) ? written : undefined;
