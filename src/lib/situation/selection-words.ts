import { listAll } from '#lib/format/list.ts';
import type { Language } from '#lib/i18n/languages.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { asked, otherWays, ways, withCodes } from './selection.ts';

/** What evidence keeps → the same words of the reader's language. */
const spoken = <Key extends string>(
	kept: Readonly<Record<Key, string>>,
	words: Readonly<Record<Key, () => string>>
): Map<string, () => string> => new Map((Object.keys(kept) as Key[]).map((key) => [kept[key], words[key]]));

const askedWords = spoken(asked, {
	citizen: m.situation_selection_citizen,
	staff: m.situation_selection_staff,
	partner: m.situation_selection_partner
});
const wayWords = spoken(ways, {
	web: m.situation_way_web,
	embed: m.situation_way_embed,
	meeting: m.situation_way_meeting,
	kiosk: m.situation_way_kiosk,
	field: m.situation_way_field,
	paper: m.situation_way_paper
});
const otherWords = spoken(otherWays, {
	tally: m.situation_selection_tally,
	notes: m.situation_selection_notes,
	walk: m.situation_selection_walk,
	document: m.situation_selection_document,
	report: m.situation_selection_report,
	statistics: m.situation_selection_statistics
});

/**
 * How evidence was collected, in the language of the reader: its frozen words stay as they were kept.
 * @returns undefined for words that we did not write, which are shown as they are
 */
export function selectionInWords(kept: string, language: Language): string | undefined {
	const other = otherWords.get(kept);
	if (other) return other();
	const byCode = kept.endsWith(withCodes);
	const [whom = '', ...channels] = kept.slice(0, byCode ? -withCodes.length : undefined).split(/, | och /);
	const words = [askedWords.get(whom), ...channels.map((channel) => wayWords.get(channel))];
	if (!words.every((word) => word !== undefined)) return undefined;
	const [chosen, ...known] = words.map((word) => word());
	const parts = [chosen!, ...(known.length > 0 ? [listAll(known, language)] : [])];
	return [...parts, ...(byCode ? [m.situation_selection_codes()] : [])].join(m.situation_selection_comma());
}
