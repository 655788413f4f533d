import { m } from '#lib/i18n/paraglide/messages.js';
import { thresholdFloors } from '#lib/places/settings.ts';

const numbers = (path: 'openLink' | 'meeting') => ({
	[`${path}.crowd not-whole`]: m.settings_number,
	[`${path}.crowd too-small`]: () => m.settings_crowd_small({ least: thresholdFloors[path].crowd }),
	[`${path}.crowd too-large`]: m.settings_number_large,
	[`${path}.insiders not-whole`]: m.settings_number,
	[`${path}.insiders too-small`]: () => m.settings_insiders_small({ least: thresholdFloors[path].insiders }),
	[`${path}.insiders too-large`]: m.settings_number_large,
	[`${path}.insiders above-crowd`]: m.settings_insiders_large
});

/** What is wrong with a place's settings, in words. */
export const settingsSentences: Record<string, () => string> = {
	...numbers('openLink'),
	...numbers('meeting'),
	'sender missing': m.settings_sender_missing,
	'sender too-long': m.work_too_long,
	'contactEmail invalid-email': m.work_email_invalid,
	'contactPhone invalid-phone': m.setup_phone_invalid,
	'retentionDays not-whole': m.settings_number,
	'retentionDays too-small': m.settings_number,
	'retentionDays too-large': m.settings_retention_large,
	'registryNumber missing': m.settings_registry_missing,
	'embedOrigins invalid-origin': m.settings_origin_invalid,
	'embedOrigins too-many': m.settings_origin_many,
	'logo missing': m.settings_logo_missing,
	'logo too-large': m.settings_logo_large,
	'logo unknown-type': m.settings_logo_type,
	'logo too-many': m.settings_logo_many,
	'alternativeText missing': m.settings_logo_text_missing,
	'too-long': m.work_too_long
};
