import { methodNames, roleNames } from '#lib/accounts/account-words.ts';
import type { SessionMethod } from '#lib/accounts/session.ts';
import type { AuditEvent, Details } from '#lib/audit/event.ts';
import { channelNames } from '#lib/dialogues/plan-words.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { meetingDetailNames, meetingDetailValues } from '#lib/meetings/detail-words.ts';
import { isRole } from './held-role.ts';

/** What the settings and circumstances in the log are called. */
const names: Record<string, () => string> = {
	role: m.detail_role,
	contact: m.detail_contact,
	method: m.detail_method,
	device: m.detail_device,
	through: m.detail_through,
	sender: m.detail_sender,
	openLink: m.detail_open_link,
	meeting: m.detail_meeting,
	retentionDays: m.detail_retention,
	registryNumber: m.detail_registry,
	embedding: m.detail_embedding,
	languages: m.detail_languages,
	logo: m.detail_logo,
	name: m.detail_name,
	ended: m.detail_ended,
	lines: m.detail_lines,
	rules: m.detail_rules,
	title: m.detail_title,
	version: m.detail_version,
	crowd: m.detail_crowd,
	insiders: m.detail_insiders,
	state: m.detail_state,
	imported: m.import_detail_imported,
	credentialsChanged: m.detail_credentials,
	count: m.detail_count,
	kind: m.detail_kind,
	opensOn: m.detail_opens_on,
	closesOn: m.detail_closes_on,
	resultsDueOn: m.detail_results_due,
	pledgesDueOn: m.detail_pledges_due,
	channels: m.detail_channels,
	anonymity: m.detail_anonymity,
	entry: m.detail_entry,
	letPass: m.detail_let_pass,
	decision: m.texts_detail_decision,
	masks: m.texts_detail_masks,
	passed: m.texts_detail_passed,
	reason: m.texts_detail_reason,
	hidden: m.texts_detail_hidden,
	themes: m.texts_detail_themes,
	...meetingDetailNames
};

const values: Record<string, () => string> = {
	mail: m.contact_email,
	phone: m.contact_phone,
	invitation: m.through_invitation,
	setup: m.through_setup,
	demonstration: m.through_demonstration,
	draft: m.state_draft,
	scheduled: m.state_scheduled,
	open: m.state_open,
	closing: m.state_closing,
	closed: m.state_closed,
	lss: m.import_format_lss,
	tsv: m.import_format_tsv,
	json: m.import_format_json,
	link: m.method_link,
	true: m.people_second_yes,
	false: m.people_second_no,
	...channelNames,
	...meetingDetailValues,
	citizen: m.detail_kind_citizen,
	staff: m.detail_kind_staff,
	partner: m.detail_kind_partner,
	standard: m.detail_anonymity_standard,
	strict: m.detail_anonymity_strict,
	codes: m.detail_entry_codes,
	accepted: m.texts_detail_accepted,
	masked: m.texts_detail_masked,
	rejected: m.texts_detail_rejected,
	undone: m.texts_detail_undone,
	unrelated: m.texts_reason_unrelated,
	accuses: m.texts_reason_accuses,
	threat: m.texts_reason_threat,
	abuse: m.texts_reason_abuse,
	unreadable: m.texts_reason_unreadable
};

function word(value: string): string {
	if (isRole(value)) return roleNames[value]();
	if (value.startsWith('organisation:')) return m.method_organisation();
	if (Object.hasOwn(values, value)) return values[value]!();
	return Object.hasOwn(methodNames, value) ? methodNames[value as SessionMethod]() : value;
}

const flat = (value: Details[string]): string => {
	if (value === null) return '–';
	const list = Array.isArray(value) ? value : [String(value)];
	return (
		list
			.filter((item) => item !== '')
			.map(word)
			.join(', ') || '–'
	);
};

/** What an event changed, a line for each setting: `Avsändare: Säffle kommun och Polisen (förut Säffle kommun)`. */
export function detailsInWords({ before, after }: Pick<AuditEvent, 'before' | 'after'>): string[] {
	const keys = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
	return keys.flatMap((key) => {
		const name = Object.hasOwn(names, key) ? names[key]!() : key;
		const was = before && key in before ? flat(before[key]!) : undefined;
		const is = after && key in after ? flat(after[key]!) : undefined;
		if (was !== undefined && is !== undefined) return was === is ? [] : [m.log_change({ name, was, is })];
		return [is === undefined ? m.log_was({ name, was: was ?? '' }) : m.log_is({ name, is })];
	});
}
