import * as v from 'valibot';

/** How people spoke of a theme. */
export const tones = ['positive', 'problem', 'suggestion'] as const;
export type Tone = (typeof tones)[number];

/** When on the day; never a time. */
export const slots = ['morning', 'day', 'evening', 'night'] as const;
export type Slot = (typeof slots)[number];

/** How many people the talk was with. */
export const groupSizes = ['one', 'few', 'several', 'many'] as const;
export type GroupSize = (typeof groupSizes)[number];

/** Roughly how old; `mixed` for a group, `unknown` for who did not look. */
export const ageBands = ['children', 'youth', 'adults', 'older', 'mixed', 'unknown'] as const;
export type AgeBand = (typeof ageBands)[number];

/** Most characters of a note's text, and most themes of a note. */
export const mostParaphrase = 500;
export const mostNoteThemes = 3;

/** Most entries that a device sends at one time. */
export const mostEntries = 100;

const key = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/));
const choice = v.pipe(v.string(), v.nonEmpty(), v.maxLength(60));

/** One talk, counted: what it was about, how, and where. */
export const tallySchema = v.strictObject({
	kind: v.literal('tally'),
	key,
	theme: choice,
	tone: v.picklist(tones),
	spot: choice
});

/** One talk in short. */
export const noteSchema = v.strictObject({
	kind: v.literal('note'),
	key,
	slot: v.picklist(slots),
	spot: choice,
	themes: v.pipe(v.array(choice), v.minLength(1), v.maxLength(mostNoteThemes)),
	tone: v.picklist(tones),
	paraphrase: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(mostParaphrase)),
	groupSize: v.picklist(groupSizes),
	ageBand: v.picklist(ageBands)
});

/** Takes back an entry of the same device; what the key says must not be counted, also if it comes later. */
export const withdrawalSchema = v.strictObject({
	kind: v.literal('withdrawal'),
	key,
	of: v.picklist(['tally', 'note'])
});

export type TallyEntry = v.InferOutput<typeof tallySchema>;
export type NoteEntry = v.InferOutput<typeof noteSchema>;
export type FieldEntry = TallyEntry | NoteEntry | v.InferOutput<typeof withdrawalSchema>;

const entrySchema = v.variant('kind', [tallySchema, noteSchema, withdrawalSchema]);

/** The entry that somebody sent; undefined when it is none. */
export function readEntry(sent: unknown): FieldEntry | undefined {
	const parsed = v.safeParse(entrySchema, sent);
	return parsed.success ? parsed.output : undefined;
}

/** The entries of a sent body, each by itself; undefined when the body is no list of at most `mostEntries`. */
export function readEntries(body: unknown): { key: string; entry: FieldEntry | undefined }[] | undefined {
	const shape = v.object({
		entries: v.pipe(v.array(v.looseObject({ key: v.string() })), v.maxLength(mostEntries))
	});
	const parsed = v.safeParse(shape, body);
	if (!parsed.success) return undefined;
	return parsed.output.entries.map((sent) => ({ key: sent.key, entry: readEntry(sent) }));
}
