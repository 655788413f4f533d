/** The words of a text, numbers too, as they are counted. */
export const wordsOf = (text: string): string[] =>
	text.match(/[\p{L}\p{N}]+(?:[-–:.,][\p{L}\p{N}]+)*/gu) ?? [];

/** The text in small letters with single blanks, for patterns. */
export const bare = (text: string): string => text.toLocaleLowerCase('sv').replace(/\s+/g, ' ').trim();
