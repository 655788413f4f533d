import type { Role } from '../server/role.ts';

/** What an identity provider says about a person: the claims of a verified ID token. */
export type Claims = Readonly<Record<string, unknown>>;

/** An administrator's rule: whoever has the claim with the value has the role at the place. */
export interface OidcRule {
	/** `groups`, or a path such as `realm_access.roles`. */
	claim: string;
	value: string;
	role: Role;
	/** Inside the place that the identity provider is configured for. */
	placeCode: string;
}

/** The sign-ins that the administrator accepts as a second factor; both empty: none. */
export interface TrustedSignIns {
	/** Values of `amr` (RFC 8176), one of which must be there, e.g. `mfa`. */
	amr: string[];
	/** Values of `acr`, one of which must be there. */
	acr: string[];
}

/**
 * Claims that say nothing about which group somebody belongs to, or that people can set themselves: an e-mail address
 * is no proof, and the protocol's own claims hold for everybody.
 */
const unfit =
	/^(iss|aud|exp|iat|nbf|jti|azp|nonce|at_hash|c_hash|s_hash|auth_time|sid|amr|acr|email|email_verified|upn|unique_name|name|given_name|family_name|nickname|preferred_username|phone_number|phone_number_verified|website|profile|picture|zoneinfo|locale)$/;

/** Whether rules may rest on a claim. */
export const claimFits = (claim: string): boolean => !unfit.test(claim);

const isRecord = (value: unknown): value is Claims => typeof value === 'object' && value !== null;

function claimAt(claims: Claims, path: string): unknown {
	if (Object.hasOwn(claims, path)) return claims[path];
	let at: unknown = claims;
	for (const step of path.split('.')) {
		if (!isRecord(at) || Array.isArray(at) || !Object.hasOwn(at, step)) return undefined;
		at = at[step];
	}
	return at;
}

const says = (found: unknown, value: string): boolean =>
	Array.isArray(found) ? found.some((item) => item === value) : found === value || found === Number(value);

/** Whether a person with these claims has what the rule gives: the value itself, or a list that holds it. */
export const ruleHolds = (rule: Pick<OidcRule, 'claim' | 'value'>, claims: Claims): boolean =>
	claimFits(rule.claim) && says(claimAt(claims, rule.claim), rule.value);

/** Whether this sign-in is one that the administrator accepts as a second factor. */
export function signInTrusted(trusted: TrustedSignIns, claims: Claims): boolean {
	const { amr, acr } = claims;
	const methods = Array.isArray(amr) ? amr : [];
	return trusted.amr.some((method) => methods.includes(method)) || trusted.acr.some((level) => level === acr);
}

/**
 * Whether an issuer's address is one we may call: https, nothing but host and path, not the address of its description
 * (the issuer's name could not be checked then). `localhost` over http only where the service was started with that
 * permission, for tests on one machine.
 */
export function issuerAllowed(issuer: string, localhost: boolean): boolean {
	const url = URL.canParse(issuer) ? new URL(issuer) : undefined;
	if (!url || url.username || url.password || url.search || url.hash || issuer.length > 300) return false;
	if (url.pathname.includes('/.well-known/')) return false;
	if (url.protocol === 'https:') return true;
	return localhost && url.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname);
}

/** The name to show for a person, from what the provider says; at most 120 characters. */
export function personName(claims: Claims): string {
	const { name, given_name: given, family_name: family, preferred_username: username } = claims;
	const parts = [given, family].filter((part) => typeof part === 'string');
	const found = [name, parts.join(' '), username].find(
		(text) => typeof text === 'string' && text.trim() !== ''
	);
	if (typeof found !== 'string') return 'Namn saknas';
	return [...found.replace(/[\s\p{C}]+/gu, ' ').trim()].slice(0, 120).join('') || 'Namn saknas';
}
