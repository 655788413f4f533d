import * as v from 'valibot';
import { roles, type Role } from '../server/role.ts';
import { claimFits, type OidcRule, type TrustedSignIns } from './oidc-rule.ts';

/** An organisation's own sign-in as its administrator sees it; the client's secret is never shown again. */
export interface Organisation {
	id: string;
	/** The place it is configured for; its rules give roles there and below. */
	placeCode: string;
	name: string;
	issuer: string;
	clientId: string;
	rules: OidcRule[];
	trusted: TrustedSignIns;
}

/** What an administrator fills in. */
export interface OrganisationInput extends Omit<Organisation, 'id'> {
	/** Left out for a new one. */
	id?: string | undefined;
	/** Empty: the one that is stored, as long as issuer and client stay the same. */
	clientSecret: string;
}

/** Where an organisation's people come back to; to be registered with the organisation, after the site's origin. */
export const organisationReturnPath = (id: string): string => `/logga-in/organisation/${id}/ater`;

const words = (most: number) =>
	v.pipe(v.string(), v.trim(), v.minLength(1, 'missing'), v.maxLength(most, 'too-long'));

const values = v.pipe(v.array(words(100)), v.maxLength(20, 'too-many'));

const rule = v.strictObject({
	claim: v.pipe(words(100), v.check(claimFits, 'unfit-claim')),
	value: words(200),
	role: v.picklist(roles, 'unknown-role') satisfies v.GenericSchema<Role>,
	placeCode: words(20)
});

/** The shape of an organisation as somebody fills it in; messages are problem codes. */
export const organisationSchema = v.strictObject({
	id: v.optional(v.string()),
	placeCode: words(20),
	name: words(80),
	issuer: words(300),
	clientId: words(200),
	clientSecret: v.pipe(v.string(), v.trim(), v.maxLength(1000, 'too-long')),
	rules: v.pipe(v.array(rule), v.maxLength(100, 'too-many')),
	trusted: v.strictObject({ amr: values, acr: values })
});

/** A rule in one line, for the log. */
export const ruleWords = ({ claim, value, role, placeCode }: OidcRule): string =>
	`${claim}=${value}: ${role} ${placeCode}`;
