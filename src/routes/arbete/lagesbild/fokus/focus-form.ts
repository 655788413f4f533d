import type { FocusInput } from '#lib/situation/choice-input.ts';
import type { FocusArea } from '#lib/situation/evidence.ts';
import { field, fieldOrNull, fields } from '../form-text.ts';

/** What a filled-in form says about a focus area. */
export const focusFromForm = (form: FormData, about: Pick<FocusInput, 'id' | 'placeCode'>): FocusInput => ({
	...about,
	name: field(form, 'name'),
	why: field(form, 'why'),
	// What is no remit is found by the use case.
	remit: field(form, 'remit') as FocusArea['remit'],
	validFrom: field(form, 'validFrom'),
	validTo: fieldOrNull(form, 'validTo'),
	evidenceIds: fields(form, 'evidence'),
	causeIds: fields(form, 'causes')
});
