import type { OrganisationInput } from '#lib/accounts/oidc-organisation.ts';
import type { OidcRule } from '#lib/accounts/oidc-rule.ts';
import { isRole } from './held-role.ts';

/** How many empty rules the form offers below those that are stored. */
export const emptyRules = 3;

const words = (text: string): string[] => text.split(/[\s,;]+/).filter((word) => word !== '');

/** The rules that a form says; a rule without a claim and a value is left out. */
function rulesFrom(text: (name: string) => string): OidcRule[] {
	const rules: OidcRule[] = [];
	for (let index = 0; index < 100 && text(`rules.${index}.placeCode`) !== ''; index++) {
		const at = (name: string) => text(`rules.${index}.${name}`);
		const role = at('role');
		if ((at('claim') === '' && at('value') === '') || !isRole(role)) continue;
		rules.push({ claim: at('claim'), value: at('value'), role, placeCode: at('placeCode') });
	}
	return rules;
}

/** What a filled-in form says about an organisation's own sign-in. */
export function organisationFromForm(form: FormData, placeCode: string): OrganisationInput {
	const text = (name: string): string => {
		const value = form.get(name);
		return typeof value === 'string' ? value.trim() : '';
	};
	return {
		id: text('id') || undefined,
		placeCode,
		name: text('name'),
		issuer: text('issuer'),
		clientId: text('clientId'),
		clientSecret: text('clientSecret'),
		rules: rulesFrom(text),
		trusted: { amr: words(text('amr')), acr: words(text('acr')) }
	};
}
