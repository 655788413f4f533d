import * as v from 'valibot';
import { channels } from './channel.ts';
import { dialogueKinds } from './dialogue.ts';
import { isDay } from './period.ts';
import { entries, type DialoguePlan } from './plan.ts';

const dayOrNothing = v.pipe(
	v.string('invalid-day'),
	v.check((text) => text === '' || isDay(text), 'invalid-day')
);

/** A plan as somebody writes it; what is still to be chosen may be empty. Messages are problem codes. */
export const planSchema = v.strictObject({
	kind: v.picklist(dialogueKinds, 'missing'),
	opensOn: dayOrNothing,
	closesOn: v.nullable(dayOrNothing),
	resultsDueOn: dayOrNothing,
	pledgesDueOn: dayOrNothing,
	channels: v.pipe(
		v.array(v.picklist(channels, 'unknown')),
		v.transform((chosen) => channels.filter((channel) => chosen.includes(channel)))
	),
	anonymity: v.picklist(['standard', 'strict'], 'missing'),
	entry: v.picklist(entries, 'missing')
}) satisfies v.GenericSchema<unknown, DialoguePlan>;

/** What a filled-in form says about a plan, to be read by the schema. */
export function planFromForm(form: FormData): Record<keyof DialoguePlan, unknown> {
	const text = (name: string) => String(form.get(name) ?? '').trim();
	return {
		kind: text('kind'),
		opensOn: text('opensOn'),
		closesOn: text('ending') === 'ongoing' ? null : text('closesOn'),
		resultsDueOn: text('resultsDueOn'),
		pledgesDueOn: text('pledgesDueOn'),
		channels: form.getAll('channels').map(String),
		anonymity: text('anonymity'),
		entry: text('entry')
	};
}

/** What somebody wrote as the form shows it again: as it was written, where the form can show that. */
export function planShown(written: Record<keyof DialoguePlan, unknown>): DialoguePlan {
	const text = (value: unknown) => (typeof value === 'string' ? value : '');
	return {
		kind: dialogueKinds.find((kind) => kind === written.kind) ?? 'citizen',
		opensOn: text(written.opensOn),
		closesOn: written.closesOn === null ? null : text(written.closesOn),
		resultsDueOn: text(written.resultsDueOn),
		pledgesDueOn: text(written.pledgesDueOn),
		channels: channels.filter(
			(channel) => Array.isArray(written.channels) && written.channels.includes(channel)
		),
		anonymity: written.anonymity === 'strict' ? 'strict' : 'standard',
		entry: entries.find((entry) => entry === written.entry) ?? 'open'
	};
}
