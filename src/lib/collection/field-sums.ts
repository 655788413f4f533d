import { choiceText, type Choice } from './choice-list.ts';
import { tones, type Tone } from './field-entry.ts';

/** Something counted under a text. */
export interface CountedChoice extends Choice {
	count: number;
}

/** Counted talks: a number of their own, never added to answers. */
export interface TallySum {
	/** Talks. */
	n: number;
	/** Most talks first. */
	themes: (CountedChoice & { tones: Record<Tone, number> })[];
	spots: CountedChoice[];
}

/** Themes of notes: a number of their own, never added to answers or talks that were only counted. */
export interface NoteSum {
	/** Notes; each may have several themes. */
	n: number;
	themes: CountedChoice[];
	tones: Record<Tone, number>;
}

/** How many talks of a collection had the same theme, tone and spot. */
export interface TallyCount {
	theme: string;
	tone: Tone;
	spot: string;
	count: number;
}

/** The lists that keys are written in. */
export interface Lists {
	spots: Choice[];
	themes: Choice[];
}

const none = (): Record<Tone, number> => ({ positive: 0, problem: 0, suggestion: 0 });

const compare = (a: CountedChoice, b: CountedChoice): number =>
	b.count - a.count || a.text.localeCompare(b.text, 'sv');

/** Every choice that was counted, and those of the lists that nobody spoke of, with 0. */
function counted(choices: readonly Choice[], counts: ReadonlyMap<string, number>): CountedChoice[] {
	const keys = [...new Set([...choices.map(({ key }) => key), ...counts.keys()])];
	return keys
		.map((key) => ({ key, text: choiceText(choices, key), count: counts.get(key) ?? 0 }))
		.sort(compare);
}

function addTo(counts: Map<string, number>, key: string, count: number): void {
	counts.set(key, (counts.get(key) ?? 0) + count);
}

/** Adds up counted talks; themes and spots with the same key in several collections are one. */
export function sumTallyCounts(rows: readonly TallyCount[], lists: Lists): TallySum {
	const [themes, spots] = [new Map<string, number>(), new Map<string, number>()];
	const byTone = new Map<string, Record<Tone, number>>();
	for (const { theme, tone, spot, count } of rows) {
		addTo(themes, theme, count);
		addTo(spots, spot, count);
		const sum = byTone.get(theme) ?? none();
		sum[tone] += count;
		byTone.set(theme, sum);
	}
	return {
		n: rows.reduce((sum, { count }) => sum + count, 0),
		themes: counted(lists.themes, themes).map(({ key, text, count }) => ({
			key,
			text,
			count,
			tones: byTone.get(key) ?? none()
		})),
		spots: counted(lists.spots, spots)
	};
}

/** Counts the themes of notes. */
export function sumNoteThemes(
	notes: readonly { themes: readonly string[]; tone: Tone }[],
	lists: Lists
): NoteSum {
	const themes = new Map<string, number>();
	const sum = none();
	for (const note of notes) {
		for (const theme of note.themes) addTo(themes, theme, 1);
		sum[note.tone] += 1;
	}
	return { n: notes.length, themes: counted(lists.themes, themes), tones: sum };
}

/** The lists of several collections as one. */
export function joinLists(collections: readonly Lists[]): Lists {
	const joined = (lists: Choice[][]) => [...new Map(lists.flat().map((one) => [one.key, one])).values()];
	return {
		spots: joined(collections.map(({ spots }) => spots)),
		themes: joined(collections.map(({ themes }) => themes))
	};
}

/** Whether a tone is one of ours. */
export const isTone = (text: string): text is Tone => (tones as readonly string[]).includes(text);
