import { findPersonalData } from '#lib/texts/personal-data.ts';

/** What in a text may point somebody out, as it is written there. */
export const personalDataIn = (text: string): string[] =>
	findPersonalData(text).map(({ start, end }) => text.slice(start, end));
