/** What can tell who somebody is. `other`: found by a person, of no kind that we know. */
export const dataKinds = [
	'personal-number',
	'iban',
	'account',
	'email',
	'phone',
	'plate',
	'name',
	'address',
	'other'
] as const;

export type DataKind = (typeof dataKinds)[number];

/** A stretch of a text; `end` is the first place after it, as in `slice`. */
export interface Stretch {
	start: number;
	end: number;
}

/** Something in a text that tells who somebody is. */
export interface Finding extends Stretch {
	kind: DataKind;
	/** The word that stands in its place when it is masked. */
	masked: string;
}

/** A stretch that is replaced by a word. */
export interface Mask extends Stretch {
	kind: DataKind;
}

/** What stands in a released text instead of what was masked; part of the text, so Swedish. */
export const maskWords: Record<DataKind, string> = {
	'personal-number': '[personnummer]',
	iban: '[kontonummer]',
	account: '[kontonummer]',
	email: '[e-postadress]',
	phone: '[telefonnummer]',
	plate: '[registreringsnummer]',
	name: '[namn]',
	address: '[adress]',
	other: '[dolt]'
};

const overlap = (a: Stretch, b: Stretch): boolean => a.start < b.end && b.start < a.end;

/** Masks in the order of the text; those that overlap become one, of the kind of the longest. */
export function mergedMasks(masks: readonly Mask[]): Mask[] {
	const merged: Mask[] = [];
	for (const mask of [...masks].sort((a, b) => a.start - b.start || b.end - a.end)) {
		const last = merged.at(-1);
		if (!last || !overlap(last, mask)) merged.push({ ...mask });
		else {
			if (mask.end - mask.start > last.end - last.start) last.kind = mask.kind;
			last.end = Math.max(last.end, mask.end);
		}
	}
	return merged;
}

/** The text with the words of its masks instead of what they cover. */
export function applyMasks(text: string, masks: readonly Mask[]): string {
	let shown = '';
	let from = 0;
	for (const { start, end, kind } of mergedMasks(masks)) {
		shown += text.slice(from, start) + maskWords[kind];
		from = end;
	}
	return shown + text.slice(from);
}

/** Tells whether one of the masks covers the whole stretch. */
export const isCovered = ({ start, end }: Stretch, masks: readonly Stretch[]): boolean =>
	masks.some((mask) => mask.start <= start && end <= mask.end);

/**
 * Where words that a person has copied out of a text stand in it, every time.
 * @returns the stretches, or the lines that are nowhere in the text
 */
export function masksByHand(
	text: string,
	{ lines, kind }: { lines: readonly string[]; kind: DataKind }
): { masks: Mask[]; missing: string[] } {
	const lower = text.toLocaleLowerCase('sv');
	const masks: Mask[] = [];
	const missing: string[] = [];
	for (const line of lines) {
		const wanted = line.trim().toLocaleLowerCase('sv');
		if (wanted === '') continue;
		let at = lower.indexOf(wanted);
		if (at < 0 || lower.length !== text.length) missing.push(line.trim());
		for (; at >= 0; at = lower.indexOf(wanted, at + wanted.length))
			masks.push({ kind, start: at, end: at + wanted.length });
	}
	return { masks, missing };
}

/** A piece of a text: plain, or found to tell who somebody is. */
export interface Piece {
	text: string;
	kind: DataKind | null;
}

/** The text in pieces, so that a page can mark what was found. */
export function piecesOf(text: string, findings: readonly Mask[]): Piece[] {
	const pieces: Piece[] = [];
	let from = 0;
	for (const { start, end, kind } of mergedMasks(findings)) {
		if (start > from) pieces.push({ text: text.slice(from, start), kind: null });
		pieces.push({ text: text.slice(start, end), kind });
		from = end;
	}
	if (from < text.length) pieces.push({ text: text.slice(from), kind: null });
	return pieces;
}
