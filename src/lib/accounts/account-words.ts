import { m } from '../i18n/paraglide/messages.js';
import type { Role } from '../server/role.ts';
import type { SessionMethod } from './session.ts';

/** What is wrong with a new password, in words. */
export const passwordSentences = {
	'password missing': m.password_too_short,
	'password too-short': m.password_too_short,
	'password too-long': m.password_too_long,
	'password common': m.password_common
};

/** The roles' names, for lists and choices. */
export const roleNames: Record<Role, () => string> = {
	partner: m.role_partner,
	reader: m.role_reader,
	facilitator: m.role_facilitator,
	'field-collector': m.role_field_collector,
	editor: m.role_editor,
	publisher: m.role_publisher,
	administrator: m.role_administrator
};

/** The roles from the least to the most, for pages: what is in a server's folder cannot be in a browser. */
export const everyRole = Object.keys(roleNames) as Role[];

/** What somebody with the role may do, in a line. */
export const roleTexts: Record<Role, () => string> = {
	partner: m.role_partner_text,
	reader: m.role_reader_text,
	facilitator: m.role_facilitator_text,
	'field-collector': m.role_field_collector_text,
	editor: m.role_editor_text,
	publisher: m.role_publisher_text,
	administrator: m.role_administrator_text
};

/** How somebody signed in. */
export const methodNames: Record<SessionMethod, () => string> = {
	password: m.method_password,
	passkey: m.method_passkey,
	organisation: m.method_organisation,
	'sign-in-link': m.method_link
};
