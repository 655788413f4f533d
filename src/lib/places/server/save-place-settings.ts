import type { Transaction } from 'kysely';
import * as v from 'valibot';
import type { Database } from '#lib/server/db/database.ts';
import type { Outcome } from '#lib/server/problem.ts';
import { placeSettingsSchema, type PlaceSettings } from '../settings.ts';
import { readPlace } from './read-place.ts';
import { upsertSettings } from './settings-store.ts';

const details: Record<string, string> = {
	'not-whole': 'This is not a whole number.',
	'too-small': 'The number is below what the anonymity rule needs.',
	'too-large': 'The number is too large.',
	'above-crowd': 'At least two answers of a group must be unknown to the insiders.',
	missing: 'Deleting needs the registry number of the decision.',
	'too-long': 'The value is too long.',
	'invalid-origin': 'This is not the https address of a site.',
	'too-many': 'At most 20 sites.',
	'unknown-language': 'Unknown language.',
	'without-swedish': 'Swedish is always offered.'
};

/**
 * Saves a place's settings in place of what was saved before, as part of the command that asked whether that is allowed.
 * @returns the settings as saved, or problems at their paths (`openLink.crowd`, `embedOrigins.0` …)
 * @throws AppError `not-found` for an unknown place
 */
export async function savePlaceSettings(
	trx: Transaction<Database>,
	settings: PlaceSettings
): Promise<Outcome<PlaceSettings>> {
	const parsed = v.safeParse(placeSettingsSchema, settings);
	if (!parsed.success)
		return {
			ok: false,
			problems: parsed.issues.map((issue) => ({
				at: v.getDotPath(issue) ?? '',
				code: issue.message in details ? issue.message : 'invalid',
				detail: details[issue.message] ?? issue.message
			}))
		};
	await readPlace({ db: trx }, parsed.output.placeCode);
	await upsertSettings(trx, parsed.output);
	return { ok: true, value: parsed.output };
}
