import { m } from '#lib/i18n/paraglide/messages.js';
import type { AgeBand, GroupSize, Slot, Tone } from './field-entry.ts';

/** The closed lists of talks, in words. */
export const toneWords: Record<Tone, () => string> = {
	problem: m.collection_tone_problem,
	positive: m.collection_tone_positive,
	suggestion: m.collection_tone_suggestion
};

export const slotWords: Record<Slot, () => string> = {
	morning: m.collection_slot_morning,
	day: m.collection_slot_day,
	evening: m.collection_slot_evening,
	night: m.collection_slot_night
};

export const sizeWords: Record<GroupSize, () => string> = {
	one: m.collection_size_one,
	few: m.collection_size_few,
	several: m.collection_size_several,
	many: m.collection_size_many
};

export const ageWords: Record<AgeBand, () => string> = {
	children: m.collection_age_children,
	youth: m.collection_age_youth,
	adults: m.collection_age_adults,
	older: m.collection_age_older,
	mixed: m.collection_age_mixed,
	unknown: m.collection_age_unknown
};

/** A closed list as options: keys and their words. */
export const optionsOf = <Key extends string>(
	words: Record<Key, () => string>
): { key: Key; text: string }[] => (Object.keys(words) as Key[]).map((key) => ({ key, text: words[key]() }));
