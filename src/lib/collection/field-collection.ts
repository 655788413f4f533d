import * as v from 'valibot';
import type { Outcome } from '#lib/server/problem.ts';
import { readChoices, type Choice } from './choice-list.ts';

/** Talks in the field on one occasion: who collects, counts them and notes them by closed lists. */
export interface FieldCollection {
	id: string;
	placeCode: string;
	dialogueId: string | null;
	/** The meeting it belongs to; what it is, the meetings' room knows. */
	meetingId: string | null;
	name: string;
	/** `YYYY-MM-DD` */
	day: string;
	/** Where people are met. */
	spots: Choice[];
	/** What they talk about. */
	themes: Choice[];
	ended: boolean;
}

/** A collector's own link. */
export interface FieldDevice {
	id: string;
	/** "Telefon 1", never a person's name. */
	name: string;
	ended: boolean;
}

/** What a form says of a new collection, unchecked. */
export interface NewCollection {
	placeCode: string;
	dialogueId: string | null;
	meetingId: string | null;
	name: string;
	day: string;
	/** One a line. */
	spots: string;
	themes: string;
}

/** Themes to begin with; staff change them as they like. */
export const suggestedThemes = [
	'Belysning',
	'Trafik',
	'Narkotika',
	'Bråk och våld',
	'Stöld och inbrott',
	'Skräp och skadegörelse',
	'Ungas trygghet',
	'Synlig polis',
	'Annat'
];

const nameSchema = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(80));
const daySchema = v.pipe(v.string(), v.isoDate());

/** A new collection's own values, checked; problems at `name`, `day`, `spots` and `themes`. */
export function checkNewCollection(
	input: NewCollection
): Outcome<Pick<FieldCollection, 'name' | 'day' | 'spots' | 'themes'>> {
	const name = v.safeParse(nameSchema, input.name);
	const day = v.safeParse(daySchema, input.day);
	const spots = readChoices(input.spots);
	const themes = readChoices(input.themes);
	if (name.success && day.success && spots && themes)
		return { ok: true, value: { name: name.output, day: day.output, spots, themes } };
	const wrong = { name: !name.success, day: !day.success, spots: !spots, themes: !themes };
	const problems = Object.entries(wrong)
		.filter(([, isWrong]) => isWrong)
		.map(([at]) => ({ at, code: 'invalid', detail: `${at} is missing or out of bounds` }));
	return { ok: false, problems };
}

/** The name of a link to a device: 1 to 40 characters. @returns undefined when it is none */
export function readDeviceName(written: string): string | undefined {
	const name = written.trim();
	return name.length > 0 && name.length <= 40 ? name : undefined;
}
